import { type DecisionKind, type DecisionOption, type PodDecision } from '../documents';
import { answerDecision, type Facts, leavePod, passTime } from './continuity';
import { aPod } from './example-pod';
import { type Departure, isOpen, type PodCase, type PodOutcome } from './pod-case';

/** For tests: pods in the hours after this moment. */
const START = new Date('2026-06-01T12:00:00Z');
const HOUR_MS = 3_600_000;
export const at = (hours: number) => new Date(START.getTime() + hours * HOUR_MS);
let made = 0;
export const c = (hours = 0) => ({ now: at(hours), nextId: () => `d${(made += 1)}` });
export const podOf = (...memberIds: string[]): PodCase => ({
  pod: aPod({ memberIds, lookAgainAt: at(72) }),
  decisions: [],
});
export const gone = (memberId: string, why: Departure['why'] = 'left'): Departure => ({
  memberIds: [memberId],
  to: why === 'moved-on' ? 'queue' : 'nowhere',
  why,
});
export const open = ({ decisions }: PodCase, kind?: DecisionKind): PodDecision[] =>
  decisions.filter((decision) => isOpen(decision) && (kind === undefined || decision.kind === kind));
export const asked = (pod: PodCase) => open(pod).map(({ kind, askedIds }) => `${kind} ${askedIds.join(' ')}`);
export const say = (
  pod: PodCase,
  kind: DecisionKind,
  memberId: string,
  option: DecisionOption,
  hours = 1,
): PodOutcome => {
  const decision = open(pod, kind).find(({ askedIds }) => askedIds.includes(memberId));
  return answerDecision(pod, { decisionId: decision?.id ?? 'none', memberId, option }, c(hours));
};
/** Everybody was seen just now, unless told otherwise. */
export const wait = (pod: PodCase, hours: number, facts: Partial<Facts> = {}) => {
  const seenAt = Object.fromEntries(pod.pod.memberIds.map((id) => [id, at(hours)]));
  return passTime(pod, { whereabouts: {}, ...facts, seenAt: { ...seenAt, ...facts.seenAt } }, c(hours)) ?? pod;
};
export const departuresOf = (pod: PodCase) => ('departures' in pod ? (pod as PodOutcome).departures : []);
export const degraded = () => leavePod(podOf('ana', 'ben'), gone('ben'), c());

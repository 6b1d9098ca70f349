import { type MemberCard, type PauseSpan, type Pod } from '../documents';

const isWithin = (spans: readonly PauseSpan[], at: Date): boolean =>
  spans.some(({ from, until }) => from <= at && at < until);

/** Whether somebody is on a pause at that moment. */
export const isPaused = ({ pauses }: Pick<MemberCard, 'pauses'>, at: Date): boolean => isWithin(pauses, at);

/** Those of a pod who are on a pause then: no session is theirs to come to, and no reminder goes to them. */
export const pausedIds = ({ cards }: Pick<Pod, 'cards'>, at: Date): string[] =>
  cards.filter((card) => isPaused(card, at)).map(({ id }) => id);

/** For whom no decision of the pod waits: who is away, and who is on a pause (behaviours 13 and 32). */
export const notWaitedFor = (pod: Pick<Pod, 'awayIds' | 'cards'>, now: Date): string[] => [
  ...new Set([...pod.awayIds, ...pausedIds(pod, now)]),
];

/** When somebody was here last, for all that follows from being away: a pause is no absence. */
export function seenOrPaused(seenAt: Date, { pauses }: Pick<MemberCard, 'pauses'>, now: Date): Date {
  const rested = pauses.filter(({ from }) => from <= now).map(({ until }) => Math.min(until.getTime(), now.getTime()));
  return new Date(Math.max(seenAt.getTime(), ...rested));
}

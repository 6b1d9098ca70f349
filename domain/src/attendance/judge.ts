import { type Attended, type AttendanceOutcome, type Evidence } from '../documents';
import { hadOutage } from './outage';
import { type Interval, lengthOf, unionOf, within } from './intervals';
import { type PresenceRecord, presenceOf, type Signals } from './presence-evidence';
import { withdrawalOf } from './withdrawal';

const MINUTE_MS = 60_000;
/** Behaviour 24: up to here somebody is on time, then late; whoever comes later still, comes after the others may go. */
export const ON_TIME_MS = 5 * MINUTE_MS;
export const LATE_MS = 10 * MINUTE_MS;
/** Of the scheduled time, as far as it took place. */
const ENOUGH = 0.6;

export type Excuse = 'emergency' | 'pod-unmet' | 'paused';

/** All that a session's end knows; every record is by member id, and who is missing in one has nothing there. */
export interface SessionFacts {
  readonly state: 'done' | 'no-quorum';
  readonly startsAt: Date;
  readonly minutes: number;
  readonly endedAt: Date;
  readonly memberIds: readonly string[];
  readonly releasedIds: readonly string[];
  /** In a room of ours signals are reliable; behind a link only presence is, and absence is asked about. */
  readonly video: 'room' | 'link';
  readonly signals: Readonly<Record<string, Signals>>;
  readonly withdrawals: Readonly<Record<string, Date>>;
  readonly excuses: Readonly<Record<string, Excuse>>;
  /** False: none of their reminders reached them. */
  readonly remindersDelivered: Readonly<Record<string, boolean>>;
}

export interface Verdict {
  readonly memberId: string;
  readonly outcome: AttendanceOutcome;
  readonly credit: number | null;
  readonly minutesPresent: number;
  readonly arrivedAt: Date | null;
  readonly evidence: readonly Evidence[];
  readonly reason: string;
}
type Finding = Pick<Verdict, 'outcome' | 'credit' | 'reason'>;

/** The lobby counts as being there; it opens this long before the start. */
const LOBBY_MS = 10 * MINUTE_MS;
const ON_A_PAUSE = 'You were on a pause, so nobody waited for you.';
const NO_SIGNAL: Signals = { stays: [], videoEvents: [], joinedAt: null };

/**
 * What became of each member, on their own (behaviour 24–28): no absence is anybody else's. Whoever called off twelve
 * hours before, and did not come, has no verdict at all.
 */
export function judgeSession(facts: SessionFacts): Verdict[] {
  const whole = { from: new Date(facts.startsAt.getTime() - LOBBY_MS), to: facts.endedAt };
  const people = facts.memberIds.map((memberId) => {
    const signals = facts.signals[memberId] ?? NO_SIGNAL;
    return { memberId, stays: signals.stays, ...presenceOf(signals, whole) };
  });
  const isOutage = hadOutage(people, timeOf(facts)) || isNobodyReminded(facts);
  return people.flatMap((person) => {
    const isRoomProvenUp = people.some(({ memberId, union }) => memberId !== person.memberId && union.length > 0);
    const found = findingOf(person, facts, { isRoomProvenUp, isOutage });
    if (!found) return [];
    const present = within(person.union, timeOf(facts));
    const { memberId, evidence } = person;
    const minutesPresent = Math.round(lengthOf(present) / MINUTE_MS);
    return [{ memberId, ...found, minutesPresent, arrivedAt: person.union[0]?.from ?? null, evidence }];
  });
}

/** The time that was to be spent together, as far as it took place; nobody need wait longer than ten minutes. */
function timeOf({ state, startsAt, minutes, endedAt }: SessionFacts): Interval {
  const planned = startsAt.getTime() + (state === 'no-quorum' ? LATE_MS : minutes * MINUTE_MS);
  return { from: startsAt, to: new Date(Math.max(startsAt.getTime(), Math.min(planned, endedAt.getTime()))) };
}

const isNobodyReminded = ({ memberIds, remindersDelivered }: SessionFacts): boolean =>
  memberIds.every((id) => remindersDelivered[id] === false);

type Person = PresenceRecord & { readonly memberId: string };
interface Around {
  readonly isRoomProvenUp: boolean;
  readonly isOutage: boolean;
}

function findingOf(person: Person, facts: SessionFacts, around: Around): Finding | null {
  const arrival = arrivalOf(person, facts);
  const found =
    arrival === null ? ofAbsence(person.memberId, facts, around) : ofPresence(person, arrival, facts, around);
  if (found === null || found.credit === 1) return found;
  if (facts.excuses[person.memberId] === 'paused') return excused(ON_A_PAUSE);
  if (facts.excuses[person.memberId] === 'emergency') return excused('You used the emergency excuse of your sprint.');
  if (around.isOutage)
    return excused(
      isNobodyReminded(facts)
        ? 'No reminder of this session reached anybody, so nobody is held to it.'
        : 'Podmates was not reachable for a while, so nobody is held to it.',
    );
  return found;
}

/** Milliseconds after the start, 0 from the lobby on; null: they were not there from the start on. */
function arrivalOf(person: Person, { startsAt, endedAt }: SessionFacts): number | null {
  const seen = person.isLengthKnown ? within(person.union, { from: startsAt, to: endedAt }) : person.union;
  const first = seen[0]?.from;
  return first === undefined ? null : Math.max(0, first.getTime() - startsAt.getTime());
}

function ofPresence(person: Person, arrivalMs: number, facts: SessionFacts, { isRoomProvenUp }: Around): Finding {
  const minute = Math.floor(arrivalMs / MINUTE_MS);
  if (arrivalMs > LATE_MS)
    return isRoomProvenUp && facts.video === 'room'
      ? {
          outcome: 'no-show',
          credit: 0,
          reason: `You came ${minute} minutes after the start, when the others could go.`,
        }
      : unknown(`You came ${minute} minutes after the start, and nobody else was seen there.`);
  if (facts.memberIds.every((id) => id === person.memberId || facts.withdrawals[id]) && facts.memberIds.length > 1)
    return { outcome: 'on-time', credit: 1, reason: 'You came, and everybody else had called off.' };
  if (isAlone(person.memberId, facts))
    return { outcome: 'on-time', credit: 1, reason: 'You came, and nobody else was to come.' };
  if (facts.releasedIds.includes(person.memberId) && hasWaited(person, facts))
    return { outcome: 'on-time', credit: 1, reason: 'You waited ten minutes for the others. That counts in full.' };
  const time = timeOf(facts);
  const wholeMs = lengthOf([time]);
  const share = wholeMs === 0 ? 1 : lengthOf(unionOf(within(person.union, time))) / wholeMs;
  if (facts.video === 'room' && person.isLengthKnown && share < ENOUGH)
    return {
      outcome: 'left-early',
      credit: 0.5,
      reason: `You were there for ${Math.round(share * 100)} % of the time; from 60 % on it counts in full.`,
    };
  return arrivalMs > ON_TIME_MS
    ? { outcome: 'late', credit: 1, reason: `You came ${minute} minutes after the start and stayed.` }
    : { outcome: 'on-time', credit: 1, reason: 'You were there within five minutes of the start.' };
}

/** Everybody else had called off, or is on a pause. */
const isAlone = (memberId: string, { memberIds, withdrawals, excuses }: SessionFacts): boolean =>
  memberIds.length > 1 &&
  memberIds.every((id) => id === memberId || withdrawals[id] !== undefined || excuses[id] === 'paused');

/** Whoever was released need not have stayed after it. */
function hasWaited(person: Person, { startsAt, endedAt }: SessionFacts): boolean {
  if (!person.isLengthKnown) return true;
  const wait = { from: startsAt, to: new Date(Math.min(startsAt.getTime() + LATE_MS, endedAt.getTime())) };
  return lengthOf(within(person.union, wait)) >= ENOUGH * lengthOf([wait]);
}

function ofAbsence(memberId: string, facts: SessionFacts, { isRoomProvenUp }: Around): Finding | null {
  if (facts.excuses[memberId] === 'paused') return excused(ON_A_PAUSE);
  if (facts.excuses[memberId] === 'pod-unmet') return excused('Your pod could not meet as planned.');
  const withdrewAt = facts.withdrawals[memberId];
  if (withdrewAt) {
    const withdrawal = withdrawalOf(withdrewAt, facts.startsAt);
    if (withdrawal === 'no-trace') return null;
    if (withdrawal === 'excused') return excused('You said at least two hours before that you could not come.');
    return { outcome: 'no-show', credit: 0.5, reason: 'You said less than two hours before that you could not come.' };
  }
  if (facts.remindersDelivered[memberId] === false) return excused('None of our reminders reached you.');
  if (facts.video === 'link') return unknown('You met behind a link of your own, so your podmates are asked.');
  return isRoomProvenUp
    ? { outcome: 'no-show', credit: 0, reason: 'Others were there, and nothing was seen of you.' }
    : unknown('Nothing was seen of anybody, so nothing can be said of you.');
}

const excused = (reason: string): Finding => ({ outcome: 'excused', credit: null, reason });
const unknown = (reason: string): Finding => ({ outcome: 'unknown', credit: null, reason });

/** What the pod is told of an outcome. A half no-show neither breaks a row of absences nor adds to one. */
export function attendedAs({ outcome, credit }: Pick<Verdict, 'outcome' | 'credit'>): Attended {
  if (outcome === 'no-show') return credit === 0 ? 'missed' : 'called-off';
  return outcome === 'excused' || outcome === 'unknown' ? outcome : 'came';
}

/** Whether one is better for the member: more credit, and no judgement rather than less than full credit. */
export function isBetter(a: Pick<Verdict, 'credit'>, b: Pick<Verdict, 'credit'>): boolean {
  const worth = ({ credit }: Pick<Verdict, 'credit'>): number => credit ?? 0.75;
  return worth(a) > worth(b);
}

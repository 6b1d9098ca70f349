import { type Stay } from '../documents';
import { type Interval, unionOf, within } from './intervals';

/** Nobody seen for this long: shorter, and a train tunnel would be an outage. */
const OUTAGE_FROM_MS = 5 * 60_000;
/** Those whom one outage cuts off vanish within a beat or two of one another. */
const TOGETHER_MS = 60_000;
const FEWEST_CUT_OFF = 2;

interface Seen {
  readonly isLengthKnown: boolean;
  readonly union: readonly Interval[];
  readonly stays: readonly Stay[];
}

/**
 * Whether the app was away rather than the people: for five minutes of the session nobody was seen, and before that at
 * least two vanished within a minute of one another without saying goodbye. Of whoever only tapped on Join nobody knows
 * until when they were there, so they say nothing of it.
 */
export function hadOutage(people: readonly Seen[], session: Interval): boolean {
  const measured = people.filter(({ isLengthKnown }) => isLengthKnown);
  const seen = unionOf(
    within(
      measured.flatMap(({ union }) => union),
      session,
    ),
  );
  return gapsAfter(seen, session).some(({ from, to }) => {
    if (to.getTime() - from.getTime() < OUTAGE_FROM_MS) return false;
    const saidGoodbye = (stays: readonly Stay[]) => stays.some(({ to: end, hasLeft }) => hasLeft && isNear(end, from));
    const cutOff = measured.filter(({ union, stays }) => endsNear(union, from) && !saidGoodbye(stays));
    return cutOff.length >= FEWEST_CUT_OFF;
  });
}

/** Each stretch without anybody that follows one with somebody. */
const gapsAfter = (seen: readonly Interval[], session: Interval): Interval[] =>
  seen.map(({ to }, n) => ({ from: to, to: seen[n + 1]?.from ?? session.to }));

const endsNear = (union: readonly Interval[], instant: Date): boolean => union.some(({ to }) => isNear(to, instant));
const isNear = (a: Date, b: Date): boolean => Math.abs(a.getTime() - b.getTime()) <= TOGETHER_MS;

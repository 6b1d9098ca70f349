import { type FairnessReport } from '../contracts';
import { type MatchRequest } from '../documents';
import { offsetsAt } from './scoring';
import { beganToWait, hoursBetween, quantile } from './waitlist';

/** With fewer people a row would tell of somebody (k-anonymity). */
const FEWEST_SHOWN = 5;

type Row = FairnessReport['byZone'][number];

/**
 * How long whom waits: those who wait now, and those who were matched lately, in groups by time zone, by experience and
 * by style. Groups of fewer than five are left out. It looks at waiting times alone, so it tells nothing of blocks.
 */
export function fairnessReport(p: {
  waiting: readonly MatchRequest[];
  matched: readonly MatchRequest[];
  now: Date;
}): FairnessReport {
  const people = [...p.waiting, ...p.matched].map((request) => ({ request, hours: hoursOf(request, p.now) }));
  const offsetOf = offsetsAt(p.now);
  const hidden = new Set<MatchRequest>();
  const rowsBy = (groupsOf: (request: MatchRequest) => readonly string[]): Row[] => {
    const groups = new Map<string, Waited[]>();
    for (const one of people)
      for (const group of groupsOf(one.request)) groups.set(group, [...(groups.get(group) ?? []), one]);
    return [...groups.entries()]
      .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
      .flatMap(([group, members]) => {
        if (members.length >= FEWEST_SHOWN) return [rowOf(group, members)];
        for (const { request } of members) hidden.add(request);
        return [];
      });
  };
  return {
    asOf: p.now.toISOString(),
    byZone: rowsBy(({ timeZone }) => [sayOffset(offsetOf(timeZone))]),
    byExperience: rowsBy(({ experience }) => [String(experience)]),
    byStyle: rowsBy(({ styles }) => (styles.length > 0 ? styles : ['any'])),
    leftOut: hidden.size,
  };
}

interface Waited {
  readonly request: MatchRequest;
  readonly hours: number;
}

const hoursOf = (request: MatchRequest, now: Date): number =>
  hoursBetween(beganToWait(request), request.matchedAt ?? now);

function rowOf(group: string, members: readonly Waited[]): Row {
  const hours = members.map((one) => one.hours).sort((a, b) => a - b);
  const matched = members.filter(({ request }) => request.matchedAt !== null).length;
  return {
    group,
    people: members.length,
    waiting: members.length - matched,
    matched,
    medianHours: quantile(hours, 0.5),
    slowestTenthHours: quantile(hours, 0.9),
  };
}

/** Zones that share a clock wait alike; by name most groups would be too small to show. */
function sayOffset(minutes: number): string {
  const clock = (n: number) => String(n).padStart(2, '0');
  const apart = Math.abs(minutes);
  return `UTC${minutes < 0 ? '−' : '+'}${clock(Math.floor(apart / 60))}:${clock(apart % 60)}`;
}

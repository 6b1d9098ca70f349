import { type MatchRequest, type Relaxation, type TimeZone, type Waitlist } from '@podmates/domain';
import { hourWindows } from '@podmates/domain/matching';
import { sayWeekday } from '../schedule/say-time';

const SIZE_WORDS = { 2: 'two', 3: 'three', 4: 'four' } as const;
/** From here on a wait is told in days. */
const IN_DAYS_FROM_HOURS = 72;

export function sayRank({ rank, of }: Pick<Waitlist, 'rank' | 'of'>): string {
  if (of === 1) return 'You are the only one who waits for this track in your language just now.';
  const place = rank === 1 ? 'first in turn' : `number ${rank}`;
  return `You are ${place} of the ${of} people who wait for this track in your language.`;
}

/** Between the quarters lies one half of those who were matched: that is what can be said, and no promise. */
export function sayBand(band: Waitlist['band']): string {
  if (!band) return 'Too few people were matched lately to say how long it takes.';
  return `Half of the ${band.matched} people who were matched lately had waited ${sayRange(band.fromHours, band.toHours)}.`;
}

function sayRange(fromHours: number, toHours: number): string {
  const isLong = toHours >= IN_DAYS_FROM_HOURS;
  const [from, to] = [fromHours, toHours].map((hours) => Math.max(1, Math.round(isLong ? hours / 24 : hours)));
  const unit = isLong ? 'day' : 'hour';
  if (from === to) return `about ${to} ${unit}${to === 1 ? '' : 's'}`;
  return `between ${from} and ${to} ${unit}s`;
}

/** One thing that a waiting member could allow, ready to be pressed. */
export interface Offer {
  readonly relaxation: Relaxation;
  /** What it is: `Tuesday 18:00–20:00`. */
  readonly what: string;
  /** What the button says. */
  readonly act: string;
  readonly people: string;
}

/** Those that are still to be allowed: a count is some minutes old, and an offer may have been taken since. */
export const offersOf = (
  waitlist: Waitlist,
  request: Pick<MatchRequest, 'hours' | 'sizes'>,
  zone: TimeZone,
  now: Date,
): Offer[] =>
  waitlist.relax
    .filter((relaxation) => !isAllowed(relaxation, request))
    .map((relaxation) => {
      const [act, what] = [actOf(relaxation), sayRelaxation(relaxation, zone, now)];
      return { relaxation, what, act: `${act} ${what}`, people: sayMore(relaxation.people) };
    })
    .filter(({ what }) => what !== '');

function isAllowed(relaxation: Relaxation, { hours, sizes }: Pick<MatchRequest, 'hours' | 'sizes'>): boolean {
  return relaxation.kind === 'allow-size'
    ? sizes.includes(relaxation.size)
    : hoursOf(relaxation).every((hour) => hours.includes(hour));
}

const actOf = ({ kind }: Relaxation): string => (kind === 'allow-size' ? 'Allow' : 'Add');

/** Empty for hours that no wall time can name. */
function sayRelaxation(relaxation: Relaxation, zone: TimeZone, now: Date): string {
  if (relaxation.kind === 'allow-size') return `pods of ${SIZE_WORDS[relaxation.size]}`;
  const windows = hourWindows(relaxation, zone, now);
  const [first, last] = [windows[0], windows.at(-1)];
  return first && last ? `${sayWeekday(first.weekday)} ${first.start}–${last.end}` : '';
}

const hoursOf = ({ from, until }: { readonly from: number; readonly until: number }): number[] =>
  Array.from({ length: until - from }, (_, step) => from + step);

const sayMore = (people: number): string => (people === 1 ? '1 more person' : `${people} more people`);

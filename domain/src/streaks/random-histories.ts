import { addDays } from '../time';
import { dateNumber, startOf } from './naive-streak';
import { type StreakEvent, type StreakHistory } from './streak-history';

/** Numbers in [0, 1) from a seed (mulberry32), so that a history that differs can be made again. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const HOUR = 3_600_000;
const ZONES = ['Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'America/Los_Angeles', 'Australia/Lord_Howe'];
const FAR = [...ZONES, 'Pacific/Pago_Pago', 'Pacific/Kiritimati', 'Asia/Kathmandu'];
const STARTS = ['2026-03-02', '2026-03-26', '2026-10-21', '2026-12-24', '2026-09-24', '2026-04-01'];
/** After the opening of a day: its edges, those of its grace, of a claim, of a make-up, and some in between. */
const OFFSETS = [-1, 0, 3 * HOUR, 20 * HOUR, 23 * HOUR, 24 * HOUR, 24 * HOUR + 1, 25 * HOUR, 30 * HOUR, 36 * HOUR];
const LATER = [36 * HOUR + 1, 47 * HOUR, 48 * HOUR, 48 * HOUR + 1, 60 * HOUR, 96 * HOUR, 96 * HOUR + 1, 190 * HOUR];

const IN_TIME = [3 * HOUR, 20 * HOUR];
const CLAIMED = [20 * HOUR, 30 * HOUR, 47 * HOUR];

/** A history that visits the edges of every rule. `isOrdered`: no two events are heard of at the same instant. */
export function randomHistory(seed: number, isOrdered = true): StreakHistory {
  const random = numbersFrom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const zone = oneOf(ZONES);
  const dayStart = oneOf(['00:00', '04:00', '02:30', '01:30']);
  const start = addDays(oneOf(STARTS), below(7));
  const days = 1 + below(random() < 0.3 ? 24 : 8);
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter(() => random() < 0.45);
  const isDaily = random() < 0.4 || weekdays.length === 0;
  const openOf = (n: number): number => startOf(dateNumber(start) + n, dayStart, zone)[0];
  const diligence = random();
  const isMostlyOffline = random() < 0.15;
  const events: StreakEvent[] = [];
  const instant = (n: number, offsets: readonly number[]): Date =>
    new Date(openOf(n) + oneOf(offsets) + (isOrdered ? events.length * 7 : 0));
  const someDay = (): number => below(days + 2) - 1;
  for (let n = -1; n <= days; n++) {
    if (random() > diligence) continue;
    const isClaim = isMostlyOffline || random() < 0.3;
    events.push({
      type: 'checkIn',
      slot: addDays(start, n),
      receivedAt: instant(n, isMostlyOffline ? CLAIMED : random() < 0.6 ? IN_TIME : [...OFFSETS, ...LATER]),
      capturedAt: isClaim ? instant(n, OFFSETS.slice(1, 7)) : null,
      clientSkewMs: oneOf([null, 0, 0, 300_000, -300_001]),
    });
  }
  for (let n = below(3); n > 0; n--) {
    const from = someDay();
    events.push({
      type: 'pause',
      requestedAt: instant(from - oneOf([0, 0, 3, 6, 7, 8]), [...OFFSETS, ...LATER]),
      from: addDays(start, from),
      to: addDays(start, from + below(10)),
      kind: oneOf(['planned', 'illness']),
    });
  }
  for (let n = below(5); n > 0; n--) {
    const day = someDay();
    events.push({ type: 'makeUp', slot: addDays(start, day), receivedAt: instant(day, [...OFFSETS, ...LATER]) });
  }
  if (random() < 0.2) {
    const day = someDay();
    events.push({ type: 'import', slot: addDays(start, day), receivedAt: instant(day, [...OFFSETS, ...LATER]) });
  }
  for (let n = random() < 0.4 ? 1 + below(4) : 0; n > 0; n--) {
    events.push({ type: 'zone', at: instant(someDay(), [...OFFSETS, 9 * HOUR, 16 * HOUR]), zone: oneOf(FAR) });
  }
  return {
    zone,
    dayStart,
    cadence: isDaily ? { kind: 'daily' } : { kind: 'weekly', days: weekdays, backup: oneOf([null, 1, 3, 6, 6, 7]) },
    start,
    days,
    staked: random() < 0.5,
    now: new Date(openOf(random() < 0.6 ? days + 12 : below(days + 4)) + oneOf([0, 12 * HOUR, 12.25 * HOUR])),
    events: shuffled(events, random),
  };
}

export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

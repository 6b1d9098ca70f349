import { type LocalDay } from '../documents';
import { addDays } from '../time';
import { type CheckInEvent, type PauseEvent, type StreakEvent, type StreakHistory } from './streak-history';

/** Examples for the specs: every day in UTC from Monday, 2026-06-01, long over. */
export const aHistory = (changed: Partial<StreakHistory> = {}): StreakHistory => ({
  zone: 'UTC',
  dayStart: '00:00',
  cadence: { kind: 'daily' },
  start: '2026-06-01',
  days: 14,
  staked: false,
  now: new Date('2026-09-01T00:00:00Z'),
  events: [],
  ...changed,
});

/** The nth day of June. */
export const june = (n: number): LocalDay => addDays('2026-05-31', n);
/** An instant of that day: "18:00", in UTC. */
export const at = (n: number, time = '18:00'): Date => new Date(`${june(n)}T${time}:00Z`);

export const onTime = (n: number): CheckInEvent => checkIn(n, at(n));
export const late = (n: number): CheckInEvent => checkIn(n, at(n + 1, '06:00'));
export const checkIn = (
  n: number,
  receivedAt: Date,
  claim: { capturedAt: Date | null; clientSkewMs: number | null } = { capturedAt: null, clientSkewMs: null },
): CheckInEvent => ({ type: 'checkIn', slot: june(n), receivedAt, ...claim });
/** Captured at 23:00 and received at `receivedAt`, by a good clock. */
export const offline = (n: number, receivedAt: Date): CheckInEvent =>
  checkIn(n, receivedAt, { capturedAt: at(n, '23:00'), clientSkewMs: 0 });
export const makeUp = (n: number, receivedAt: Date): StreakEvent => ({ type: 'makeUp', slot: june(n), receivedAt });
export const imported = (n: number, receivedAt: Date): StreakEvent => ({ type: 'import', slot: june(n), receivedAt });
export const pause = (
  from: number,
  to: number,
  requestedAt: Date,
  kind: PauseEvent['kind'] = 'planned',
): PauseEvent => ({ type: 'pause', requestedAt, from: june(from), to: june(to), kind });

/** On time on each day from `first` to `last`. */
export const eachDay = (first: number, last: number): CheckInEvent[] =>
  Array.from({ length: last - first + 1 }, (_, n) => onTime(first + n));

import { ReferenceClock } from '../time/reference-clock';
import { type CheckInEvent, heardAt, type PauseEvent, type StreakHistory } from './streak-history';

/**
 * The whole of `docs/streaks.md` a second time: without Temporal, slowly, rule by rule in the order of that page. What
 * the specs compare the fold with, and nothing else; it shares no rule with it. Instants are epoch milliseconds, dates
 * days since 1970.
 */
export interface NaiveSlot {
  date: number;
  open: number;
  due: number;
  state: 'onTime' | 'late' | 'frozen' | 'excused' | 'missed' | 'madeUp' | 'open';
}

const HOUR = 3_600_000;
const DATE = 86_400_000;
const clocks = new Map<string, ReferenceClock>();
const known = new Map<string, [number, number]>();

export const dateNumber = (label: string): number => Date.parse(label) / DATE;
const weekday = (date: number): number => ((((date + 3) % 7) + 7) % 7) + 1; // 1970-01-01 was a Thursday
const monday = (date: number): number => date - weekday(date) + 1;

/** When the clocks show the start of that date: first and last time, or the end of the gap. */
export function startOf(date: number, dayStart: string, zone: string): [number, number] {
  const key = `${zone} ${dayStart} ${date}`;
  const before = known.get(key);
  if (before) return before;
  const clock = clocks.get(zone) ?? new ReferenceClock(zone);
  clocks.set(zone, clock);
  const shown = date * DATE + (Number(dayStart.slice(0, 2)) * 60 + Number(dayStart.slice(3))) * 60_000;
  const instants = clock.instantsOf(shown);
  const gap = (): number => clock.changes(shown - 2 * DATE, shown + 2 * DATE).find((at) => clock.shown(at) > shown)!;
  const found: [number, number] = instants.length ? [instants[0]!, instants.at(-1)!] : [gap(), gap()];
  known.set(key, found);
  return found;
}

interface NaiveDay {
  dates: number[];
  date: number;
  open: number;
  due: number;
  zone: string;
}

function naiveDays(h: StreakHistory, count: number): NaiveDay[] {
  const first = dateNumber(h.start);
  const moves = h.events
    .flatMap((event) => (event.type === 'zone' && event.at <= h.now ? [{ at: +event.at, zone: event.zone }] : []))
    .sort((a, b) => a.at - b.at);
  let zone = h.zone;
  while (moves[0] && moves[0].at < startOf(first, h.dayStart, zone)[0]) zone = moves.shift()!.zone;
  const days: NaiveDay[] = [];
  let lastBonus = -Infinity;
  let open: number | null = null;
  let dates: number[] = [];
  let begunIn = zone;
  let begunAt = 0;
  for (let date = first; date < first + count || dates.length > 0; date++) {
    if (dates.length === 0) {
      begunIn = zone;
      begunAt = open ?? startOf(date, h.dayStart, zone)[0];
    }
    dates.push(date);
    let due = startOf(date + 1, h.dayStart, zone)[1];
    open = null;
    while (moves[0] && moves[0].at < due) {
      const move = moves.shift()!;
      if (move.zone === zone) continue;
      zone = move.zone;
      const there = startOf(date + 1, h.dayStart, zone)[1];
      const bonus = move.at >= lastBonus + 168 * HOUR;
      if (bonus) lastBonus = move.at;
      if (there > move.at) due = bonus ? Math.max(due, there) : Math.min(due, there);
      open = due;
    }
    if (due - begunAt < 12 * HOUR) continue;
    const inside = dates.filter((one) => one < first + count);
    days.push({ dates: inside, date: inside.at(-1)!, open: begunAt, due, zone: begunIn });
    dates = [];
  }
  return days;
}

function dateAt(days: readonly NaiveDay[], h: StreakHistory, instant: number): number {
  for (let n = days.length - 1; n >= 0; n--) {
    const isLast = n === days.length - 1;
    if (days[n]!.open <= instant && (!isLast || instant <= days[n]!.due)) return days[n]!.date;
    if (days[n]!.open <= instant) return latestStart(instant, h.dayStart, days[n]!.zone);
  }
  return latestStart(instant, h.dayStart, days[0]!.zone);
}

function latestStart(instant: number, dayStart: string, zone: string): number {
  let date = Math.floor(instant / DATE) + 2;
  while (startOf(date, dayStart, zone)[0] > instant) date -= 1;
  return date;
}

/** The dates of the pause that it covers. */
function covered(pause: PauseEvent, days: readonly NaiveDay[]): number[] {
  const from = dateNumber(pause.from);
  const to = pause.kind === 'illness' ? Math.min(dateNumber(pause.to), from + 6) : dateNumber(pause.to);
  return days.filter(({ date, due }) => date >= from && date <= to && +pause.requestedAt <= due).map((d) => d.date);
}

function grantedDates(h: StreakHistory, days: readonly NaiveDay[]): { all: Set<number>; ill: number } {
  const pauses = h.events.filter((event): event is PauseEvent => event.type === 'pause' && event.requestedAt <= h.now);
  const all = new Set<number>();
  const ill = pauses
    .filter((pause) => pause.kind === 'illness' && dateNumber(pause.from) < dateNumber(h.start) + h.days)
    .filter((pause) => covered(pause, days).length > 0)
    .sort((a, b) => +a.requestedAt - +b.requestedAt)[0];
  const illDates = ill ? covered(ill, days) : [];
  illDates.forEach((date) => all.add(date));
  for (const pause of pauses) {
    if (pause.kind !== 'planned') continue;
    const notice = dateNumber(pause.from) - dateAt(days, h, +pause.requestedAt);
    if (!h.staked || notice >= 7) covered(pause, days).forEach((date) => all.add(date));
  }
  return { all, ill: illDates.length };
}

export function naiveStreak(h: StreakHistory) {
  let days = naiveDays(h, h.days);
  for (let more = 1; grantedDates(h, days).ill >= more; more++) days = naiveDays(h, h.days + more);
  const paused = grantedDates(h, days).all;

  const wanted = (date: number): boolean => h.cadence.kind === 'daily' || h.cadence.days.includes(weekday(date));
  const perWeek = h.cadence.kind === 'daily' ? 7 : h.cadence.days.length;
  const start = dateNumber(h.start);
  let left = Math.max(1, Math.round((perWeek * (8 - weekday(start))) / 7));
  const slots: (NaiveSlot & { dates: number[] })[] = [];
  for (const { dates, date, open, due } of days) {
    if (!dates.some(wanted)) continue;
    if (monday(date) === monday(start)) left -= 1;
    if (monday(date) !== monday(start) || left >= 0) slots.push({ dates, date, open, due, state: 'open' });
  }
  const slotOf = (date: number) => slots.find((slot) => slot.dates.includes(date));

  // Check-ins as they came.
  const checkIns = h.events
    .filter((event): event is CheckInEvent => event.type === 'checkIn' && event.receivedAt <= h.now)
    .sort((a, b) => +a.receivedAt - +b.receivedAt);
  const claims: number[] = [];
  for (const { slot: label, receivedAt, capturedAt, clientSkewMs } of checkIns) {
    const slot = slotOf(dateNumber(label));
    const at = +receivedAt;
    if (!slot || slot.state === 'onTime' || at < slot.open) continue;
    const isFromOutbox = capturedAt !== null && +capturedAt <= slot.due && at <= slot.due + 24 * HOUR;
    const isGoodClock = clientSkewMs !== null && clientSkewMs <= 300_000 && clientSkewMs >= -300_000;
    const inBudget = !h.staked || claims.filter((claim) => claim > at - 168 * HOUR).length < 2;
    if (at <= slot.due) slot.state = 'onTime';
    else if (isFromOutbox && isGoodClock && inBudget) {
      slot.state = 'onTime';
      claims.push(at);
    } else if (isFromOutbox || at <= slot.due + 12 * HOUR) slot.state = 'late';
  }
  for (const event of h.events) {
    if (event.type !== 'import' || event.receivedAt > h.now) continue;
    const slot = slotOf(dateNumber(event.slot));
    const isIn = slot && +event.receivedAt >= slot.open && +event.receivedAt <= slot.due + 168 * HOUR;
    if (slot && isIn) slot.state = 'onTime';
  }
  for (const slot of slots) {
    if (slot.state !== 'open') continue;
    if (paused.has(slot.date)) slot.state = 'excused';
    else if (+h.now >= slot.due + 12 * HOUR + 15 * 60_000) slot.state = 'missed';
  }
  makeUp(h, days, slots, slotOf);
  return { slots, ...count(slots) };
}

function makeUp(
  h: StreakHistory,
  days: readonly NaiveDay[],
  slots: readonly NaiveSlot[],
  slotOf: (date: number) => NaiveSlot | undefined,
): void {
  const used = new Set<number>();
  const inOrder = [...h.events].filter((e) => heardAt(e) <= h.now).sort((a, b) => +heardAt(a) - +heardAt(b));
  for (const event of inOrder) {
    if (event.type !== 'makeUp' && event.type !== 'checkIn') continue;
    const date = dateNumber(event.slot);
    const at = +event.receivedAt;
    if (event.type === 'makeUp') {
      const slot = slotOf(date);
      const isInTime = slot && at > slot.due && at <= slot.due + 72 * HOUR;
      if (slot?.state === 'missed' && isInTime && monday(dateAt(days, h, at)) === monday(slot.date))
        slot.state = 'madeUp';
      continue;
    }
    const day = days.find((one) => one.date === date);
    const isBackup = h.cadence.kind === 'weekly' && h.cadence.backup === weekday(date) && !slotOf(date);
    if (!day || !isBackup || used.has(date) || at < day.open) continue;
    const isClaim = event.capturedAt !== null && +event.capturedAt <= day.due && at <= day.due + 24 * HOUR;
    if (at > day.due + 12 * HOUR && !isClaim) continue;
    const missed = slots.filter((s) => s.state === 'missed' && monday(s.date) === monday(date) && s.due < at)[0];
    if (!missed) continue;
    missed.state = 'madeUp';
    used.add(date);
  }
}

/** Looks at every slot from the beginning again, and asks of each how many freezes there were by then. */
function count(slots: NaiveSlot[]) {
  const isCounted = ({ state }: NaiveSlot): boolean => state === 'onTime' || state === 'late' || state === 'madeUp';
  const freezesBefore = (n: number): number => {
    let freezes = 1;
    for (let at = 0; at < n; at++) {
      const counted = slots.slice(0, at + 1).filter(isCounted).length;
      if (isCounted(slots[at]!) && counted % 7 === 0) freezes = Math.min(2, freezes + 1);
      if (slots[at]!.state === 'frozen') freezes -= 1;
    }
    return freezes;
  };
  slots.forEach((slot, n) => {
    if (slot.state === 'missed' && freezesBefore(n) > 0) slot.state = 'frozen';
  });
  const runs = slots
    .map(({ state }, n) => (isCounted(slots[n]!) ? 'c' : state === 'missed' ? '|' : ''))
    .join('')
    .split('|')
    .map((run) => run.length);
  return {
    current: runs.at(-1)!,
    best: Math.max(...runs),
    late: slots.filter(({ state }) => state === 'late').length,
    freezeTokens: freezesBefore(slots.length),
  };
}

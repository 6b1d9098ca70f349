import { type AvailabilityWindow, type Weekday } from '@podmates/domain';

/** Half-hour steps, `00:00` … `24:00`: zones that lie half an hour beside UTC need them. */
export const HALF_HOURS: readonly string[] = Array.from({ length: 49 }, (_, step) => clock(step * 30));

export interface QuickPick {
  readonly name: string;
  readonly windows: readonly AvailabilityWindow[];
}

const onDays = (days: readonly Weekday[], start: string, end: string): AvailabilityWindow[] =>
  days.map((weekday) => ({ weekday, start, end }));

const WORKDAYS = [1, 2, 3, 4, 5] as const;

/** Most people's free hours in one tap; each can be changed afterwards. */
export const QUICK_PICKS: readonly QuickPick[] = [
  { name: 'Workday mornings', windows: onDays(WORKDAYS, '06:30', '08:30') },
  { name: 'Lunch breaks', windows: onDays(WORKDAYS, '12:00', '13:30') },
  { name: 'Workday evenings', windows: onDays(WORKDAYS, '18:00', '21:00') },
  { name: 'Weekend mornings', windows: onDays([6, 7], '09:00', '12:00') },
];

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Adds windows; those that touch or overlap on a day become one, because overlapping ones are refused. */
export function addWindows(
  windows: readonly AvailabilityWindow[],
  added: readonly AvailabilityWindow[],
): AvailabilityWindow[] {
  const sorted = [...windows, ...added].sort((a, b) => a.weekday - b.weekday || a.start.localeCompare(b.start));
  const joined: AvailabilityWindow[] = [];
  for (const window of sorted) {
    const last = joined.at(-1);
    if (last?.weekday === window.weekday && window.start <= last.end) {
      joined[joined.length - 1] = { ...last, end: last.end > window.end ? last.end : window.end };
    } else {
      joined.push(window);
    }
  }
  return joined;
}

/** Where a new window on this day goes: after the last one, else in the evening. */
export function freshWindow(windows: readonly AvailabilityWindow[], weekday: Weekday): AvailabilityWindow {
  const lastEnd = Math.max(0, ...windows.filter((w) => w.weekday === weekday).map((w) => minutesOf(w.end)));
  const start = lastEnd === 0 ? 18 * 60 : Math.min(lastEnd + 60, 23 * 60);
  return { weekday, start: clock(start), end: clock(Math.min(start + 120, 24 * 60)) };
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

import { addDays, type LivedDay, livedDays } from './index';
import { ReferenceClock } from './reference-clock';

const ZONES = Intl.supportedValuesOf('timeZone');
const FROM = Date.UTC(2025, 0, 1);
const TO = Date.UTC(2028, 0, 1);
const DAY = 86_400_000;
const DAY_STARTS = ['00:00', '04:00', '02:30', '01:00'];
const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
const shownAt = (day: string, time: string): number => Date.parse(`${day}T${time}:00Z`);

/** The instants of a local time by the reference, earlier first; for one that is skipped, the end of the gap. */
function reference(clock: ReferenceClock, planned: number): [number, number] {
  const instants = clock.instantsOf(planned);
  if (instants.length > 0) return [instants[0]!, instants.at(-1)!];
  const gap = clock.changes(planned - 2 * DAY, planned + 2 * DAY).find((change) => clock.shown(change) > planned)!;
  return [gap, gap];
}

/** Which days to look at, first date and number: four around each change of the clocks, and one week of each year. */
function spans(clock: ReferenceClock): [string, number][] {
  const around = clock.changes(FROM, TO).map((change): [string, number] => [dateOf(change - 2 * DAY), 4]);
  return [...around, ['2025-02-26', 7], ['2026-05-05', 7], ['2027-12-28', 7]];
}

function problemsOf(day: LivedDay, clock: ReferenceClock): string[] {
  const [opens] = reference(clock, shownAt(day.label, day.dayStart));
  const [, due] = reference(clock, shownAt(addDays(day.label, 1), day.dayStart));
  const isRight = day.openAt.getTime() === opens && day.dueAt.getTime() === due;
  return isRight ? [] : [`${day.zone} ${day.dayStart} ${day.label}`];
}

describe('the days of every IANA zone over three years', () => {
  it('begin and end where an independent clock says', () => {
    const wrong: string[] = [];
    let checked = 0;
    ZONES.forEach((zone, index) => {
      const clock = new ReferenceClock(zone);
      const dayStarts = [DAY_STARTS[index % 4]!, DAY_STARTS[(index + 1) % 4]!];
      for (const [start, count] of spans(clock)) {
        for (const dayStart of dayStarts) {
          const lived = livedDays({ zone, dayStart, start, count, moves: [] });
          expect(lived).toHaveLength(count);
          checked += lived.length;
          wrong.push(...lived.flatMap((day) => problemsOf(day, clock)));
        }
      }
    });
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(ZONES.length * 2 * 21);
  });

  it('of somebody who moves away on the day of a change end at the later of both ends', () => {
    const wrong: string[] = [];
    ZONES.forEach((zone, index) => {
      const there = ZONES[(index * 7 + 3) % ZONES.length]!;
      const [home, away] = [new ReferenceClock(zone), new ReferenceClock(there)];
      for (const change of home.changes(FROM, TO)) {
        const start = dateOf(home.shown(change));
        const at = new Date(reference(home, shownAt(start, '04:00'))[0] + 3 * 3_600_000);
        const [day] = livedDays({ zone, dayStart: '04:00', start, count: 5, moves: [{ at, zone: there }] });
        const next = shownAt(addDays(start, 1), '04:00');
        const ends = [reference(home, next)[1], reference(away, next)[1]].filter((end) => end > at.getTime());
        if (day!.dueAt.getTime() !== Math.max(...ends)) wrong.push(`${zone} to ${there} on ${start}`);
      }
    });
    expect(wrong).toEqual([]);
  });
});

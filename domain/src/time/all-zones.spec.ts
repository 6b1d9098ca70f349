import { type TimeZone } from '../documents';
import { clockChanges, instantAt, localDay, wallTime } from './index';
import { ReferenceClock, TabledClock } from './reference-clock';

type Clock = ReferenceClock | TabledClock;
const FROM = Date.UTC(2025, 0, 1);
const TO = Date.UTC(2028, 0, 1);
const MINUTE = 60_000;

const dayAndTime = (shown: number): [string, string] => {
  const [day, time] = new Date(shown).toISOString().split('T');
  return [day!, time!.slice(0, 5)];
};

/** Local times in, at the edges of and around each change of the clocks, and two plain ones. */
function interestingTimes(clock: Clock, changes: readonly number[]): number[] {
  const around = changes.flatMap((change) => {
    const [before, after] = [change + clock.offset(change - 1000), clock.shown(change)];
    const [first, last] = [Math.min(before, after), Math.max(before, after)];
    return [
      first - MINUTE,
      first,
      (first + last) / 2,
      last - MINUTE,
      last,
      first - 1440 * MINUTE,
      last + 1440 * MINUTE,
    ];
  });
  return [...around, Date.UTC(2026, 1, 3, 0, 0), Date.UTC(2026, 7, 3, 18, 30)];
}

/** What `instantAt` should give, by the reference. */
function expected(clock: Clock, planned: number, changes: readonly number[]): [number, number] {
  const instants = clock.instantsOf(planned);
  if (instants.length > 0) return [instants[0]!, instants.at(-1)!];
  const gap = changes.find((change) => clock.shown(change) > planned);
  return [gap!, gap!];
}

describe.each<[string, string[], (zone: string) => Clock]>([
  ['Intl', Intl.supportedValuesOf('timeZone'), (zone) => new ReferenceClock(zone)],
  ['tables of its own', TabledClock.names(), (zone) => new TabledClock(zone)],
])('over three years, by %s', (_, zones, clockOf) => {
  it(`instants of local times agree in ${zones.length} zones, and local times of instants`, () => {
    const wrong: string[] = [];
    let checked = 0;
    for (const zone of zones) {
      const clock = clockOf(zone);
      const changes = clock.changes(FROM, TO);
      for (const planned of interestingTimes(clock, changes)) {
        const [day, time] = dayAndTime(planned);
        const [start, deadline] = expected(clock, Math.floor(planned / MINUTE) * MINUTE, changes);
        const [givenStart, givenDeadline] = [
          instantAt(day, time, zone, 'start').getTime(),
          instantAt(day, time, zone, 'deadline').getTime(),
        ];
        checked += 1;
        if (givenStart !== start || givenDeadline !== deadline) wrong.push(`${zone} ${day} ${time}`);
      }
      for (const change of changes)
        for (const instant of [change - MINUTE, change, change + 60 * MINUTE]) {
          const [day, time] = dayAndTime(clock.shown(instant));
          checked += 1;
          if (wallTime(new Date(instant), zone) !== time) wrong.push(`${zone} at ${instant}: not ${time}`);
          // Where the clocks are set back over midnight the day that had begun goes on.
          const days = [day, dayAndTime(clock.shown(change - MINUTE))[0]];
          if (!days.includes(localDay(new Date(instant), zone))) wrong.push(`${zone} at ${instant}: not ${day}`);
        }
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(zones.length * 2);
  });

  it('clock changes are those that it finds', () => {
    const found = (zone: TimeZone) =>
      clockChanges(zone, '2025-01-02', 1093).map(({ at, shiftMinutes }) => [at.toISOString(), shiftMinutes]);
    const wrong = zones.flatMap((zone) => {
      const clock = clockOf(zone);
      const reference = clock
        .changes(FROM, TO)
        .map((at) => [new Date(at).toISOString(), (clock.offset(at) - clock.offset(at - 1000)) / MINUTE]);
      const [given, expected] = [JSON.stringify(found(zone)), JSON.stringify(reference)];
      return given === expected ? [] : [`${zone}: ${given} instead of ${expected}`];
    });
    expect(wrong).toEqual([]);
  });
});

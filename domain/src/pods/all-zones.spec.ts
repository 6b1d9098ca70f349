import { addDays, weekdayOf } from '../time';
import { ReferenceClock } from '../time/reference-clock';
import { nextMeeting } from './meetings';

const ZONES = Intl.supportedValuesOf('timeZone');
const FROM = Date.UTC(2025, 0, 1);
const TO = Date.UTC(2028, 0, 1);
const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

/** When the clocks show `planned`: the earlier of two, and where it is skipped the change that skips it. */
function expectedStart(clock: ReferenceClock, planned: number, changes: readonly number[]): number {
  return clock.instantsOf(planned)[0] ?? changes.find((change) => clock.shown(change) > planned)!;
}

/** Local times just before, at the edges of, inside and after what a change of the clocks skips or repeats. */
function timesAround(clock: ReferenceClock, change: number): number[] {
  const [before, after] = [change + clock.offset(change - 1000), clock.shown(change)];
  const [first, last] = [Math.min(before, after), Math.max(before, after)];
  return [first - 30 * MINUTE, (first + last) / 2, last - MINUTE, last];
}

describe('a weekly meeting, in every IANA zone over three years', () => {
  it('is found a week before, on and a week after each change of the clocks as a second way of reckoning finds it', () => {
    const wrong: string[] = [];
    let checked = 0;
    for (const zone of ZONES) {
      const clock = new ReferenceClock(zone);
      const changes = clock.changes(FROM, TO);
      for (const planned of changes.flatMap((change) => timesAround(clock, change))) {
        const minute = Math.floor(planned / MINUTE) * MINUTE;
        const [day, time] = new Date(minute).toISOString().split('T') as [string, string];
        const pod = { timeZone: zone, meeting: { weekday: weekdayOf(day), time: time.slice(0, 5), minutes: 50 } };
        const starts = [-1, 0, 1].map((week) => expectedStart(clock, minute + week * WEEK, changes));
        const found = starts.map((start) => nextMeeting(pod, new Date(start - 24 * 60 * MINUTE)).getTime());
        const chained = [nextMeeting(pod, new Date(starts[0]!)), nextMeeting(pod, new Date(starts[1]!))];
        checked += 1;
        if (String(found) !== String(starts) || String(chained.map(Number)) !== String(starts.slice(1)))
          wrong.push(`${zone} ${day} ${time}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(1000);
  });

  it('comes 156 times at the same time on the wall wherever that exists', () => {
    for (const zone of [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Asia/Kolkata',
    ])
      for (const time of ['02:30', '18:00']) {
        const clock = new ReferenceClock(zone);
        const changes = clock.changes(FROM, TO + WEEK);
        const pod = { timeZone: zone, meeting: { weekday: 7, time, minutes: 50 } };
        let at = new Date(FROM);
        for (let day = '2025-01-05'; day < '2027-12-31'; day = addDays(day, 7)) {
          at = nextMeeting(pod, at);
          const planned = Date.parse(`${day}T${time}:00Z`);
          expect([zone, day, at.getTime()]).toEqual([zone, day, expectedStart(clock, planned, changes)]);
        }
      }
  });
});

import { shiftWarningsDue } from './time-shifts';

// Clocks change in Berlin on 25 October and in New York on 1 November; the pod meets on Thursdays, 19:00 in Berlin.
const pod = { timeZone: 'Europe/Berlin', meeting: { weekday: 4, time: '19:00', minutes: 50 } };
const OFF = Date.parse('2026-10-29T18:00:00Z');
const BACK = Date.parse('2026-11-05T18:00:00Z');
const daysBefore = (at: number, days: number, ms = 0) => new Date(at - days * 24 * 3_600_000 + ms);
const due = (now: Date, zone = 'America/New_York') =>
  shiftWarningsDue(pod, zone, now).map(({ shift, daysAhead }) => [shift.at.getTime(), daysAhead]);

describe('the warning that a meeting moves on a member’s clock', () => {
  it.each([
    ['before two weeks', daysBefore(OFF, 14, -1), []],
    ['two weeks ahead', daysBefore(OFF, 14), [[OFF, 14]]],
    [
      'a little over two days ahead, with the way back',
      daysBefore(OFF, 2, -1),
      [
        [OFF, 14],
        [BACK, 14],
      ],
    ],
    [
      'two days ahead',
      daysBefore(OFF, 2),
      [
        [OFF, 2],
        [BACK, 14],
      ],
    ],
    ['when it has moved', new Date(OFF), [[BACK, 14]]],
    ['two days before the way back', daysBefore(BACK, 2), [[BACK, 2]]],
    ['afterwards', new Date(BACK), []],
  ])('%s', (_, now, expected) => expect(due(now)).toEqual(expected));

  it.each(['Europe/Berlin', 'Europe/London'])('is for nobody in %s, whose clocks change with the pod’s', (zone) =>
    expect(due(daysBefore(OFF, 2), zone)).toEqual([]),
  );
});

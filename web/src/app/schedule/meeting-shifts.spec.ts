import { TestBed } from '@angular/core/testing';
import { aMember, aPod, aSession } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { Today } from '../today/today';
import { MeetingShifts } from './meeting-shifts';
import { Schedule } from './schedule';

// Clocks change in Berlin on 25 October and in New York on 1 November; the pod meets on Thursdays, 19:00 Berlin time.
const BERLIN = aPod({ timeZone: 'Europe/Berlin' });
const OFF = 'From Thursday 29 October your pod meets at 14:00 your time instead of 13:00: clocks do not change';
const BACK = 'From Thursday 5 November your pod meets at 13:00 your time instead of 14:00: clocks do not change';

describe('a meeting that moves on the reader’s clock', () => {
  let boundary: FakeBoundary;
  const at = (instant: string) => boundary.seconds.set(Date.parse(instant) / 1000);
  beforeEach(() => {
    boundary = new FakeBoundary();
    boundary.member.next(aMember({ podId: 'p1', timeZone: 'America/New_York' }));
    boundary.pod.next(BERLIN);
    at('2026-10-20T12:00:00Z');
    TestBed.configureTestingModule({ providers: boundary.providers() });
  });
  afterEach(() => document.body.replaceChildren());

  it('is announced two weeks ahead, there and back, until it has moved', async () => {
    at('2026-10-12T12:00:00Z');
    const screen = await show(MeetingShifts);
    expect(screen.text()).toBe('');
    at('2026-10-15T12:00:00Z');
    await screen.settle();
    expect(screen.text()).toContain(OFF);
    at('2026-10-25T12:00:00Z');
    await screen.settle();
    expect(screen.text()).toContain(OFF);
    expect(screen.text()).toContain(BACK);
    at('2026-10-30T12:00:00Z');
    await screen.settle();
    expect(screen.text()).not.toContain(OFF);
    expect(screen.text()).toContain(BACK);
  });

  it.each([
    ['who lives where the pod meets', { timeZone: 'Europe/Berlin' }],
    ['whose clocks change with the pod’s', { timeZone: 'Europe/London' }],
    ['without a pod', { podId: null }],
  ])('is no matter for somebody %s', async (_, over) => {
    boundary.member.next(aMember({ podId: 'p1', timeZone: 'America/New_York', ...over }));
    expect((await show(MeetingShifts)).text()).toBe('');
  });

  it('is not spoken of where the pod cannot be read or has ended', async () => {
    boundary.pod.next(aPod({ timeZone: 'Europe/Berlin', status: 'ended' }));
    expect((await show(MeetingShifts)).text()).toBe('');
    boundary.isBroken = true;
    expect((await show(MeetingShifts)).text()).toBe('');
  });

  it.each([
    ['instead of the meeting itself while that is not on the schedule', [], { insteadOf: '2026-10-29T18:00:00.000Z' }],
    [
      'for its session once that is there',
      [aSession({ startsAt: new Date('2026-10-29T18:00:00Z') })],
      { sessionId: 'se1', insteadOf: null },
    ],
  ])('can be swapped for a fairer time: %s', async (_, sessions, asked) => {
    boundary.answers.set('suggestTimes', () => ({ times: [], current: null, turn: null }));
    boundary.sessions.next(sessions);
    const screen = await show(Schedule);
    await screen.press('Propose a swap for Thursday 29 October');
    expect(screen.text()).toContain('Another time for Thursday 29 October, 14:00');
    expect(boundary.asked.at(-1)).toMatchObject({ name: 'suggestTimes', input: asked });
  });

  it.each([
    ['the schedule', Schedule],
    ['today', Today],
  ])('is told on %s', async (_, page) => {
    expect((await show<Schedule | Today>(page)).text()).toContain(OFF);
  });
});

import { TestBed } from '@angular/core/testing';
import { aMember, aPod, aSession } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { CallRefused } from '../firebase';
import { Schedule } from './schedule';
import { sessionWeeks } from './session-weeks';

let boundary: FakeBoundary;
beforeEach(() => {
  boundary = new FakeBoundary();
  boundary.member.next(aMember({ podId: 'p1' }));
  boundary.pod.next(aPod());
  TestBed.configureTestingModule({ providers: boundary.providers() });
});
afterEach(() => document.body.replaceChildren());

describe('weeks', () => {
  it('are the reader’s: a late Sunday for one is Monday for another', () => {
    const session = aSession({ startsAt: new Date('2026-11-29T23:30:00Z') });
    const now = new Date('2026-11-24T12:00:00Z');
    expect(sessionWeeks([session], 'Europe/London', now).map(({ title }) => title)).toEqual(['This week']);
    expect(sessionWeeks([session], 'Europe/Berlin', now).map(({ title }) => title)).toEqual(['Next week']);
  });
});

describe('the schedule', () => {
  it('shows sessions on the reader’s clock and names the pod’s zone', async () => {
    boundary.sessions.next([aSession()]);
    const text = (await show(Schedule)).text();
    expect(text).toContain('All times are Berlin time. Your pod meets by London time.');
    expect(text).toContain('This week20:00Tuesday 24 NovemberAgreedin 7 h · 60 minutesTuesday 19:00 London time');
  });

  it('does not name the pod’s zone where it is the reader’s', async () => {
    boundary.pod.next(aPod({ timeZone: 'Europe/Berlin' }));
    expect((await show(Schedule)).text()).not.toContain('Your pod meets by');
  });

  it('lets a proposed time be agreed to, at the version that was seen', async () => {
    boundary.sessions.next([aSession({ state: 'draft', agreedBy: ['ben'], version: 3 })]);
    const screen = await show(Schedule);
    expect(screen.text()).toContain('Agreed by Ben Okafor.');
    await screen.press('Agree to Tuesday 20:00');
    expect(boundary.asked[0]?.input).toMatchObject({
      sessionId: 'se1',
      expectedVersion: 3,
      command: { kind: 'agree' },
    });
  });

  it('asks nobody twice', async () => {
    boundary.sessions.next([aSession({ state: 'draft', agreedBy: ['ana'] })]);
    const screen = await show(Schedule);
    expect(screen.text()).toContain('Agreed by you.');
    expect(screen.hasAct('Agree to Tuesday 20:00')).toBe(false);
  });

  it('says what to do when somebody answered at the same moment', async () => {
    boundary.refuse('commandSession', new CallRefused('aborted', 'stale'));
    boundary.sessions.next([aSession({ state: 'draft', agreedBy: ['ben'] })]);
    const screen = await show(Schedule);
    await screen.press('Agree to Tuesday 20:00');
    expect(screen.text()).toContain('Somebody answered at the same moment.');
  });

  it('is calm when nothing is set, and before there is a pod', async () => {
    expect((await show(Schedule)).text()).toContain('No session is set');
    boundary.member.next(aMember());
    expect((await show(Schedule)).hasAct('Find my pod')).toBe(true);
  });
});

describe('Propose a time', () => {
  it('reads the time on the reader’s clock and sends an instant', async () => {
    const screen = await show(Schedule);
    await screen.press('Propose a time');
    expect(document.activeElement).toBe(screen.field('Day'));
    await screen.fill('Day', '2026-11-26');
    await screen.fill('Time', '19:30');
    expect(screen.text()).toContain('Thursday 26 November, 19:30 (Thursday 18:30 London time)');
    await screen.press('Send proposal');
    expect(boundary.asked[0]?.input).toMatchObject({ podId: 'p1', startsAt: '2026-11-26T18:30:00.000Z', minutes: 60 });
    expect(screen.hasAct('Propose a time')).toBe(true);
  });

  it.each([
    ['no day', '', 'Choose a day and a time.'],
    ['a past day', '2026-11-01', 'Choose a day from today on'],
    ['a year of five digits', '20261-11-26', 'Choose a day from today on'],
  ])('asks again after %s', async (_, day, words) => {
    const screen = await show(Schedule);
    await screen.press('Propose a time');
    await screen.fill('Time', '19:30');
    const field = screen.field('Day');
    Object.defineProperty(field, 'value', { value: day, configurable: true, writable: true });
    field.dispatchEvent(new Event('input'));
    await screen.settle();
    await screen.press('Send proposal');
    expect(screen.text()).toContain(words);
    expect(boundary.asked).toEqual([]);
  });

  it('keeps the form open with the server’s words when it refuses', async () => {
    boundary.refuse('proposeSession', new CallRefused('failed-precondition', 'This pod has ended.'));
    const screen = await show(Schedule);
    await screen.press('Propose a time');
    await screen.fill('Day', '2026-11-26');
    await screen.press('Send proposal');
    expect(screen.text()).toContain('This pod has ended.');
    expect(screen.field('Day').value).toBe('2026-11-26');
  });
});

import { TestBed } from '@angular/core/testing';
import { type CallableOutput } from '@podmates/domain';
import { aCard, aMember, aPod, aSession } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { CallRefused } from '../firebase';
import { Schedule } from './schedule';
import { sessionWeeks } from './session-weeks';

const NO_TIMES: CallableOutput<'suggestTimes'> = { times: [], current: null, turn: null };
let boundary: FakeBoundary;
/** What was sent, without what was asked for to show it. */
const sent = () => boundary.asked.filter(({ name }) => name !== 'suggestTimes').map(({ input }) => input);
beforeEach(() => {
  boundary = new FakeBoundary();
  boundary.member.next(aMember({ podId: 'p1' }));
  boundary.pod.next(aPod());
  boundary.answers.set('suggestTimes', () => NO_TIMES);
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

  it('says of a session that began early that it runs, and not when it begins', async () => {
    boundary.sessions.next([aSession({ state: 'live' })]);
    expect((await show(Schedule)).text()).toContain('Live now60 minutes');
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
    expect(sent()[0]).toMatchObject({
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
    expect(document.activeElement?.textContent).toBe('A time for your pod');
    await screen.fill('Day', '2026-11-26');
    await screen.fill('Time', '19:30');
    expect(screen.text()).toContain('Thursday 26 November, 19:30 (Thursday 18:30 London time)');
    await screen.press('Send proposal');
    expect(sent()[0]).toMatchObject({ podId: 'p1', startsAt: '2026-11-26T18:30:00.000Z', minutes: 60 });
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
    expect(sent()).toEqual([]);
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

const NEW_TIME = '2026-11-27T18:00:00.000Z';
const SUGGESTED: CallableOutput<'suggestTimes'> = {
  times: [
    {
      startsAt: NEW_TIME,
      isBackup: false,
      relievesId: 'ben',
      members: [
        { id: 'ana', comfort: 'good', localTime: '19:00' },
        { id: 'ben', comfort: 'late', localTime: '21:00' },
      ],
    },
    {
      startsAt: '2026-11-29T09:00:00.000Z',
      isBackup: true,
      relievesId: null,
      members: [
        { id: 'ana', comfort: 'early', localTime: '07:00' },
        { id: 'ben', comfort: 'outside-hours', localTime: null },
      ],
    },
  ],
  current: { startsAt: '2026-11-24T19:00:00.000Z', members: [{ id: 'ben', comfort: 'night', localTime: '02:00' }] },
  turn: null,
};

describe('suggested times', () => {
  beforeEach(() => boundary.answers.set('suggestTimes', () => SUGGESTED));

  it('say how each suits whom, and fill the form with the one that is chosen', async () => {
    const screen = await show(Schedule);
    await screen.press('Propose a time');
    expect(boundary.asked[0]?.input).toEqual({ podId: 'p1', sessionId: null, insteadOf: null });
    expect(screen.text()).toContain('21:00 for Ben Okafor, late · 19:00 for you');
    expect(screen.text()).toContain('Easier on Ben Okafor, who has had the early and late hours lately');
    expect(screen.text()).toContain('Ben Okafor: outside of the hours named · 07:00 for you, early');
    await screen.press('Choose Friday 27 November, 19:00');
    expect(screen.act('Choose Friday 27 November, 19:00').getAttribute('aria-pressed')).toBe('true');
    expect([screen.field('Day').value, screen.field('Time').value]).toEqual(['2026-11-27', '19:00']);
    await screen.press('Send proposal');
    expect(sent()[0]).toMatchObject({ startsAt: NEW_TIME, minutes: 60 });
  });

  it('give way to a time that is typed', async () => {
    const screen = await show(Schedule);
    await screen.press('Propose a time');
    await screen.press('Choose Friday 27 November, 19:00');
    await screen.fill('Time', '20:00');
    await screen.press('Send proposal');
    expect(sent()[0]).toMatchObject({ startsAt: '2026-11-27T19:00:00.000Z' });
  });

  it('leave the form usable when they cannot be read', async () => {
    boundary.refuse('suggestTimes', new CallRefused('unavailable', 'away'));
    const screen = await show(Schedule);
    await screen.press('Propose a time');
    expect(screen.text()).toContain('The suggestions cannot be read just now.');
    boundary.isOnline.set(false);
    await screen.settle();
    expect(screen.text()).toContain('The suggestions come back with the network.');
    await screen.fill('Day', '2026-11-26');
    await screen.press('Send proposal');
    expect(boundary.asked.at(-1)?.name).toBe('proposeSession');
  });
});

const MOVE = {
  startsAt: new Date(NEW_TIME),
  proposedBy: 'ben',
  agreedBy: ['ben'],
  declinedBy: [],
  expiresAt: new Date('2026-11-24T18:50:00Z'),
};

describe('another time for a session', () => {
  it('is proposed for the version that was seen, the fairest time chosen already', async () => {
    boundary.answers.set('suggestTimes', () => SUGGESTED);
    boundary.sessions.next([aSession({ version: 4 })]);
    const screen = await show(Schedule);
    await screen.press('Propose another time for Tuesday 20:00');
    expect(screen.text()).toContain('Another time for Tuesday 24 November, 20:00');
    expect(screen.text()).toContain('As it is now: 02:00 for Ben Okafor, at night');
    await screen.press('Send proposal');
    expect(boundary.asked[1]?.input).toMatchObject({ sessionId: 'se1', insteadOf: null });
    expect(sent()).toMatchObject([
      { sessionId: 'se1', expectedVersion: 4, command: { kind: 'propose-move', startsAt: NEW_TIME } },
    ]);
  });

  it('is voted on with its end and its default stated', async () => {
    boundary.sessions.next([aSession({ move: MOVE, version: 5 })]);
    const screen = await show(Schedule);
    expect(screen.text()).toContain(
      'Ben Okafor proposes Friday 27 November, 19:00 instead.Agreed by Ben Okafor.Open until Tuesday 24 November, 19:50. ' +
        'Unless more than half of those who are around agree, the time stays as it is.',
    );
    expect(screen.hasAct('Propose another time for Tuesday 20:00')).toBe(false);
    await screen.press('Agree to move to Friday 19:00');
    await screen.press('Keep this time: Tuesday 20:00');
    const answers = sent().map((input) => (input as { command: unknown }).command);
    expect(answers).toEqual([
      { kind: 'answer-move', startsAt: NEW_TIME, answer: 'agree' },
      { kind: 'answer-move', startsAt: NEW_TIME, answer: 'decline' },
    ]);
  });

  it('can be taken back by its proposer, who is not asked', async () => {
    boundary.sessions.next([aSession({ move: { ...MOVE, proposedBy: 'ana', agreedBy: ['ana'] } })]);
    const screen = await show(Schedule);
    expect(screen.hasAct('Agree to move to Friday 19:00')).toBe(false);
    await screen.press('Take back the move to Friday 19:00');
    expect(sent()[0]).toMatchObject({ command: { kind: 'answer-move', answer: 'decline' } });
  });
});

describe('a proposed time', () => {
  it('can be declined, and says when it ends and what holds then', async () => {
    const voteEndsAt = new Date('2026-11-24T16:00:00Z');
    boundary.sessions.next([aSession({ state: 'draft', agreedBy: ['ben'], proposedBy: 'ben', voteEndsAt })]);
    const screen = await show(Schedule);
    expect(screen.text()).toContain('Open until Tuesday 24 November, 17:00.');
    expect(screen.text()).toContain('otherwise nothing changes');
    await screen.press('Decline Tuesday 20:00');
    expect(sent()[0]).toMatchObject({ command: { kind: 'decline' } });
  });

  it('is taken back by its proposer', async () => {
    boundary.sessions.next([aSession({ state: 'draft', agreedBy: ['ana'], proposedBy: 'ana' })]);
    const screen = await show(Schedule);
    await screen.press('Take back Tuesday 20:00');
    expect(sent()[0]).toMatchObject({ command: { kind: 'cancel' } });
  });
});

describe('Cannot come', () => {
  it.each([
    ['2026-11-24T07:00:00Z', 'This long before, it leaves no trace.'],
    ['2026-11-24T12:00:00Z', 'You are excused.'],
    ['2026-11-24T18:00:00Z', 'it counts as half a missed session.'],
  ])('at %s says what follows before it is said: %s', async (now, words) => {
    boundary.seconds.set(Date.parse(now) / 1000);
    boundary.sessions.next([aSession({ createdAt: new Date('2026-11-20T12:00:00Z') })]);
    const screen = await show(Schedule);
    await screen.press('Cannot come on Tuesday 20:00');
    expect(screen.text()).toContain('Too few would be left, so the session is called off.');
    expect(screen.text()).toContain(words);
    expect(sent()).toEqual([]);
    expect(document.activeElement).toBe(screen.act('I cannot come'));
    await screen.press('I cannot come');
    expect(sent()[0]).toMatchObject({ command: { kind: 'cannot-come' } });
  });

  it('leaves the others to meet where enough are left, and can be taken back', async () => {
    const three = { memberIds: ['ana', 'ben', 'cem'], names: { ana: 'Ana', ben: 'Ben', cem: 'Cem' } };
    boundary.sessions.next([aSession(three)]);
    const screen = await show(Schedule);
    await screen.press('Cannot come on Tuesday 20:00');
    expect(screen.text()).toContain('The others meet without you.');
    await screen.press('Not now');
    expect(document.activeElement).toBe(screen.act('Cannot come on Tuesday 20:00'));
    boundary.sessions.next([aSession({ ...three, withdrawals: { ana: new Date(), ben: new Date() } })]);
    await screen.settle();
    expect(screen.text()).toContain('Without you');
    expect(screen.text()).toContain('Ben cannot come.');
    await screen.press('I can come after all on Tuesday 20:00');
    expect(sent()[0]).toMatchObject({ command: { kind: 'can-come' } });
  });
});

describe('a turn', () => {
  it.each([
    ['ben', 'fell on Ben Okafor most'],
    ['ana', 'fell on you most'],
    [null, 'fell on one of you most'],
  ])('that is due for %s is offered as a fairer time for the next session', async (relievesId, words) => {
    boundary.answers.set('suggestTimes', () => ({ ...SUGGESTED, turn: { startsAt: NEW_TIME, relievesId } }));
    boundary.sessions.next([aSession()]);
    const screen = await show(Schedule);
    expect(screen.text()).toContain(words);
    expect(screen.text()).toContain('Friday 27 November, 19:00 would share them more evenly.');
    await screen.press('Propose a fairer time');
    expect(screen.text()).toContain('Another time for Tuesday 24 November, 20:00');
  });

  it.each([
    ['in a pod of one zone', () => boundary.pod.next(aPod({ cards: [aCard(), aCard({ id: 'ana' })] }))],
    ['while another time is voted on', () => boundary.sessions.next([aSession({ move: MOVE })])],
    ['without a session', () => boundary.sessions.next([])],
  ])('is not asked for %s', async (_, given) => {
    boundary.sessions.next([aSession()]);
    given();
    await show(Schedule);
    expect(boundary.asked).toEqual([]);
  });

  it('is no matter for the page when it cannot be read', async () => {
    boundary.refuse('suggestTimes', new CallRefused('unavailable', 'away'));
    boundary.sessions.next([aSession()]);
    expect((await show(Schedule)).text()).not.toContain('fairer');
  });
});

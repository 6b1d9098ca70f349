import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { NO_PREFERENCES } from '@podmates/domain';
import { aCard, aMatchRequest, aMember, aProposal, aSprint, aWaitlist, NOW } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { CallRefused } from '../firebase';
import { Notices } from '../ui/notices';
import { Matching } from './matching';

let boundary: FakeBoundary;
let navigate: jest.SpyInstance;
beforeEach(() => {
  boundary = new FakeBoundary();
  TestBed.configureTestingModule({ providers: boundary.providers() });
  navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
});
afterEach(() => document.body.replaceChildren());

const inHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const undo = () =>
  TestBed.inject(Notices)
    .shown()
    .find(({ act }) => act?.label === 'Undo')
    ?.act?.run();

describe('the queue', () => {
  it('says since when, what happens and how to leave', async () => {
    boundary.request.next(aMatchRequest());
    const screen = await show(Matching);
    expect(screen.text()).toContain('You joined the queue 1 h ago.');
    await screen.press('Leave queue');
    expect(boundary.asked.map(({ name }) => name)).toEqual(['cancelMatch']);
  });

  it('says since when they wait, not what place they were given', async () => {
    boundary.request.next(aMatchRequest({ waitingSince: inHours(-73), headStartMs: 72 * 3_600_000 }));
    expect((await show(Matching)).text()).toContain('You joined the queue 1 h ago.');
  });

  it('says so when nobody is being looked for', async () => {
    boundary.request.next(aMatchRequest({ status: 'cancelled' }));
    expect((await show(Matching)).text()).toContain('You are not in the queue');
  });

  it('takes back somebody who had left the queue', async () => {
    boundary.request.next(aMatchRequest({ status: 'cancelled' }));
    const screen = await show(Matching);
    await screen.press('Find my pod');
    expect(boundary.asked).toEqual([{ name: 'requestMatch', input: {} }]);
  });

  it('is paused until the morning of a day on the reader’s calendar', async () => {
    boundary.request.next(aMatchRequest());
    const screen = await show(Matching);
    await screen.press('Pause until …');
    expect(document.activeElement).toBe(screen.field('You are back on'));
    await screen.fill('You are back on', '2026-11-24');
    await screen.press('Pause');
    expect(screen.text()).toContain('Choose a day from tomorrow on, within 90 days.');
    await screen.fill('You are back on', '2026-12-01');
    await screen.press('Pause');
    expect(boundary.asked).toEqual([{ name: 'snoozeMatching', input: { until: '2026-11-30T23:00:00.000Z' } }]);
  });

  it('says when a pause ends, and ends it earlier', async () => {
    boundary.request.next(aMatchRequest({ status: 'snoozed', snoozedUntil: new Date('2026-11-30T23:00:00Z') }));
    const screen = await show(Matching);
    expect(screen.text()).toContain('You are back on Tuesday 1 December, 00:00.');
    await screen.press('Wake up now');
    expect(boundary.asked).toEqual([{ name: 'snoozeMatching', input: { until: null } }]);
  });

  it('offers another try when the listener ended', async () => {
    boundary.isBroken = true;
    boundary.request.next(aMatchRequest());
    const screen = await show(Matching);
    boundary.isBroken = false;
    await screen.press('Try again');
    expect(screen.hasAct('Leave queue')).toBe(true);
  });
});

describe('after a day of waiting', () => {
  const sprint = aSprint({ availability: [{ weekday: 2, start: '17:00', end: '18:00' }] });
  const member = aMember({ activeSprintId: 's1', preferences: { ...NO_PREFERENCES, sizes: [3, 4] } });
  beforeEach(() => {
    boundary.sprint.next(sprint);
    boundary.member.next(member);
    boundary.request.next(aMatchRequest({ waitingSince: inHours(-25), sizes: [3, 4], waitlist: aWaitlist() }));
  });

  it('the place, what others waited and what would help are said in numbers', async () => {
    const text = (await show(Matching)).text();
    expect(text).toContain('You joined the queue 1 d 1 h ago, on Monday 23 November, 12:00.');
    expect(text).toContain('You are number 2 of the 7 people who wait for this track in your language.');
    expect(text).toContain('Half of the 12 people who were matched lately had waited between 5 and 30 hours.');
    expect(text).toContain('Counted 10 min ago.');
  });

  it('hours are added in one tap, joined with those that are there, and taken back in another', async () => {
    const screen = await show(Matching);
    await screen.press('Add Tuesday 18:00–20:00: 6 more people');
    const added = [{ weekday: 2, start: '17:00', end: '20:00' }];
    expect(boundary.asked).toEqual([{ name: 'saveAvailability', input: { availability: added } }]);
    undo();
    await screen.settle();
    expect(boundary.asked[1]?.input).toEqual({ availability: sprint.availability });
  });

  it('a size is allowed in one tap, and taken back in another', async () => {
    const screen = await show(Matching);
    await screen.press('Allow pods of two: 3 more people');
    undo();
    await screen.settle();
    expect(boundary.asked.map(({ name, input }) => [name, input])).toEqual([
      ['saveMatchPreferences', { preferences: expect.objectContaining({ sizes: [2, 3, 4] }) }],
      ['saveMatchPreferences', { preferences: member.preferences }],
    ]);
  });

  it('what is allowed already is not offered', async () => {
    boundary.request.next(aMatchRequest({ hours: [41, 42], waitlist: aWaitlist() }));
    const screen = await show(Matching);
    expect(screen.text()).toContain('Nothing you could change would add anybody just now.');
  });
});

describe('a proposal', () => {
  beforeEach(() => {
    boundary.request.next(aMatchRequest({ status: 'proposed' }));
    boundary.proposal.next(aProposal());
  });

  it('shows who, why, the shared hours and the meeting on the reader’s clock, and until when', async () => {
    const text = (await show(Matching)).text();
    expect(text).toContain('You and Ben Okafor');
    expect(text).toContain('Shared hours80 %many hours in commoncounts 32 %');
    expect(text).toContain('Experience50 %a little differentcounts 10 %');
    expect(text).toContain('Thursday 20:00 for 60 minutes');
    expect(text).toContain('Thursday 19:00 London time');
    expect(text).toContain('Monday 18:00–21:00');
    expect(text).toContain('It closes in 20 h, Wednesday 25 November, 09:00.');
  });

  it('shows a name as text, whatever is in it', async () => {
    boundary.proposal.next(aProposal({ cards: [aCard({ displayName: '<img src=x>' })] }));
    const screen = await show(Matching);
    expect(screen.text()).toContain('<img src=x>');
    expect(screen.element.querySelector('img')).toBeNull();
  });

  it('is accepted in one press, then waits for the others', async () => {
    const screen = await show(Matching);
    await screen.press('Accept');
    expect(boundary.asked).toEqual([{ name: 'answerProposal', input: { proposalId: 'pr1', answer: 'accept' } }]);
    boundary.proposal.next(aProposal({ answers: { ana: 'accepted', ben: 'waiting' } }));
    await screen.settle();
    expect(screen.text()).toContain('You said yes.');
    expect(screen.hasAct('Accept')).toBe(false);
  });

  it('is answered by a rematch in one press', async () => {
    const screen = await show(Matching);
    await screen.press('Rematch');
    expect(boundary.asked[0]?.input).toEqual({ proposalId: 'pr1', answer: 'rematch' });
  });

  it('says the server’s words when the answer came too late', async () => {
    boundary.refuse('answerProposal', new CallRefused('failed-precondition', 'This proposal has expired.'));
    const screen = await show(Matching);
    await screen.press('Accept');
    expect(screen.text()).toContain('This proposal has expired.');
  });

  it('cannot be answered once its day is over', async () => {
    boundary.proposal.next(aProposal({ expiresAt: inHours(-0.1) }));
    const screen = await show(Matching);
    expect(screen.text()).toContain('Its day is over. Everybody keeps their place, and the search goes on.');
    expect(screen.hasAct('Accept')).toBe(false);
  });

  it('says when the next rematch is, after three in a day', async () => {
    const rematchedAt = [inHours(-20), inHours(-10), inHours(-1)];
    boundary.request.next(aMatchRequest({ status: 'proposed', rematchedAt }));
    const screen = await show(Matching);
    expect(screen.text()).toContain('The next time is on Tuesday 24 November, 17:00.');
    await screen.press('Rematch');
    expect(boundary.asked).toEqual([]);
  });

  it('to a newcomer says that it is a short first pod with somebody who knows the way', async () => {
    boundary.proposal.next(aProposal({ kind: 'newcomer' }));
    const text = (await show(Matching)).text();
    expect(text).toContain('A starter pod of three days');
    expect(text).toContain('Then each of you is asked whether to stay.');
  });

  it('of a place in a pod names it and who is in it already', async () => {
    const cleo = aCard({ id: 'cleo', displayName: 'Cleo Crane' });
    const cards = [...aProposal().cards, cleo];
    boundary.proposal.next(aProposal({ kind: 'refill', podId: 'p1', cards, fences: { ana: 1 } }));
    const text = (await show(Matching)).text();
    expect(text).toMatch(/A place in [A-Z][a-z]+ [A-Z][a-z]+/);
    expect(text).toContain('Ben Okafor and Cleo Crane have a pod already, with a place to spare.');
    expect(text).toContain('In the pod already');
  });

  it('of company reaches somebody who has a pod', async () => {
    boundary.member.next(aMember({ podId: 'p1' }));
    const answers = { ana: 'accepted', ben: 'waiting' } as const;
    boundary.proposal.next(aProposal({ kind: 'refill', podId: 'p1', fences: { ben: 1 }, answers }));
    const screen = await show(Matching);
    expect(screen.text()).toContain('Your pod has a free place, and somebody fits who is asked now.');
    expect(screen.text()).toContain(
      'Your pod said yes. As soon as the others have, too, your pod has company at once.',
    );
    // The server takes neither answer of somebody whose pod has agreed before.
    for (const act of ['Accept', 'Rematch']) expect(screen.hasAct(act)).toBe(false);
  });

  it('leads to the pod once it is formed', async () => {
    const screen = await show(Matching);
    boundary.proposal.next(null);
    boundary.request.next(aMatchRequest({ status: 'matched' }));
    await screen.settle();
    expect(screen.text()).toContain('Your pod is being set up');
    boundary.member.next(aMember({ podId: 'p1' }));
    await screen.settle();
    expect(navigate).toHaveBeenCalledWith('/pod');
  });
});

it('somebody who has a pod chooses for themself', async () => {
  boundary.member.next(aMember({ podId: 'p1' }));
  const screen = await show(Matching);
  expect(screen.hasAct('Open your pod')).toBe(true);
  expect(navigate).not.toHaveBeenCalled();
});

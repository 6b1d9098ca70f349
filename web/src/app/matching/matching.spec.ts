import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { aCard, aMatchRequest, aMember, aProposal } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { CallRefused } from '../firebase';
import { Matching } from './matching';

let boundary: FakeBoundary;
let navigate: jest.SpyInstance;
beforeEach(() => {
  boundary = new FakeBoundary();
  TestBed.configureTestingModule({ providers: boundary.providers() });
  navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
});
afterEach(() => document.body.replaceChildren());

describe('the queue', () => {
  it('says since when, what happens and how to leave', async () => {
    boundary.request.next(aMatchRequest());
    const screen = await show(Matching);
    expect(screen.text()).toContain('You joined the queue 1 h ago.');
    await screen.press('Leave queue');
    expect(boundary.asked.map(({ name }) => name)).toEqual(['cancelMatch']);
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

  it('offers another try when the listener ended', async () => {
    boundary.isBroken = true;
    boundary.request.next(aMatchRequest());
    const screen = await show(Matching);
    boundary.isBroken = false;
    await screen.press('Try again');
    expect(screen.hasAct('Leave queue')).toBe(true);
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
    expect(text).toContain('Shared hours80 %many hours in common');
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

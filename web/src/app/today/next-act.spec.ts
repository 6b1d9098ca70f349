import { aMatchRequest, aSession, aSlot } from '../../testing/examples';
import { nextAct, nextSession } from './next-act';

const nothing = { podId: undefined, sessions: [], currentSlot: null, request: null };

describe('the next act', () => {
  it('is the open room before everything else, because others wait in it', () => {
    const session = aSession({ state: 'lobby' });
    const slot = aSlot();
    expect(nextAct({ ...nothing, podId: 'p1', sessions: [session], currentSlot: slot })).toEqual({
      kind: 'join-session',
      session,
    });
  });

  it('is the proposal before the check-in, because it ends and others wait for it', () => {
    const request = aMatchRequest({ status: 'proposed' });
    expect(nextAct({ ...nothing, currentSlot: aSlot(), request }).kind).toBe('answer-proposal');
  });

  it('is the check-in while a slot is open, with or without a pod', () => {
    expect(nextAct({ ...nothing, currentSlot: aSlot() }).kind).toBe('check-in');
    expect(nextAct({ ...nothing, podId: 'p1', currentSlot: aSlot() }).kind).toBe('check-in');
  });

  it('leads to a pod where there is none', () => {
    expect(nextAct(nothing).kind).toBe('find-pod');
    expect(nextAct({ ...nothing, request: aMatchRequest({ status: 'waiting' }) }).kind).toBe('await-match');
    expect(nextAct({ ...nothing, request: aMatchRequest({ status: 'snoozed' }) }).kind).toBe('paused');
    expect(nextAct({ ...nothing, request: aMatchRequest({ status: 'cancelled' }) }).kind).toBe('find-pod');
  });

  it('is nothing on a rest day, whatever is scheduled for later', () => {
    const later = aSession({ state: 'scheduled' });
    expect(nextAct({ ...nothing, podId: 'p1', sessions: [later] }).kind).toBe('nothing-now');
  });
});

it('the next session is one that is agreed', () => {
  const draft = aSession({ id: 'draft', state: 'draft' });
  const agreed = aSession({ id: 'agreed', state: 'scheduled' });
  expect(nextSession([draft, agreed])).toBe(agreed);
  expect(nextSession([draft])).toBeUndefined();
});

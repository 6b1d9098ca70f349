import { type Session, type SessionState } from '../documents';
import { aSession } from './example-session';
import { advanceBySystem, nextSystemChange } from './system-changes';

const START = aSession().startsAt; // 50 minutes long
const at = (minutes: number, ms = 0) => new Date(START.getTime() + minutes * 60_000 + ms);
const two = { joinedIds: ['ana', 'ben'] };

describe('time alone', () => {
  it.each<[SessionState, Partial<Session>, number, SessionState]>([
    ['draft', {}, 0, 'cancelled'],
    ['scheduled', {}, -10, 'lobby'],
    ['lobby', {}, 20, 'no-quorum'],
    ['lobby', { joinedIds: ['ana'] }, 20, 'no-quorum'],
    ['lobby', two, 100, 'cancelled'],
    ['live', two, 100, 'wrap'],
    ['wrap', two, 115, 'done'],
  ])('turns %s %j at T%d min into %s', (state, fields, minutes, next) => {
    const session = aSession({ state, ...fields });
    expect(nextSystemChange(session)).toEqual(at(minutes));
    expect(advanceBySystem(session, at(minutes, -1))).toBeNull();
    expect(advanceBySystem(session, at(minutes))).toMatchObject({ state: next, version: 2 });
  });

  it.each<SessionState>(['done', 'cancelled', 'no-quorum'])('does nothing to a session that is %s', (state) => {
    expect(nextSystemChange(aSession({ state }))).toBeNull();
    expect(advanceBySystem(aSession({ state }), at(10_000))).toBeNull();
  });

  it('gives a short session with two people the same twenty minutes to start', () =>
    expect(nextSystemChange(aSession({ state: 'lobby', minutes: 15, ...two }))).toEqual(at(30)));

  it('takes one step at a time after a long silence', () => {
    const lobby = advanceBySystem(aSession(), at(60)) as Session;
    expect(lobby.state).toBe('lobby');
    expect(advanceBySystem(lobby, at(60))?.state).toBe('no-quorum');
  });

  it('ends item and timer together with the live part', () => {
    const timer = { startedAt: START, durationMs: 300_000, pausedMs: 0, pausedAt: null };
    const live = aSession({ state: 'live', currentItemId: 'i1', timer });
    expect(advanceBySystem(live, at(100))).toMatchObject({ state: 'wrap', currentItemId: null, timer: null });
  });
});

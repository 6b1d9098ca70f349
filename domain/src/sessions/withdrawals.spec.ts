import { DomainError } from '../contracts';
import { type Session } from '../documents';
import { applyCommand } from './apply-command';
import { aSession } from './example-session';
import { absenceNotice, expectedIds } from './withdrawals';

const START = aSession().startsAt;
const hoursBefore = (hours: number, ms = 0) => new Date(START.getTime() - hours * 3_600_000 + ms);
const by = (session: Session, actorId: string, kind: 'cannot-come' | 'can-come' | 'cancel' | 'join', now: Date) =>
  applyCommand(session, { kind }, { actorId, items: [], now });
const refusalOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'done';
};

describe('word that one cannot come', () => {
  it.each([
    ['a week before', hoursBefore(168), 'no-trace'],
    ['twelve hours before', hoursBefore(12), 'no-trace'],
    ['a moment later', hoursBefore(12, 1), 'excused'],
    ['two hours before', hoursBefore(2), 'excused'],
    ['a moment later', hoursBefore(2, 1), 'half-no-show'],
    ['a moment before the start', hoursBefore(0, -1), 'half-no-show'],
    ['at the start', START, 'none'],
    ['afterwards', hoursBefore(-1), 'none'],
  ])('counts by how long before it is given: %s (row %#)', (_, at, worth) => {
    const session = aSession({ createdAt: hoursBefore(200) });
    expect(absenceNotice(session, at)).toBe(worth);
  });

  it.each([
    [3, 1, 'half-no-show'],
    [2, 1, 'half-no-show'],
    [1.9, 1, 'excused'],
    [0.5, 0.2, 'excused'],
    [0.5, -0.1, 'none'],
  ])('for a time that was set %d h before it begins, %d h before: %s', (setBefore, saidBefore, worth) => {
    const session = aSession({ createdAt: hoursBefore(200), timeSetAt: hoursBefore(setBefore) });
    expect(absenceNotice(session, hoursBefore(saidBefore))).toBe(worth);
  });
});

describe('stepping out of a session', () => {
  it('leaves the others to meet, and tells when it was said first', () => {
    const out = by(aSession(), 'ben', 'cannot-come', hoursBefore(5));
    expect(out).toMatchObject({ state: 'scheduled', withdrawals: { ben: hoursBefore(5) }, version: 2 });
    expect(expectedIds(out)).toEqual(['ana', 'cem']);
    expect(by(out, 'ben', 'cannot-come', hoursBefore(1))).toBe(out);
  });

  it.each([
    [['ana', 'ben'], ['ben'], 'cancelled'],
    [['ana', 'ben', 'cem'], ['ben'], 'scheduled'],
    [['ana', 'ben', 'cem'], ['ben', 'ana'], 'cancelled'],
    [['ana'], ['ana'], 'cancelled'], // with the coach alone
  ])('of %j, %j: the session is %s', (memberIds, out, state) => {
    const left = out.reduce((session, id) => by(session, id, 'cannot-come', hoursBefore(3)), aSession({ memberIds }));
    expect(left.state).toBe(state);
    expect(Object.keys(left.withdrawals).sort()).toEqual([...out].sort());
  });

  it('makes somebody who is expected the host, best one who is there', () => {
    expect(by(aSession(), 'ana', 'cannot-come', hoursBefore(3)).hostId).toBe('ben');
    const lobby = aSession({ state: 'lobby', joinedIds: ['ana', 'cem'] });
    expect(by(lobby, 'ana', 'cannot-come', hoursBefore(0.1))).toMatchObject({ hostId: 'cem', joinedIds: ['cem'] });
  });

  it('is too late once it should have begun', () =>
    expect(refusalOf(() => by(aSession({ state: 'lobby' }), 'ben', 'cannot-come', START))).toBe('failed-precondition'));

  it('is taken back by saying so, and by coming', () => {
    const out = by(aSession({ state: 'lobby' }), 'ben', 'cannot-come', hoursBefore(0.1));
    expect(by(out, 'ben', 'can-come', START).withdrawals).toEqual({});
    expect(by(out, 'ben', 'join', START)).toMatchObject({ withdrawals: {}, joinedIds: ['ben'] });
    expect(by(aSession(), 'ben', 'can-come', hoursBefore(3)).version).toBe(1);
  });
});

describe('calling a session off', () => {
  it('is for nobody alone while the others can meet', () =>
    expect(refusalOf(() => by(aSession(), 'ben', 'cancel', hoursBefore(20)))).toBe('failed-precondition'));

  it('tells who could not come where nobody can meet without them', () => {
    const two = aSession({ memberIds: ['ana', 'ben'] });
    const off = by(two, 'ben', 'cancel', hoursBefore(1));
    expect(off).toMatchObject({ state: 'cancelled', withdrawals: { ben: hoursBefore(1) } });
    const afterwards = by({ ...two, withdrawals: { ana: hoursBefore(5) } }, 'ana', 'cancel', hoursBefore(1));
    expect(afterwards).toMatchObject({ state: 'cancelled', withdrawals: { ana: hoursBefore(5) } });
  });
});

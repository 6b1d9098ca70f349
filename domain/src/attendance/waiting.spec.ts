import { type Session } from '../documents';
import { aSession } from '../sessions/example-session';
import { missingFrom, released, toPing, waitingStage, whoWaits } from './waiting';

const at = (minutes: number): Date => new Date(aSession().startsAt.getTime() + minutes * 60_000);
const alone = (over: Partial<Session> = {}) => aSession({ state: 'lobby', joinedIds: ['ana'], ...over });

describe('whoever waits', () => {
  it.each([
    [-1, 'none'],
    [0, 'soon'],
    [2, 'pinged'],
    [5, 'options'],
    [10, 'free'],
    [19, 'free'],
  ] as const)('is %i minutes after the start at: %s', (minutes, stage) => {
    expect(waitingStage(alone(), 'ana', at(minutes))).toBe(stage);
    expect(waitingStage(alone({ state: 'live' }), 'ana', at(minutes))).toBe(stage);
    expect(waitingStage(alone(), 'ben', at(minutes))).toBe('none');
  });

  it('is nobody with company, without anybody expected, or after the end', () => {
    expect(whoWaits(alone({ joinedIds: ['ana', 'ben'] }))).toBeNull();
    expect(whoWaits(alone({ memberIds: ['ana'] }))).toBeNull();
    expect(whoWaits(alone({ state: 'wrap' }))).toBeNull();
    expect(whoWaits(alone({ joinedIds: [] }))).toBeNull();
  });

  it('is free at the start when everybody else has called off', () => {
    const session = { ...alone(), withdrawals: { ben: at(-300), cem: at(-30) } };
    expect([-1, 0].map((minutes) => waitingStage(session, 'ana', at(minutes)))).toEqual(['none', 'free']);
    expect(released(session, at(0)).releasedIds).toEqual(['ana']);
  });

  it('is released once, at ten minutes, and nobody else is', () => {
    expect(released(alone(), at(9.9))).toEqual(alone());
    const free = released(alone(), at(10));
    expect(free).toMatchObject({ releasedIds: ['ana'], version: 2 });
    expect(released(free, at(11))).toBe(free);
    const together = alone({ joinedIds: ['ana', 'ben'] });
    expect(released(together, at(10))).toBe(together);
  });
});

describe('the missing', () => {
  it('are told from two minutes on, when somebody waits', () => {
    expect(toPing(alone(), at(1.9))).toEqual([]);
    expect(toPing(alone(), at(2))).toEqual(['ben', 'cem']);
    expect(toPing(alone({ joinedIds: ['ana', 'ben'] }), at(2))).toEqual(['cem']);
    expect(toPing(alone({ joinedIds: [] }), at(2))).toEqual([]);
    expect(toPing(alone({ state: 'no-quorum' }), at(2))).toEqual([]);
  });

  it('are not those who called off', () => {
    expect(missingFrom({ ...alone(), withdrawals: { cem: at(-300) } })).toEqual(['ben']);
  });
});

import { DomainError, type SessionCommand } from '../contracts';
import { type Session } from '../documents';
import { applyCommand } from './apply-command';
import { aSession } from './example-session';
import { advanceBySystem, nextSystemChange } from './system-changes';

const FOUR = ['ana', 'ben', 'cem', 'dora'];
const START = aSession().startsAt; // 2026-06-01T18:00Z
const NOW = new Date('2026-05-31T09:00:00Z');
const NEW_TIME = new Date('2026-06-03T17:00:00Z');
const minutesFrom = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

interface Moment {
  readonly now?: Date;
  readonly awayIds?: readonly string[];
}
const by = (session: Session, actorId: string, command: SessionCommand, { now = NOW, awayIds = [] }: Moment = {}) =>
  applyCommand(session, command, { actorId, items: [], awayIds, now });
const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'done';
};
const answer = (session: Session, actorId: string, said: 'agree' | 'decline', moment: Moment = {}) =>
  by(session, actorId, { kind: 'answer-move', startsAt: NEW_TIME.toISOString(), answer: said }, moment);
const moving = (fields: Partial<Session> = {}, moment: Moment = {}) =>
  by(aSession(fields), 'ana', { kind: 'propose-move', startsAt: NEW_TIME.toISOString() }, moment);

describe('a proposed time', () => {
  const draft = (memberIds: string[]) =>
    aSession({ state: 'draft', memberIds, agreedBy: ['ana'], proposedBy: 'ana', voteEndsAt: minutesFrom(NOW, 1440) });

  it.each([
    [['ana', 'ben'], ['ben'], 'cancelled'],
    [['ana', 'ben', 'cem'], ['ben'], 'draft'],
    [['ana', 'ben', 'cem'], ['ben', 'cem'], 'cancelled'],
    [FOUR, ['ben'], 'draft'],
    [FOUR, ['ben', 'cem'], 'cancelled'], // three of four cannot agree any more
    [['ana', 'ben', 'cem'], ['ana'], 'cancelled'], // nobody is for it
  ])('of %j, declined by %j: %s', (memberIds, against, state) => {
    const declined = against.reduce((session, id) => by(session, id, { kind: 'decline' }), draft(memberIds));
    expect(declined.state).toBe(state);
  });

  it('does not wait for those who have been away for three days', () => {
    const session = draft(FOUR);
    expect(by(session, 'ben', { kind: 'agree' }).state).toBe('draft');
    expect(by(session, 'ben', { kind: 'agree' }, { awayIds: ['dora'] }).state).toBe('scheduled');
  });

  it('counts the answer of somebody away who answers', () => {
    const declined = by(draft(FOUR), 'dora', { kind: 'decline' }, { awayIds: ['dora'] });
    expect(declined.state).toBe('draft');
    expect(by(declined, 'ben', { kind: 'agree' }, { awayIds: ['dora'] }).state).toBe('draft');
  });

  it('lets an answer be changed', () => {
    const declined = by(draft(FOUR), 'ben', { kind: 'decline' });
    expect(by(declined, 'ben', { kind: 'agree' })).toMatchObject({ agreedBy: ['ana', 'ben'], declinedBy: [] });
    expect(by(declined, 'ben', { kind: 'decline' })).toBe(declined);
  });

  it('ends after a day, and takes no answer any more', () => {
    const session = draft(FOUR);
    const end = minutesFrom(NOW, 1440);
    expect(nextSystemChange(session)).toEqual(end);
    expect(advanceBySystem(session, end)?.state).toBe('cancelled');
    expect(codeOf(() => by(session, 'ben', { kind: 'agree' }, { now: end }))).toBe('failed-precondition');
  });

  it('stands at its end when whoever was missing has gone away', () => {
    const end = minutesFrom(NOW, 1440);
    const session = by(draft(FOUR), 'ben', { kind: 'agree' });
    expect(advanceBySystem(session, end, ['dora'])).toMatchObject({ state: 'scheduled', timeSetAt: end });
    expect(advanceBySystem(session, START, ['dora'])?.state).toBe('cancelled'); // too late to come
  });

  it('is taken back by its proposer alone', () => {
    expect(codeOf(() => by(draft(FOUR), 'ben', { kind: 'cancel' }))).toBe('permission-denied');
    expect(by(draft(FOUR), 'ana', { kind: 'cancel' }).state).toBe('cancelled');
  });
});

describe('another time for a session', () => {
  it('leaves it where it is until more than half agree, then moves it as the same session', () => {
    const asked = moving({ memberIds: FOUR, withdrawals: { dora: NOW } });
    expect(asked).toMatchObject({ startsAt: START, version: 2, move: { startsAt: NEW_TIME, agreedBy: ['ana'] } });
    const two = answer(asked, 'ben', 'agree');
    expect(two.startsAt).toEqual(START);
    expect(answer(two, 'cem', 'agree')).toMatchObject({
      id: asked.id,
      state: 'scheduled',
      startsAt: NEW_TIME,
      move: null,
      withdrawals: {},
      timeSetAt: NOW,
      agreedBy: ['ana', 'ben', 'cem'],
      version: 4,
    });
  });

  it.each([
    [['ana', 'ben'], ['ben']],
    [
      ['ana', 'ben', 'cem'],
      ['ben', 'cem'],
    ],
    [FOUR, ['cem', 'dora']],
    [FOUR, ['ana']], // taken back
  ])('of %j, declined by %j, leaves it alone', (memberIds, against) => {
    const declined = against.reduce((session, id) => answer(session, id, 'decline'), moving({ memberIds }));
    expect(declined).toMatchObject({ startsAt: START, state: 'scheduled', move: null });
  });

  it('moves at once where nobody else is here', () => {
    expect(moving({ memberIds: ['ana'] }).startsAt).toEqual(NEW_TIME);
    expect(moving({ memberIds: ['ana', 'ben'] }, { awayIds: ['ben'] }).startsAt).toEqual(NEW_TIME);
  });

  it.each([
    ['a day later', NOW, NEW_TIME, minutesFrom(NOW, 1440)],
    ['when the lobby opens at the old time', minutesFrom(START, -60), NEW_TIME, minutesFrom(START, -10)],
    ['at the new time', minutesFrom(START, -180), minutesFrom(START, -120), minutesFrom(START, -120)],
  ])('is open until %s, whichever is first', (_, now, startsAt, expiresAt) => {
    const command = { kind: 'propose-move', startsAt: startsAt.toISOString() } as const;
    const asked = by(aSession(), 'ana', command, { now });
    expect(asked.move?.expiresAt).toEqual(expiresAt);
    const over = advanceBySystem(asked, expiresAt);
    expect(over).toMatchObject({ startsAt: START, move: null, version: 3 });
  });

  it('moves at its end when whoever was missing has gone away', () => {
    const asked = answer(moving({ memberIds: FOUR }), 'ben', 'agree');
    const end = asked.move?.expiresAt ?? NOW;
    expect(advanceBySystem(asked, end, ['dora'])).toMatchObject({ startsAt: NEW_TIME, move: null });
    expect(advanceBySystem(asked, NEW_TIME, ['dora'])).toMatchObject({ startsAt: START, move: null });
  });

  it.each([
    ['in the past', minutesFrom(NOW, -1), 'invalid-argument'],
    ['now', NOW, 'invalid-argument'],
    ['it has already', START, 'invalid-argument'],
    ['in a year', new Date('2027-06-01T18:00:00Z'), 'invalid-argument'],
  ])('is refused for a time %s', (_, startsAt, code) =>
    expect(codeOf(() => by(aSession(), 'ana', { kind: 'propose-move', startsAt: startsAt.toISOString() }))).toBe(code),
  );

  it('is one at a time, and none once the lobby opens', () => {
    const again = { kind: 'propose-move', startsAt: minutesFrom(NEW_TIME, 60).toISOString() } as const;
    expect(codeOf(() => by(moving(), 'ben', again))).toBe('failed-precondition');
    const late = { now: minutesFrom(START, -10) };
    expect(codeOf(() => by(aSession(), 'ana', again, late))).toBe('failed-precondition');
  });

  it('takes an answer to its own time alone, and none after its end', () => {
    const other = { kind: 'answer-move', startsAt: START.toISOString(), answer: 'agree' } as const;
    expect(codeOf(() => by(moving(), 'ben', other))).toBe('failed-precondition');
    expect(codeOf(() => answer(moving(), 'ben', 'agree', { now: minutesFrom(NOW, 1440) }))).toBe('failed-precondition');
    expect(codeOf(() => answer(aSession(), 'ben', 'agree'))).toBe('failed-precondition');
  });

  it('is forgotten when the lobby opens', () => {
    const late = moving({}, { now: minutesFrom(START, -60) });
    expect(advanceBySystem(late, minutesFrom(START, -10))).toMatchObject({ state: 'lobby', move: null });
  });
});

import { type Session } from '../documents';
import { aSession } from './example-session';
import { sessionWith, sessionWithAway, sessionWithout as without } from './session-people';

const HERE = { now: new Date('2026-06-01T13:00:00Z'), awayIds: [] };
const sessionWithout = (session: Session, goneIds: readonly string[]) => without(session, goneIds, HERE);

describe('a session without somebody', () => {
  it('has neither their place nor their agreement nor their presence, and another host', () => {
    const session = aSession({ state: 'live', joinedIds: ['cem', 'ana'], agreedBy: ['ana', 'ben'], hostId: 'ana' });
    const rest = sessionWithout(session, ['ana']);
    expect(rest).toMatchObject({ memberIds: ['ben', 'cem'], joinedIds: ['cem'], agreedBy: ['ben'], hostId: 'cem' });
    expect(rest).toMatchObject({ state: 'live', version: 2, names: session.names });
  });

  it('keeps its host when another one goes', () =>
    expect(sessionWithout(aSession(), ['ben'])).toMatchObject({ hostId: 'ana', memberIds: ['ana', 'cem'] }));

  it('that nobody is left in is cancelled', () =>
    expect(sessionWithout(aSession({ memberIds: ['ana'] }), ['ana'])).toMatchObject({ state: 'cancelled' }));

  it('stands as soon as more than half of the rest had agreed to it', () => {
    const draft = aSession({ state: 'draft', agreedBy: ['ben'] });
    expect(sessionWithout(draft, ['ana']).state).toBe('draft');
    expect(sessionWithout(draft, ['ana', 'cem']).state).toBe('scheduled');
  });

  it('is not proposed by anybody any more when all who wanted it went', () =>
    expect(sessionWithout(aSession({ state: 'draft', agreedBy: ['ana'] }), ['ana']).state).toBe('cancelled'));

  it('moves as soon as more than half of the rest agree to another time, and forgets what those who went said', () => {
    const startsAt = new Date('2026-06-02T18:00:00Z');
    const move = {
      startsAt,
      proposedBy: 'ana',
      agreedBy: ['ana', 'ben'],
      declinedBy: ['dora'],
      expiresAt: aSession().startsAt,
    };
    const memberIds = ['ana', 'ben', 'cem', 'dora'];
    const session = aSession({ memberIds, move, withdrawals: { ana: HERE.now, cem: HERE.now } });
    expect(sessionWithout(session, ['ana'])).toMatchObject({
      startsAt: session.startsAt,
      move: { agreedBy: ['ben'], declinedBy: ['dora'] },
      withdrawals: { cem: HERE.now },
    });
    expect(sessionWithout(session, ['dora'])).toMatchObject({ startsAt, move: null });
  });

  it.each(['done', 'cancelled', 'no-quorum'] as const)('stays as it was when it is %s', (state) => {
    const session = aSession({ state });
    expect(sessionWithout(session, ['ana'])).toBe(session);
  });

  it('stays as it is without anybody of it leaving', () => {
    const session = aSession();
    expect(sessionWithout(session, ['eve'])).toBe(session);
  });
});

describe('a vote that waits for somebody who becomes away', () => {
  const away = (session: Session, over: Partial<Parameters<typeof sessionWithAway>[1]> = {}) =>
    sessionWithAway(session, { ...HERE, awayIds: ['cem'], ...over });
  const startsAt = new Date('2026-06-02T18:00:00Z');
  const expiresAt = new Date('2026-06-01T17:50:00Z');
  const move = { startsAt, proposedBy: 'ana', agreedBy: ['ana'], declinedBy: [], expiresAt };

  it('is settled without them', () => {
    const draft = aSession({ state: 'draft', memberIds: ['ana', 'cem'], agreedBy: ['ana'] });
    expect(away(draft)).toMatchObject({ state: 'scheduled', timeSetAt: HERE.now, version: 2 });
    expect(away({ ...draft, agreedBy: [] }).state).toBe('cancelled');
    const moving = aSession({ memberIds: ['ana', 'cem'], move });
    expect(away(moving)).toMatchObject({ startsAt, move: null, version: 2 });
  });

  it('goes on while others have not answered, and ends by its own rule once it is over', () => {
    const draft = aSession({ state: 'draft', agreedBy: ['ana'] });
    expect(away(draft)).toBe(draft);
    const moving = aSession({ memberIds: ['ana', 'cem'], move });
    expect(away(moving, { now: expiresAt })).toBe(moving);
  });

  it('is of no concern to a session without one', () => {
    const session = aSession();
    expect(away(session)).toBe(session);
  });
});

describe('a session with one more', () => {
  const eve = { id: 'eve', displayName: 'Eve' };
  it.each(['draft', 'scheduled', 'lobby'] as const)('takes them in while it is %s', (state) => {
    const session = sessionWith(aSession({ state, memberIds: ['ana'] }), eve);
    expect(session).toMatchObject({ memberIds: ['ana', 'eve'], version: 2 });
    expect(session.names['eve']).toBe('Eve');
  });

  it.each(['live', 'wrap', 'done'] as const)('does not while it is %s: they were not there', (state) => {
    const session = aSession({ state });
    expect(sessionWith(session, eve)).toBe(session);
  });

  it('takes nobody in twice', () => {
    const session = aSession();
    expect(sessionWith(session, { id: 'ana', displayName: 'Ana' })).toBe(session);
  });
});

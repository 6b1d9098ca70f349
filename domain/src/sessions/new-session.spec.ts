import { DomainError } from '../contracts';
import { Session } from '../documents';
import { aPod } from '../pods/example-pod';
import { newSession } from './new-session';

const now = new Date('2026-06-01T12:00:00Z');
const asked = {
  id: 'session1',
  pod: aPod(),
  startsAt: new Date('2026-06-02T18:00:00Z'),
  minutes: 50,
  hostId: 'ana',
  state: 'draft' as const,
  roomName: 'a-room-nobody-guesses',
  now,
};
const refusalOf = (difference: Partial<Parameters<typeof newSession>[0]>) => {
  try {
    newSession({ ...asked, ...difference });
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  return undefined;
};

describe('a new session', () => {
  it('knows its people by name and waits in the state asked for', () => {
    const session = newSession({ ...asked, state: 'scheduled' });
    expect(Session.parse(session)).toEqual(session);
    expect(session).toMatchObject({
      state: 'scheduled',
      memberIds: ['ana', 'ben', 'cem'],
      names: { ana: 'ana', ben: 'ben', cem: 'cem' },
      timeZone: 'Europe/Berlin',
      agreedBy: [],
      joinedIds: [],
      video: { kind: 'room', name: 'a-room-nobody-guesses' },
      version: 1,
    });
  });

  it('is agreed to by the one who proposes it', () => {
    expect(newSession({ ...asked, proposedBy: 'ben' })).toMatchObject({ state: 'draft', agreedBy: ['ben'] });
    expect(newSession(asked).agreedBy).toEqual(['ana']);
  });

  it('needs nobody else in a pod of one', () =>
    expect(newSession({ ...asked, pod: aPod({ memberIds: ['ana'] }) }).state).toBe('scheduled'));

  it.each([
    ['a pod that has ended', { pod: aPod({ status: 'ended' }) }, 'failed-precondition'],
    ['a host from elsewhere', { hostId: 'eve' }, 'invalid-argument'],
    ['a proposer from elsewhere', { proposedBy: 'eve' }, 'invalid-argument'],
    ['a time that has passed', { startsAt: now }, 'invalid-argument'],
  ])('is refused for %s', (_, difference, code) => expect(refusalOf(difference)?.code).toBe(code));

  it('names the field of a time that has passed', () =>
    expect(refusalOf({ startsAt: now })?.fields).toEqual([{ path: 'startsAt', message: 'has passed already' }]));
});

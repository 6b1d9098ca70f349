import { aSession } from '../../testing/examples';
import { sayAbsent } from './say-vote';

describe('who does not come to a session', () => {
  const names = { ana: 'Ana', ben: 'Ben', cem: 'Cem' };
  const session = aSession({ memberIds: ['ana', 'ben', 'cem'], names, joinedIds: [] });

  it.each([
    [{}, ''],
    [{ withdrawals: { ben: new Date(0) } }, 'Ben cannot come.'],
    [{ withdrawals: { ben: new Date(0) }, pausedIds: ['cem'] }, 'Ben cannot come. Cem is on a pause.'],
    [{ pausedIds: ['ben', 'cem'] }, 'Ben and Cem are on a pause.'],
    [{ pausedIds: ['ana', 'cem'] }, 'Cem is on a pause. You are on a pause, so nobody waits for you.'],
    [{ pausedIds: ['cem'], joinedIds: ['cem'] }, ''],
  ])('%j reads: %s', (over, words) => expect(sayAbsent({ ...session, ...over }, 'ana')).toBe(words));
});

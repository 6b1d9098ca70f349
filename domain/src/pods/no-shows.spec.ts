import { type Session } from '../documents';
import { aSession } from '../sessions/example-session';
import { cameTo, lastOfNoShows } from './no-shows';

/** One letter per week. Small: before outcomes were kept. Large: as the outcome was told. */
const LETTERS = {
  c: { state: 'done' as const, joinedIds: ['ana', 'ben'] },
  m: { state: 'done' as const, joinedIds: ['ben'] },
  e: { state: 'done' as const, joinedIds: ['ben'], excusedIds: ['ana'] },
  x: { state: 'cancelled' as const },
  q: { state: 'no-quorum' as const, joinedIds: ['ben'] },
  l: { state: 'live' as const, joinedIds: ['ben'] },
  C: { state: 'done' as const, joinedIds: ['ben'], attended: { ana: 'came' as const, ben: 'came' as const } },
  M: { state: 'done' as const, joinedIds: ['ana'], attended: { ana: 'missed' as const } },
  Q: { state: 'no-quorum' as const, joinedIds: ['ben'], attended: { ana: 'missed' as const, ben: 'came' as const } },
  E: { state: 'done' as const, joinedIds: [], attended: { ana: 'excused' as const } },
  H: { state: 'done' as const, joinedIds: [], attended: { ana: 'called-off' as const } },
  U: { state: 'done' as const, joinedIds: [], attended: { ana: 'unknown' as const } },
  T: { state: 'done' as const, joinedIds: [], attended: { ben: 'came' as const } }, // called off in time: no trace
  n: { state: 'done' as const, memberIds: ['ben', 'cem'], joinedIds: ['ben'] },
} satisfies Record<string, Partial<Session>>;
const weeks = (letters: string) =>
  [...letters].map((letter, week) =>
    aSession({
      id: `s${week}`,
      startsAt: new Date(Date.UTC(2026, 5, 1 + 7 * week)),
      ...LETTERS[letter as keyof typeof LETTERS],
    }),
  );

describe('two no-shows in a row', () => {
  it.each([
    ['', null],
    ['m', null],
    ['mm', 's1'],
    ['cmm', 's2'],
    ['mmc', null], // came since
    ['mcm', null],
    ['mmm', 's2'], // the row goes on, and the question with it
    ['mem', 's2'], // excused, cancelled, without quorum: neither break nor add
    ['mxm', 's2'],
    ['mqm', 's2'],
    ['mqqqe', null],
    ['mlm', 's2'],
    ['nnm', null], // before they were of the pod
    ['ee', null],
    ['MM', 's1'],
    ['mM', 's1'],
    ['MQ', 's1'], // nobody else is needed to have missed somebody
    ['MC', null],
    ['MCM', null],
    ['MEHUTM', 's5'], // none of it breaks the row
    ['MUUHE', null], // and none adds to it
  ])('of %j end with %s', (letters, expected) => {
    const sessions = weeks(letters);
    expect(lastOfNoShows(sessions, 'ana')?.id ?? null).toBe(expected);
    expect(lastOfNoShows(sessions.toReversed(), 'ana')?.id ?? null).toBe(expected);
  });

  it('say nothing of whoever came, and nothing of a stranger', () => {
    expect(lastOfNoShows(weeks('mm'), 'ben')).toBeNull();
    expect(lastOfNoShows(weeks('mm'), 'eve')).toBeNull();
    expect(cameTo(weeks('m')[0]!, 'eve')).toBeNull();
  });
});

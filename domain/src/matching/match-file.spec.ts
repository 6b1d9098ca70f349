import { DomainError } from '../contracts';
import { readMatchFile } from './match-file';

const ana = {
  id: 'ana',
  zone: 'Europe/Berlin',
  week: [[17, 20]],
  experience: 3,
  style: ['Cheerful'],
  goal: 'gym:strength',
  language: 'EN',
  waitingSince: '2026-11-22T09:00:00+01:00',
  blocks: [],
  recent: [],
  favourites: [],
  sizes: [2, 3, 4],
  comfort: null,
  gender: null,
};
const file = (people: readonly object[], more: object = {}) => ({
  seed: 1,
  now: '2026-11-23T12:00:00Z',
  people,
  ...more,
});
const only = (changes: object) => readMatchFile(file([{ ...ana, ...changes }])).people[0];
const problemsOf = (content: unknown): string[] => {
  try {
    readMatchFile(content);
  } catch (error) {
    if (error instanceof DomainError) return error.fields.map(({ path, message }) => `${path} ${message}`);
    throw error;
  }
  return [];
};

describe('a file of people', () => {
  it('gives candidates, with names made plain', () => {
    const { seed, now, people, groups } = readMatchFile(file([ana]));
    expect([seed, now, groups]).toEqual([1, new Date('2026-11-23T12:00:00Z'), null]);
    expect(people).toEqual([
      expect.objectContaining({
        id: 'ana',
        hours: [17, 18, 19],
        styles: ['cheerful'],
        track: 'gym',
        focus: 'strength',
        language: 'en',
        ageGroup: null,
        waitingSince: new Date('2026-11-22T08:00:00Z'),
      }),
    ]);
  });

  it('tells how often somebody was left out, where the file does', () => {
    expect(only({ leftOut: 2 })?.leftOut).toBe(2);
    expect(only({})).not.toHaveProperty('leftOut');
    expect(problemsOf(file([{ ...ana, leftOut: -1 }]))).toEqual(['people[0].leftOut is below 0']);
  });

  it.each([
    ['nothing', [], []],
    ['a week that wraps', [[167, 1]], [0, 167]],
    ['the whole week', [[0, 168]], Array.from({ length: 168 }, (_, hour) => hour)],
    [
      'overlapping windows',
      [
        [10, 12],
        [11, 13],
      ],
      [10, 11, 12],
    ],
    ['windows by half hours, of which only whole hours count', [[9.5, 12.5]], [10, 11]],
  ])('takes %s as hours', (_, week, hours) => expect(only({ week })?.hours).toEqual(hours));

  it.each([
    ['gym', ['gym', null]],
    [' Gym : ', ['gym', null]],
    ['gym:Strength', ['gym', 'strength']],
  ])('takes the goal %j as track and focus', (goal, expected) => {
    const person = only({ goal });
    expect([person?.track, person?.focus]).toEqual(expected);
  });

  it.each([
    ['women-only', 'woman'],
    ['only women', 'woman'],
    ['Men', 'man'],
    ['non-binary', 'non-binary'],
    ['same-gender', 'same'],
    ['any', null],
    [null, null],
  ])('takes the comfort %j as %j', (comfort, expected) => expect(only({ comfort })?.comfort).toBe(expected));

  it('finds the people of the groups to score', () => {
    const { groups } = readMatchFile(file([ana, { ...ana, id: 'ben' }], { groups: [{ members: ['ben', 'ana'] }] }));
    expect(groups?.map((group) => group.map(({ id }) => id))).toEqual([['ben', 'ana']]);
  });
});

describe('a file that cannot be used', () => {
  const second = (changes: object) => file([ana, { ...ana, id: 'ben', ...changes }]);

  it.each([
    [null, ''],
    [[], ''],
    [{}, 'seed'],
    [file([ana], { seed: 1.5 }), 'seed'],
    [file([ana], { now: 'yesterday' }), 'now'],
    [{ ...file([]), people: 'nobody' }, 'people'],
    [file([ana, ana]), 'people[1].id'],
    [file(['ana'] as unknown as object[]), 'people[0]'],
    [second({ id: '' }), 'people[1].id'],
    [second({ zone: 'Mars/Olympus' }), 'people[1].zone'],
    [second({ week: [[1, 2], [3]] }), 'people[1].week[1]'],
    [
      second({
        week: [
          [1, 2],
          [3, 169],
        ],
      }),
      'people[1].week[1][1]',
    ],
    [second({ week: [[-1, 3]] }), 'people[1].week[0][0]'],
    [second({ week: [[4, 4]] }), 'people[1].week[0]'],
    [second({ experience: 6 }), 'people[1].experience'],
    [second({ style: [7] }), 'people[1].style[0]'],
    [second({ goal: undefined }), 'people[1].goal'],
    [second({ waitingSince: '2026-13-01T00:00:00Z' }), 'people[1].waitingSince'],
    [second({ blocks: null }), 'people[1].blocks'],
    [second({ sizes: [] }), 'people[1].sizes'],
    [second({ sizes: [3, 5] }), 'people[1].sizes[1]'],
    [second({ comfort: 3 }), 'people[1].comfort'],
    [file([ana], { groups: [{ members: ['ana', 'nobody'] }] }), 'groups[0].members[1]'],
    [file([ana], { groups: [{}] }), 'groups[0].members'],
  ])('is told by the path of the bad field: %#', (content, path) => {
    const [first] = problemsOf(content);
    expect(first).toMatch(new RegExp(`^${path.replace(/[[\].]/g, '\\$&')} .`));
  });
});

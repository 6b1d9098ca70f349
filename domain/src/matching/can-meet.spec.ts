import fc from 'fast-check';
import { canAllMeet, canMeet, countOverlap } from './can-meet';
import { aCandidate } from './example-requests';

describe('two people', () => {
  const ana = aCandidate({ id: 'ana' });
  const ben = aCandidate({ id: 'ben' });

  it('may meet with the same track and language and two shared hours', () => expect(canMeet(ana, ben)).toBe(true));

  it.each([
    ['another track', { track: 'dotnet-prompting' }],
    ['another language', { language: 'de' }],
    ['one shared hour', { hours: [18, 19, 20] }],
    ['one shared hour that is named twice', { hours: [18, 18] }],
    ['another age group', { ageGroup: 'younger' }],
    ['somebody blocked', { blocks: ['ana'] }],
    ['somebody of a pod that was not long ago', { recent: ['ana'] }],
    ['a comfort that the other does not fit', { comfort: 'woman', gender: 'woman' }],
    ['a comfort of their own gender that the other does not tell', { comfort: 'same', gender: 'man' }],
  ])('may not meet with %s', (_, difference) => {
    expect(canMeet(ana, { ...ben, ...difference })).toBe(false);
    expect(canMeet({ ...ben, ...difference }, ana)).toBe(false);
  });

  it('may meet again soon when both favour each other, and not when one does', () => {
    const recent = { ...ana, recent: ['ben'], favourites: ['ben'] };
    expect(canMeet(recent, { ...ben, favourites: ['ana'] })).toBe(true);
    expect(canMeet(recent, ben)).toBe(false);
    expect(canMeet({ ...recent, blocks: ['ben'] }, { ...ben, favourites: ['ana'] })).toBe(false);
  });

  it('may meet with a comfort that the other fits, on both sides', () => {
    const woman = { ...ana, comfort: 'same', gender: 'woman' };
    expect(canMeet(woman, { ...ben, gender: 'woman' })).toBe(true);
    expect(canMeet(woman, { ...ben, gender: 'woman', comfort: 'man' })).toBe(false);
  });

  it('are two: nobody meets themself', () => expect(canMeet(ana, { ...ana })).toBe(false));
});

it('three who can meet in pairs cannot all meet without hours in common', () => {
  const [ana, ben, cem] = [
    aCandidate({ id: 'ana', hours: [1, 2, 3, 4] }),
    aCandidate({ id: 'ben', hours: [1, 2, 5, 6] }),
    aCandidate({ id: 'cem', hours: [3, 4, 5, 6] }),
  ] as const;
  expect([canMeet(ana, ben), canMeet(ben, cem), canMeet(ana, cem)]).toEqual([true, true, true]);
  expect(canAllMeet([ana, ben, cem])).toBe(false);
});

it('a pod needs a size that suits everybody in it', () => {
  const [ana, ben, cem] = ['ana', 'ben', 'cem'].map((id) => aCandidate({ id, sizes: id === 'cem' ? [3] : [2, 3, 4] }));
  if (!ana || !ben || !cem) throw new Error('There are three.');
  expect(canAllMeet([ana, cem])).toBe(false);
  expect(canAllMeet([ana, ben, cem])).toBe(true);
  expect(canAllMeet([ana])).toBe(false);
});

describe('the overlap of hours with people', () => {
  it('counts those who share at least two, and the hours that any of them shares', () => {
    const people = [{ hours: [1, 2, 3] }, { hours: [2, 3, 9] }, { hours: [3] }, { hours: [40, 41] }];
    expect(countOverlap([1, 2, 3, 4], people)).toEqual({ people: 2, hours: 3 });
  });

  it('is nothing without hours or people', () => {
    expect(countOverlap([], [{ hours: [1, 2] }])).toEqual({ people: 0, hours: 0 });
    expect(countOverlap([1, 2], [])).toEqual({ people: 0, hours: 0 });
  });

  it('never exceeds either side', () => {
    const someHours = fc.uniqueArray(fc.integer({ min: 0, max: 167 }), { maxLength: 20 });
    fc.assert(
      fc.property(someHours, fc.array(fc.record({ hours: someHours }), { maxLength: 6 }), (hours, people) => {
        const overlap = countOverlap(hours, people);
        expect(overlap.people).toBeLessThanOrEqual(people.length);
        expect(overlap.hours).toBeLessThanOrEqual(hours.length);
      }),
    );
  });
});

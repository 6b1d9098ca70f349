import { type Waitlist } from '@podmates/domain';
import { NOW } from '../../testing/examples';
import { offersOf, sayBand, sayRank } from './waitlist-words';

describe('a place in the queue', () => {
  it.each([
    [{ rank: 2, of: 7 }, 'You are number 2 of the 7 people who wait for this track in your language.'],
    [{ rank: 1, of: 2 }, 'You are first in turn of the 2 people who wait for this track in your language.'],
    [{ rank: 1, of: 1 }, 'You are the only one who waits for this track in your language just now.'],
  ])('%j', (standing, words) => expect(sayRank(standing)).toBe(words));
});

describe('how long others waited', () => {
  const matched = 12;
  it.each([
    [{ fromHours: 5.2, toHours: 29.6, matched }, 'between 5 and 30 hours.'],
    [{ fromHours: 0.2, toHours: 4, matched }, 'between 1 and 4 hours.'],
    [{ fromHours: 0, toHours: 0.4, matched }, 'about 1 hour.'],
    [{ fromHours: 20, toHours: 80, matched }, 'between 1 and 3 days.'],
  ])('%j', (band, words) =>
    expect(sayBand(band)).toBe(`Half of the 12 people who were matched lately had waited ${words}`),
  );

  it('is not guessed from too few', () =>
    expect(sayBand(null)).toBe('Too few people were matched lately to say how long it takes.'));
});

describe('what would help', () => {
  const waitlist: Waitlist = {
    since: NOW,
    rank: 1,
    of: 9,
    band: null,
    relax: [
      { kind: 'add-hours', from: 41, until: 43, people: 6 },
      { kind: 'add-hours', from: 23, until: 25, people: 1 },
      { kind: 'allow-size', size: 2, people: 3 },
    ],
    asOf: NOW,
  };
  const given = { hours: [17, 18], sizes: [3 as const, 4 as const] };
  const seenIn = (zone: string, request = given) =>
    offersOf(waitlist, request, zone, NOW).map(({ act, people }) => `${act}: ${people}`);

  it('is told on the reader’s clock, also over midnight', () => {
    expect(seenIn('Europe/Berlin')).toEqual([
      'Add Tuesday 18:00–20:00: 6 more people',
      'Add Tuesday 00:00–02:00: 1 more person',
      'Allow pods of two: 3 more people',
    ]);
    expect(seenIn('Asia/Kolkata')[0]).toBe('Add Tuesday 22:30–00:30: 6 more people');
  });

  it('is gone once it is allowed', () =>
    expect(seenIn('UTC', { hours: [17, 18, 41, 42], sizes: [2, 3, 4] as never })).toEqual([
      'Add Monday 23:00–01:00: 1 more person',
    ]));
});

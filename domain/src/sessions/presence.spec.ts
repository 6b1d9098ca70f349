import { presentMembers } from './presence';

const newest = Date.parse('2026-06-01T18:00:00Z');
const beat = (id: string, secondsOlder: number, isHere = true) => ({
  id,
  beatAt: new Date(newest - secondsOlder * 1000),
  isHere,
});

describe('who is here', () => {
  it.each([
    ['nobody without beats', [], 0, []],
    [
      'those within 90 seconds of the newest beat',
      [beat('ben', 91), beat('cem', 90), beat('ana', 0)],
      0,
      ['ana', 'cem'],
    ],
    ['those in hidden tabs, which beat once a minute', [beat('ben', 60), beat('ana', 0)], 25_000, ['ana', 'ben']],
    ['fewer, the longer the newest was seen ago', [beat('ana', 0), beat('cem', 70)], 21_000, ['ana']],
    ['nobody when no beat came for over 90 seconds', [beat('ana', 0)], 90_001, []],
    ['not those who said that they left', [beat('ana', 0, false), beat('ben', 5)], 0, ['ben']],
    ['all of them when the device’s clock went back', [beat('ana', 0), beat('ben', 90)], -5000, ['ana', 'ben']],
  ])('is %s', (_, beats, newestSeenAgoMs, present) => {
    expect(presentMembers(beats, { newestSeenAgoMs })).toEqual(present);
  });
});

import { activityOf } from './activity';
import { aPod } from './example-pod';

const now = new Date('2026-06-20T12:00:00Z');
const hours = (n: number) => new Date(now.getTime() - n * 3_600_000);
const inHours = (n: number) => hours(-n);

describe('who is here', () => {
  it.each([
    // hours since each was seen; away; gone; hours until the next look
    [[0, 1, 2], [], [], 70],
    [[71, 1, 2], [], [], 1],
    [[72, 1, 2], ['ana'], [], 6],
    [[167, 1, 2], ['ana'], [], 1],
    [[168, 1, 2], [], ['ana'], 70],
    [[100, 168, 72], ['ana', 'cem'], ['ben'], 6],
    [[168, 168, 168], [], ['ana', 'ben', 'cem'], 72],
  ])('of people seen %j hours ago: %j are away, %j are gone, and the next look is in %d h', (ago, away, gone, next) => {
    const [ana = 0, ben = 0, cem = 0] = ago;
    const activity = activityOf(aPod(), { ana: hours(ana), ben: hours(ben), cem: hours(cem) }, now);
    expect(activity).toEqual({ awayIds: away, goneIds: gone, lookAgainAt: inHours(next) });
  });
});

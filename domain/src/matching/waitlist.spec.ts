import { MatchRequest } from '../documents';
import { aRequest } from './example-requests';
import { isWaitlistDue, onWaitlist, quantile, waitBand } from './waitlist';

const now = new Date('2026-06-02T12:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const waiting = (memberId: string, hours: number, fields: Partial<MatchRequest> = {}) =>
  aRequest({ memberId, waitingSince: ago(hours), ...fields });
const told = (request: MatchRequest, fields: Partial<Parameters<typeof onWaitlist>[1]> = {}) =>
  onWaitlist(request, { ahead: 3, of: 9, peers: [request], band: null, relax: [], seed: 1, now, ...fields });

describe('the waitlist', () => {
  it('is for those who have waited for a day without a match, and is made anew every hour', () => {
    expect(isWaitlistDue(waiting('ana', 23.9), now)).toBe(false);
    expect(isWaitlistDue(waiting('ana', 24), now)).toBe(true);
    const listed = told(waiting('ana', 30));
    expect(isWaitlistDue(listed, new Date(now.getTime() + 3_599_999))).toBe(false);
    expect(isWaitlistDue(listed, new Date(now.getTime() + 3_600_000))).toBe(true);
  });

  it('counts a day from when they came, whatever place in the queue they began with', () => {
    const ahead = (hours: number) => waiting('ana', hours + 72, { headStartMs: 72 * 3_600_000 });
    expect(isWaitlistDue(ahead(23.9), now)).toBe(false);
    expect(isWaitlistDue(ahead(24), now)).toBe(true);
    expect(told(ahead(30)).waitlist?.since).toEqual(ago(6));
  });

  it.each(['proposed', 'snoozed', 'matched', 'cancelled'] as const)('has nobody who is %s', (status) =>
    expect(isWaitlistDue(waiting('ana', 50, { status }), now)).toBe(false),
  );

  it('says the place, since when, and what was counted, and fits into what is stored', () => {
    const band = { fromHours: 2, toHours: 5, matched: 7 };
    const relax = [{ kind: 'add-hours', from: 18, until: 20, people: 6 }] as const;
    const listed = told(waiting('ana', 30), { band, relax });
    expect(listed.waitlist).toEqual({ since: ago(6), rank: 4, of: 9, band, relax, asOf: now });
    expect(listed).toMatchObject({ status: 'waiting', version: 2, waitingSince: ago(30) });
    expect(MatchRequest.parse(listed)).toEqual(listed);
  });

  it('settles a tie by the round, not by name, and gives each place once', () => {
    const peers = ['ana', 'ben', 'cem'].map((id) => waiting(id, 30));
    const ranks = (seed: number) => peers.map((one) => told(one, { peers, seed }).waitlist?.rank);
    expect(ranks(1).toSorted()).toEqual([4, 5, 6]);
    expect(new Set(Array.from({ length: 20 }, (_, seed) => ranks(seed).join())).size).toBeGreaterThan(2);
  });

  it('is never longer than it says, also when somebody came between two counts', () =>
    expect(told(waiting('ana', 30), { ahead: 9, of: 9 }).waitlist).toMatchObject({ rank: 10, of: 10 }));
});

describe('how long others waited', () => {
  const matched = (...hours: number[]) => hours.map((n) => ({ waitingSince: ago(n), headStartMs: 0, matchedAt: now }));

  it('is told from the quicker quarter to the slower', () =>
    expect(waitBand(matched(8, 1, 2, 4, 30))).toEqual({ fromHours: 2, toHours: 8, matched: 5 }));

  it('is counted from when they came, not from the place that they were given', () => {
    const moved = matched(80, 73, 74, 76, 102).map((one) => ({ ...one, headStartMs: 72 * 3_600_000 }));
    expect(waitBand(moved)).toEqual({ fromHours: 2, toHours: 8, matched: 5 });
  });

  it('is not told of fewer than five, nor of those who still wait', () => {
    expect(waitBand(matched(8, 1, 2, 4))).toBeNull();
    expect(waitBand([...matched(8, 1, 2, 4), { waitingSince: ago(3), headStartMs: 0, matchedAt: null }])).toBeNull();
  });

  it.each([
    [[], 0.5, 0],
    [[3], 0.25, 3],
    [[1, 2], 0.5, 1.5],
    [[1, 2, 3, 4], 0.25, 1.8],
  ])('of %j at %d is %d', (values, share, expected) => expect(quantile(values, share)).toBe(expected));
});

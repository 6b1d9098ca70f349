import fc from 'fast-check';
import { canAllMeet } from './can-meet';
import { aCandidate } from './example-requests';
import { type Seeker, withNewcomers } from './newcomers';
import { matchPeople } from './match-people';

const now = new Date('2026-06-02T12:00:00Z');
const p = { now, seed: 7 };
const match = withNewcomers(matchPeople);
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const usual = (id: string, fields: Partial<Seeker> = {}): Seeker => ({
  ...aCandidate({ id, waitingSince: ago(1) }),
  lane: 'usual',
  isTrusted: false,
  ...fields,
});
const newcomer = (id: string, fields: Partial<Seeker> = {}) => usual(id, { lane: 'newcomer', ...fields });
const host = (id: string, fields: Partial<Seeker> = {}) => usual(id, { isTrusted: true, ...fields });
const pods = (...people: Seeker[]) => match(people, p).map(({ kind, memberIds }) => [kind, ...memberIds.toSorted()]);

describe('the lane of newcomers', () => {
  it('seats a newcomer with a trusted member, in a starter pod', () =>
    expect(pods(newcomer('new'), host('host'), usual('x'), usual('y'), usual('z'))).toEqual([
      ['newcomer', 'host', 'new'],
      ['new-pod', 'x', 'y', 'z'],
    ]));

  it('takes the trusted member who suits best, and lets the one who waited longest choose first', () => {
    const [first, second] = [newcomer('first', { waitingSince: ago(9) }), newcomer('second')];
    const good = host('good', { experience: 3 });
    const poor = host('poor', { experience: 5, zone: 'Asia/Tokyo' });
    expect(pods(second, poor, first, good)).toEqual([
      ['newcomer', 'first', 'good'],
      ['newcomer', 'poor', 'second'],
    ]);
  });

  it('sends a newcomer on to the usual matching when no trusted member waits, or none may meet them', () => {
    expect(pods(newcomer('new'), usual('x'), usual('y'))).toEqual([['new-pod', 'new', 'x', 'y']]);
    expect(pods(newcomer('new'), usual('x'), usual('y'), host('far', { language: 'de' }))).toEqual([
      ['new-pod', 'new', 'x', 'y'],
    ]);
    expect(pods(newcomer('new'), host('apart', { blocks: ['new'] }))).toEqual([]);
  });

  it('takes a newcomer for nobody’s host, trusted or not', () =>
    expect(pods(newcomer('new'), newcomer('other', { isTrusted: true }))).toEqual([['new-pod', 'new', 'other']]));

  it('lets somebody who would be alone join a starter pod', () =>
    expect(pods(newcomer('new'), host('host'), usual('x'))).toEqual([['newcomer', 'host', 'new', 'x']]));

  it('gives way when it would cost somebody their pod', () => {
    const people = [
      newcomer('new', { hours: [1, 2, 3, 4] }),
      host('host', { hours: [1, 2, 5, 6] }),
      usual('x', { hours: [3, 4] }),
      usual('y', { hours: [5, 6] }),
    ];
    expect(pods(...people).map(([kind, ...ids]) => [kind, ids.length])).toEqual([
      ['new-pod', 2],
      ['new-pod', 2],
    ]);
  });
});

describe('whoever waits, the lane', () => {
  const ids = Array.from({ length: 12 }, (_, n) => `m${n}`);
  const seeker = (id: string) =>
    fc
      .record({
        lane: fc.constantFrom('newcomer' as const, 'usual' as const),
        isTrusted: fc.boolean(),
        hours: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }),
        blocks: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 1 }),
        waitingSince: fc.integer({ min: 0, max: 3 }).map(ago),
      })
      .map((fields) => usual(id, fields));
  const people = fc.integer({ min: 0, max: 12 }).chain((count) => fc.tuple(...ids.slice(0, count).map(seeker)));
  const placedBy = (groups: readonly { memberIds: string[] }[]) => groups.flatMap(({ memberIds }) => memberIds);

  it('costs nobody a pod, keeps the hard rule and takes nobody twice', () =>
    fc.assert(
      fc.property(people, (all) => {
        const groups = match(all, p);
        const placed = placedBy(groups);
        expect(placed.length).toBeGreaterThanOrEqual(placedBy(matchPeople(all, p).groups).length);
        expect(new Set(placed).size).toBe(placed.length);
        for (const { memberIds } of groups)
          expect(canAllMeet(memberIds.flatMap((id) => all.find((one) => one.id === id) ?? []))).toBe(true);
      }),
      { numRuns: 300 },
    ));

  it('is the same in whatever order they are read', () =>
    fc.assert(
      fc.property(
        people.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, mixed]) => expect(match(mixed, p)).toEqual(match(all, p)),
      ),
    ));
});

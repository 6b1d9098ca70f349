import * as fc from 'fast-check';
import { type Presence, type Stay } from '../documents';
import { type Interval, lengthOf } from './intervals';
import { nextBeat, partingBeat, presenceOf, type Signals, staysOf } from './presence-evidence';

const START = Date.parse('2026-06-01T18:00:00Z');
const minute = (n: number): Date => new Date(START + n * 60_000);
const SESSION: Interval = { from: minute(-10), to: minute(50) };
const signals = (over: Partial<Signals> = {}): Signals => ({ stays: [], videoEvents: [], joinedAt: null, ...over });
const stay = (from: number, to: number, hasLeft = false): Stay => ({ from: minute(from), to: minute(to), hasLeft });
const joined = (at: number) => ({ kind: 'joined', at: minute(at) }) as const;
const left = (at: number) => ({ kind: 'left', at: minute(at) }) as const;
const minutesOf = (over: Partial<Signals>) =>
  presenceOf(signals(over), SESSION).union.map(({ from, to }) =>
    [from, to].map((at) => (at.getTime() - START) / 60_000),
  );

describe('when somebody was there', () => {
  it.each<[string, Partial<Signals>, number[][]]>([
    ['not at all without a signal', {}, []],
    ['until 90 s after the last beat', { stays: [stay(0, 20)] }, [[0, 21.5]]],
    ['until they said goodbye', { stays: [stay(0, 20, true)] }, [[0, 20]]],
    ['in the union of app and video', { stays: [stay(0, 20)], videoEvents: [joined(10), left(30)] }, [[0, 30]]],
    [
      'twice, when nothing was seen between',
      { stays: [stay(0, 5), stay(10, 20, true)] },
      [
        [0, 6.5],
        [10, 20],
      ],
    ],
    ['once, when the gap is shorter than the closing', { stays: [stay(0, 5), stay(6, 20, true)] }, [[0, 20]]],
    ['90 s after a join that nothing ended', { videoEvents: [joined(3)] }, [[3, 4.5]]],
    [
      'on, while beats go on after a join that nothing ended',
      { videoEvents: [joined(3)], stays: [stay(4, 9)] },
      [[3, 10.5]],
    ],
    ['through a join that came twice', { videoEvents: [joined(0), joined(10), left(30)] }, [[0, 30]]],
    ['until the first of two ends', { videoEvents: [joined(0), left(10), left(30)] }, [[0, 10]]],
    ['not by an end alone', { videoEvents: [left(10)] }, []],
    ['also when the end came first', { videoEvents: [left(10), joined(0)] }, [[0, 10]]],
    [
      'on, when they left and came back in one moment',
      { videoEvents: [joined(0), joined(10), left(10), left(20)] },
      [[0, 20]],
    ],
    ['from their tap on, for 90 s', { joinedAt: minute(2) }, [[2, 3.5]]],
    ['no longer than the session, and not before its lobby', { stays: [stay(-30, 49.5)] }, [[-10, 50]]],
  ])('is %s', (_, given, expected) => {
    expect(minutesOf(given)).toEqual(expected);
  });

  it('has no known length while a visit has no end, or only the tap is known', () => {
    const isKnown = (over: Partial<Signals>) => presenceOf(signals(over), SESSION).isLengthKnown;
    expect(isKnown({ joinedAt: minute(0) })).toBe(false);
    expect(isKnown({ stays: [stay(0, 1)], videoEvents: [joined(0)] })).toBe(false);
    expect(isKnown({ stays: [stay(0, 1)] })).toBe(true);
    expect(isKnown({ videoEvents: [joined(0), left(9)] })).toBe(true);
  });

  it('is told with its sources', () => {
    const { evidence } = presenceOf(signals({ stays: [stay(0, 9, true)], joinedAt: minute(0) }), SESSION);
    expect(evidence).toEqual([
      { source: 'app', from: minute(0), to: minute(9) },
      { source: 'joined', from: minute(0), to: minute(1.5) },
    ]);
  });
});

describe('the stays of a heartbeat document', () => {
  const beat: Presence = {
    id: 'ana',
    beatAt: minute(9),
    isHere: false,
    editing: null,
    since: minute(5),
    earlier: [stay(0, 2)],
  };
  it('end with the one that goes on', () => expect(staysOf(beat)).toEqual([stay(0, 2), stay(5, 9, true)]));
  it('are none in a document of an older build', () =>
    expect(staysOf({ ...beat, since: null, earlier: [] })).toEqual([]));
});

describe("a beat of the server's own", () => {
  const before: Presence = {
    id: 'ana',
    beatAt: minute(9),
    isHere: true,
    editing: 'item-1',
    since: minute(5),
    earlier: [stay(0, 2)],
  };
  const next = (at: number, isHere = true) => nextBeat(before, { id: 'ana', at: minute(at), isHere });

  it('goes on with the stay for 90 s, and begins another after that', () => {
    expect(staysOf(next(10.5))).toEqual([stay(0, 2), stay(5, 10.5)]);
    expect(staysOf(next(10.6, false))).toEqual([stay(0, 2), stay(5, 9), stay(10.6, 10.6, true)]);
    expect(next(10.6).editing).toBeNull();
  });

  it('is the first where there was none', () =>
    expect(staysOf(nextBeat(null, { id: 'ana', at: minute(1), isHere: true }))).toEqual([stay(1, 1)]));

  it('keeps twenty stays before it at most', () => {
    const earlier = Array.from({ length: 20 }, (_, n) => stay(n / 10, n / 10));
    const after = nextBeat({ ...before, earlier }, { id: 'ana', at: minute(20), isHere: true });
    expect(after.earlier).toEqual([...earlier.slice(1), stay(5, 9)]);
  });
});

describe('a goodbye that the server says', () => {
  const before: Presence = {
    id: 'ana',
    beatAt: minute(9),
    isHere: true,
    editing: 'warm',
    since: minute(5),
    earlier: [],
  };
  const part = (at: number, over: Partial<Presence> = {}) => partingBeat({ ...before, ...over }, minute(at));

  it.each<[string, number, Partial<Presence>, Partial<Presence> | null]>([
    ['ends the stay now', 10, {}, { beatAt: minute(10) }],
    ['ends it 90 s after its last beat', 11, {}, { beatAt: minute(10.5) }],
    ['ends it with a beat that is newer', 8, {}, { beatAt: minute(9) }],
    ['is not said where nobody could go on', 11.6, {}, null],
    ['is not said twice', 10, { isHere: false }, null],
  ])('%s', (_, at, over, changes) =>
    expect(part(at, over)).toEqual(changes && { ...before, isHere: false, editing: null, ...changes }),
  );

  it('changes nothing of when somebody was there', () => {
    const now = fc.integer({ min: 0, max: 200 }).map((steps) => steps / 10);
    fc.assert(
      fc.property(now, fc.boolean(), (at, isHere) => {
        const beat = { ...before, isHere };
        const ended = { from: minute(-10), to: minute(Math.max(at, 9)) };
        const seen = (stored: Presence) => presenceOf(signals({ stays: staysOf(stored) }), ended);
        expect(seen(partingBeat(beat, ended.to) ?? beat)).toEqual(seen(beat));
      }),
    );
  });
});

describe('any history of events', () => {
  const at = fc.integer({ min: -20, max: 60 });
  const event = fc.oneof(at.map(joined), at.map(left));
  const aStay = fc
    .tuple(at, fc.integer({ min: 0, max: 30 }), fc.boolean())
    .map(([from, length, hasLeft]) => stay(from, from + length, hasLeft));
  const history = fc.record({
    stays: fc.array(aStay, { maxLength: 6 }),
    videoEvents: fc.array(event, { maxLength: 10 }),
    joinedAt: fc.option(at.map(minute)),
  });
  const unionOf = (given: Signals) => presenceOf(given, SESSION).union;
  const covers = (outer: readonly Interval[], inner: readonly Interval[]) =>
    inner.every(({ from, to }) => outer.some((other) => other.from <= from && other.to >= to));

  it('says the same in any order and with any of them twice', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (given, dice) => {
        const shuffled = <T>(items: readonly T[]): T[] =>
          [...items, ...items.filter((_, n) => n % 2 === 0)]
            .map((item) => ({ item, place: dice.next().value ?? 0 }))
            .sort((a, b) => a.place - b.place)
            .map(({ item }) => item);
        const again = { ...given, stays: shuffled(given.stays), videoEvents: shuffled(given.videoEvents) };
        expect(presenceOf(again, SESSION)).toEqual(presenceOf(given, SESSION));
      }),
    );
  });

  it('never says less for one more sign of life', () => {
    fc.assert(
      fc.property(history, aStay, at, (given, another, instant) => {
        const before = unionOf(given);
        const more: Signals[] = [
          { ...given, stays: [...given.stays, another] },
          { ...given, videoEvents: [...given.videoEvents, joined(instant)] },
          { ...given, joinedAt: given.joinedAt ?? minute(instant) },
        ];
        for (const other of more) expect(covers(unionOf(other), before)).toBe(true);
      }),
    );
  });

  it('stays within the session, in order and apart', () => {
    fc.assert(
      fc.property(history, (given) => {
        const union = unionOf(given);
        union.forEach(({ from, to }, n) => {
          expect(from <= to && from >= SESSION.from && to <= SESSION.to).toBe(true);
          if (n > 0) expect(from > (union[n - 1]?.to ?? from)).toBe(true);
        });
        expect(lengthOf(union)).toBeLessThanOrEqual(lengthOf([SESSION]));
      }),
    );
  });
});

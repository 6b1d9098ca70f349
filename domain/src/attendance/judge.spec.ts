import * as fc from 'fast-check';
import { attendedAs, isBetter, judgeSession, type SessionFacts } from './judge';
import { type Signals } from './presence-evidence';

const START = Date.parse('2026-06-01T18:00:00Z');
const minute = (n: number): Date => new Date(START + n * 60_000);
const there = (from: number, to: number, hasLeft = true): Signals => ({
  stays: [{ from: minute(from), to: minute(to), hasLeft }],
  videoEvents: [],
  joinedAt: null,
});
const tapped = (at: number): Signals => ({ stays: [], videoEvents: [], joinedAt: minute(at) });

/** Ana's session of 50 minutes with Ben, who is there all the time unless it says otherwise. */
const facts = (ana: Signals | null, over: Partial<SessionFacts> = {}): SessionFacts => ({
  state: 'done',
  startsAt: minute(0),
  minutes: 50,
  endedAt: minute(55),
  memberIds: ['ana', 'ben'],
  releasedIds: [],
  video: 'room',
  signals: { ben: there(-2, 50), ...(ana ? { ana } : {}) },
  withdrawals: {},
  excuses: {},
  remindersDelivered: {},
  ...over,
});
const of = (memberId: string, given: SessionFacts) => {
  const verdict = judgeSession(given).find((other) => other.memberId === memberId);
  return verdict ? [verdict.outcome, verdict.credit] : null;
};
const nobody = { signals: {} };

describe('what became of a member', () => {
  it.each<[string, SessionFacts, unknown]>([
    ['came early and stayed', facts(there(-8, 50)), ['on-time', 1]],
    ['came at +5', facts(there(5, 50)), ['on-time', 1]],
    ['came a second after +5', facts(there(5.02, 50)), ['late', 1]],
    ['came at +10', facts(there(10, 50)), ['late', 1]],
    ['came after +10', facts(there(10.1, 50)), ['no-show', 0]],
    [
      'came after +10 when nobody else was there',
      facts(there(11, 50), { signals: { ana: there(11, 50) } }),
      ['unknown', null],
    ],
    ['did not come, and somebody was there', facts(null), ['no-show', 0]],
    ['did not come, as nobody did', facts(null, nobody), ['unknown', null]],
    ['did not come, and another only tapped', facts(null, { signals: { ben: tapped(0) } }), ['no-show', 0]],
    ['was there for exactly 60 %', facts(there(0, 30)), ['on-time', 1]],
    ['was there for less', facts(there(0, 29)), ['left-early', 0.5]],
    ['came late and left early', facts(there(8, 30)), ['left-early', 0.5]],
    ['stayed as long as a session that ended early', facts(there(0, 20), { endedAt: minute(20) }), ['on-time', 1]],
    ['was in the lobby and gone before the start', facts(there(-9, -3)), ['no-show', 0]],
    ['tapped in the lobby, and no more is known', facts(tapped(-5)), ['on-time', 1]],
    ['tapped at +7, and no more is known', facts(tapped(7)), ['late', 1]],
    [
      'came by a video visit without an end, and their app slept',
      facts({ ...there(0, 3), videoEvents: [{ kind: 'joined', at: minute(0) }] }),
      ['on-time', 1],
    ],
    ['called off 12 h before', facts(null, { withdrawals: { ana: minute(-720) } }), null],
    ['called off 2 h before', facts(null, { withdrawals: { ana: minute(-120) } }), ['excused', null]],
    ['called off later', facts(null, { withdrawals: { ana: minute(-119) } }), ['no-show', 0.5]],
    [
      'came for a moment when all others had called off',
      facts(there(0, 3), { withdrawals: { ben: minute(-90) }, signals: { ana: there(0, 3) } }),
      ['on-time', 1],
    ],
    ['called off and came', facts(there(0, 50), { withdrawals: { ana: minute(-119) } }), ['on-time', 1]],
    ['used the emergency excuse', facts(null, { excuses: { ana: 'emergency' } }), ['excused', null]],
    ['used it and came', facts(there(0, 50), { excuses: { ana: 'emergency' } }), ['on-time', 1]],
    ['had a pod that could not meet', facts(null, { excuses: { ana: 'pod-unmet' } }), ['excused', null]],
    ['got no reminder', facts(null, { remindersDelivered: { ana: false } }), ['excused', null]],
    ['left early after no reminder', facts(there(0, 9), { remindersDelivered: { ana: false } }), ['left-early', 0.5]],
    [
      'left early when nobody got a reminder',
      facts(there(0, 9), { remindersDelivered: { ana: false, ben: false } }),
      ['excused', null],
    ],
    ['was not seen behind a link', facts(null, { video: 'link' }), ['unknown', null]],
    ['was seen for a while behind a link', facts(there(0, 3), { video: 'link' }), ['on-time', 1]],
    ['was seen late behind a link', facts(there(20, 23), { video: 'link' }), ['unknown', null]],
  ])('who %s', (_, given, expected) => {
    expect(of('ana', given)).toEqual(expected);
  });

  it('is full credit for whoever waited ten minutes, however soon they went then', () => {
    const waited = {
      state: 'no-quorum' as const,
      endedAt: minute(20),
      releasedIds: ['ana'],
      signals: { ana: there(0, 10.5) },
    };
    expect(of('ana', facts(null, waited))).toEqual(['on-time', 1]);
    expect(of('ben', facts(null, waited))).toEqual(['no-show', 0]);
    const went = { ...waited, state: 'done' as const, endedAt: minute(50) };
    expect(of('ana', facts(null, went))).toEqual(['on-time', 1]);
    expect(of('ana', facts(null, { ...went, signals: { ana: there(0, 2) } }))).toEqual(['left-early', 0.5]);
  });

  it('says in one sentence why, with the minutes and the evidence', () => {
    const [ana] = judgeSession(facts(there(0, 20)));
    expect(ana).toMatchObject({
      minutesPresent: 20,
      arrivedAt: minute(0),
      evidence: [{ source: 'app', from: minute(0), to: minute(20) }],
      reason: 'You were there for 40 % of the time; from 60 % on it counts in full.',
    });
  });
});

describe('an outage', () => {
  const cutOff = (until: number) => there(0, until, false);
  const both = (a: Signals, b: Signals) => facts(null, { signals: { ana: a, ben: b } });
  it('excuses all whom it cut off together', () => {
    const given = both(cutOff(10), cutOff(10.3));
    expect([of('ana', given), of('ben', given)]).toEqual([
      ['excused', null],
      ['excused', null],
    ]);
  });
  it('excuses also whoever did not get in, and takes nothing from whoever has full credit', () => {
    const given = {
      ...both(cutOff(40), cutOff(40)),
      memberIds: ['ana', 'ben', 'cem'],
    };
    expect(['ana', 'ben', 'cem'].map((id) => of(id, given)?.[0])).toEqual(['on-time', 'on-time', 'excused']);
  });
  it.each([
    ['one who vanished alone', both(cutOff(10), there(0, 50))],
    [
      'two who only tapped',
      facts(null, {
        memberIds: ['ana', 'ben', 'cem'],
        signals: { ana: there(0, 9), ben: tapped(0), cem: tapped(0) },
      }),
    ],
    ['two who said goodbye', both(there(0, 10), there(0, 10))],
    ['two who vanished five minutes apart', both(cutOff(10), cutOff(15))],
  ])('is not %s', (_, given) => expect(of('ana', given)).toEqual(['left-early', 0.5]));
});

describe('any session', () => {
  const aSignal = fc
    .record({ from: fc.integer({ min: -10, max: 50 }), length: fc.integer({ min: 0, max: 60 }), hasLeft: fc.boolean() })
    .map(({ from, length, hasLeft }) => there(from, from + length, hasLeft));
  const anySession = fc
    .record({
      ana: fc.option(aSignal),
      ben: fc.option(aSignal),
      cem: fc.option(aSignal),
      withdrawn: fc.option(fc.integer({ min: 1, max: 1000 })),
      endedAt: fc.integer({ min: 1, max: 120 }),
    })
    .map(({ ana, ben, cem, withdrawn, endedAt }) =>
      facts(null, {
        memberIds: ['ana', 'ben', 'cem'],
        signals: { ...(ana && { ana }), ...(ben && { ben }), ...(cem && { cem }) },
        withdrawals: withdrawn ? { cem: minute(-withdrawn) } : {},
        endedAt: minute(endedAt),
      }),
    );

  it('judges nobody who was not seen when nobody was seen', () => {
    fc.assert(
      fc.property(anySession, (given) => {
        const verdicts = judgeSession({ ...given, signals: {}, withdrawals: {} });
        expect(verdicts.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown', 'unknown']);
      }),
    );
  });

  it('gives credit by the outcome alone, and takes none for what is excused or unknown', () => {
    fc.assert(
      fc.property(anySession, (given) => {
        for (const verdict of judgeSession(given)) {
          const credits = {
            'on-time': [1],
            late: [1],
            'left-early': [0.5],
            'no-show': [0, 0.5],
            excused: [null],
            unknown: [null],
          };
          expect(credits[verdict.outcome]).toContain(verdict.credit);
          expect(verdict.reason.length).toBeLessThanOrEqual(200);
        }
      }),
    );
  });

  it('is judged the same whatever order its members are in', () => {
    fc.assert(
      fc.property(anySession, (given) => {
        const byId = (other: SessionFacts) => Object.fromEntries(judgeSession(other).map((v) => [v.memberId, v]));
        expect(byId({ ...given, memberIds: [...given.memberIds].reverse() })).toEqual(byId(given));
      }),
    );
  });
});

describe('an outcome', () => {
  it.each([
    [{ outcome: 'on-time', credit: 1 }, 'came'],
    [{ outcome: 'left-early', credit: 0.5 }, 'came'],
    [{ outcome: 'no-show', credit: 0 }, 'missed'],
    [{ outcome: 'no-show', credit: 0.5 }, 'called-off'],
    [{ outcome: 'excused', credit: null }, 'excused'],
    [{ outcome: 'unknown', credit: null }, 'unknown'],
  ] as const)('%j is told to the pod as %s', (verdict, told) => expect(attendedAs(verdict)).toBe(told));

  it('is better with more credit, and not judged is better than half', () => {
    expect(isBetter({ credit: 1 }, { credit: null })).toBe(true);
    expect(isBetter({ credit: null }, { credit: 0.5 })).toBe(true);
    expect(isBetter({ credit: 0 }, { credit: null })).toBe(false);
    expect(isBetter({ credit: null }, { credit: null })).toBe(false);
  });
});

import { type CheckInInput } from '../contracts';
import { Challenge, type ChallengeRecord, type CheckIn, CheckIn as CheckInSchema, type Slot } from '../documents';
import { decideCheckIn } from '../checkins';
import { aSlot } from '../sprints/plan-examples';
import { foldStreak } from '../streaks';
import { aChallenge, aCheckIn, hours, NOW } from './example-challenge';
import {
  checkChallenge,
  nextChallengeAt,
  noChallenges,
  openChallenge,
  overturnedSlot,
  settledCheckIn,
  weightOf,
  withChallenge,
  withDecision,
} from './index';

const refusal = (checkIn: CheckIn | null, id = 'ben', now = NOW, isKeptApart = false): string => {
  try {
    checkChallenge(checkIn, { id, isKeptApart }, now);
    return 'taken';
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const open = (checkIn = aCheckIn(), challengerId: string | null = 'ben') =>
  openChallenge(checkIn, { id: 'c1', track: 'gym', cause: 'podmate', challengerId, reasons: ['unclear'], now: NOW });

describe('a challenge', () => {
  it.each<[string, CheckIn | null, string, Date, boolean, string]>([
    ['by a podmate of then', aCheckIn(), 'ben', hours(24), false, 'taken'],
    ['a day later', aCheckIn(), 'ben', hours(24.001), false, 'failed-precondition'],
    ['of one’s own', aCheckIn(), 'ana', NOW, false, 'failed-precondition'],
    ['by who came later', aCheckIn(), 'dee', NOW, false, 'not-found'],
    ['by who is kept apart', aCheckIn(), 'ben', NOW, true, 'not-found'],
    ['of what is for its member alone', aCheckIn({ visibility: 'me' }), 'ben', NOW, false, 'not-found'],
    ['of words', aCheckIn({ proof: { kind: 'none' } }), 'ben', NOW, false, 'not-found'],
    ['of nothing', null, 'ben', NOW, false, 'not-found'],
    ['of what is looked at', open()!.checkIn, 'cem', NOW, false, 'already-exists'],
  ])('%s: %#', (_, checkIn, id, now, isKeptApart, expected) =>
    expect(refusal(checkIn, id, now, isKeptApart)).toBe(expected),
  );

  it('is stored whole, and its check-in says that it is looked at, not by whom or why', () => {
    const opened = open()!;
    expect(Challenge.parse(opened.challenge)).toEqual(opened.challenge);
    expect(CheckInSchema.parse(opened.checkIn)).toEqual(opened.checkIn);
    expect(opened.challenge).toMatchObject({
      state: 'open',
      until: hours(24),
      seats: [],
      podmateIds: ['ana', 'ben', 'cem'],
    });
    expect(JSON.stringify(opened.checkIn.review)).not.toMatch(/ben|unclear|podmate/);
    expect(open(opened.checkIn)).toBeNull();
    expect(open(aCheckIn({ podId: null }))).toBeNull();
  });
});

describe('how often somebody may ask', () => {
  const asked = (...states: ChallengeRecord['asked'][number]['state'][]): ChallengeRecord => ({
    ...noChallenges('ben'),
    asked: states.map((state, i) => ({ slotId: `s${i}`, at: NOW, state })),
  });

  it.each<[ChallengeRecord, number, number]>([
    [asked('open'), 1, 1],
    [asked('upheld', 'upheld'), 1, 1],
    [asked('expired', 'expired'), 1, 1],
    [asked('dismissed'), 1 / 2, 2],
    [asked('dismissed', 'dismissed', 'dismissed'), 1 / 4, 4],
    [asked('dismissed', 'upheld'), 2 / 3, 2],
    [asked(...Array.from({ length: 12 }, () => 'dismissed' as const)), 1 / 11, 7],
  ])('hangs on what came of it: %#', (record, weight, days) => {
    expect(weightOf(record)).toBeCloseTo(weight);
    expect(nextChallengeAt(record)).toEqual(hours(24 * days));
    expect(() => withChallenge(record, 'next', hours(24 * days - 0.001))).toThrow(
      expect.objectContaining({ code: 'resource-exhausted' }),
    );
    expect(withChallenge(record, 'next', hours(24 * days)).asked.at(-1)).toMatchObject({
      slotId: 'next',
      state: 'open',
    });
  });

  it('begins at once, and a decision is noted with what was asked', () => {
    const record = withChallenge(noChallenges('ben'), 's1_0', NOW);
    expect(withDecision(record, 's1_0', 'upheld').asked).toEqual([{ slotId: 's1_0', at: NOW, state: 'upheld' }]);
    expect(withDecision(record, 's1_0', 'in-review')).toBe(record);
  });
});

describe('a check-in that was looked at', () => {
  const done = aSlot({ state: 'done', ruling: 'in-time', version: 2 });
  const upheld = aChallenge([], { state: 'upheld', decidedAt: hours(30) });
  const looked = open()!.checkIn;

  it.each(['dismissed', 'expired'] as const)('stands when it was %s', (state) => {
    const challenge = aChallenge([], { state, decidedAt: hours(5) });
    expect(settledCheckIn(looked, challenge)?.review).toMatchObject({ state: 'stands', decidedAt: hours(5) });
    expect(overturnedSlot(done, challenge, hours(5))).toBeNull();
  });

  it('is missed when it was overturned, late as it may be, and all that follows is counted anew', () => {
    const slots = [0, 1, 2].map((seq) => ({ ...done, seq, id: `s1_${seq}` }));
    expect(foldStreak(slots)).toMatchObject({ current: 3, freezeTokens: 1 });
    const after = overturnedSlot(slots[0]!, upheld, hours(30))!;
    expect(after).toMatchObject({ state: 'missed', ruling: 'proof-overturned', closedAt: hours(30), version: 3 });
    const counted = foldStreak([after, ...slots.slice(1)]);
    expect(counted).toMatchObject({ current: 2, freezeTokens: 0 });
    expect(counted.days[0]?.reason).toMatch(/^Two people outside the pod found/);
    expect(settledCheckIn(looked, upheld)?.review?.state).toBe('overturned');
    expect(settledCheckIn(aCheckIn(), upheld)).toBeNull();
    expect(overturnedSlot(after, upheld, hours(31))).toBeNull();
  });

  const input = (changed: Partial<CheckInInput> = {}): CheckInInput => ({
    slotId: 's1_0',
    clientMutationId: 'again',
    status: 'done',
    rpe: 6,
    win: 'Again',
    tweak: '',
    proof: { kind: 'none' },
    visibility: 'pod',
    capturedAt: '2026-06-01T21:00:00Z',
    clientSkewMs: 0,
    ...changed,
  });
  const send = (slot: Slot, existing: CheckIn, now: string, changed: Partial<CheckInInput> = {}) =>
    decideCheckIn({ slot, existing, input: input(changed), podId: 'p1', stake: null, now: new Date(now) });

  it('is neither changed nor hidden while others look', () => {
    expect(() => send(done, looked, '2026-06-01T21:00:00Z', { visibility: 'me' })).toThrow(
      expect.objectContaining({ code: 'failed-precondition', message: expect.stringContaining('looking at this') }),
    );
  });

  it('can be sent anew while its slot takes any, then be made up, and never be claimed from an outbox', () => {
    const overturned = overturnedSlot(done, upheld, hours(2))!;
    const existing = settledCheckIn(looked, upheld)!;
    const anew = send(overturned, existing, '2026-06-01T23:00:00Z');
    expect(anew.slot).toMatchObject({ state: 'done', ruling: 'in-time' });
    expect(anew.checkIn).toMatchObject({ version: 2, proof: { kind: 'none' } });
    expect(anew.checkIn.review).toBeUndefined();
    // Grace ends at noon; an outbox would have until midnight.
    expect(() => send(overturned, existing, '2026-06-02T12:00:01Z')).toThrow(
      expect.objectContaining({ code: 'failed-precondition' }),
    );
    const planned = { ...overturned, makeUpAt: new Date('2026-06-03T18:00:00Z') };
    expect(send(planned, existing, '2026-06-03T18:30:00Z').slot).toMatchObject({ state: 'madeUp', ruling: 'made-up' });
  });
});

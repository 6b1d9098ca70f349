import fc from 'fast-check';
import { type CheckInInput, DomainError } from '../contracts';
import { CheckIn, type Slot, SlotState } from '../documents';
import { aSlot } from '../sprints/plan-examples';
import { type CheckInDecision, decideCheckIn, makeUpExpiresAt, scheduleMakeUp, type Stake } from './index';

// Monday, 2026-06-01 in UTC: due at midnight, grace until noon of the 2nd.
const ON_TIME = '2026-06-01T19:05:00Z';
const LATE = '2026-06-02T09:00:00Z';

const anInput = (changed: Partial<CheckInInput> = {}): CheckInInput => ({
  slotId: 's1_0',
  clientMutationId: 'tap-1',
  status: 'done',
  rpe: 6,
  win: 'Ten more push-ups',
  tweak: '',
  proof: { kind: 'none' },
  visibility: 'pod',
  capturedAt: '2026-06-01T19:00:00Z',
  clientSkewMs: null,
  ...changed,
});

const decide = (
  p: { slot?: Slot; existing?: CheckIn | null; input?: Partial<CheckInInput>; podId?: string | null; stake?: Stake },
  now: string,
): CheckInDecision =>
  decideCheckIn({
    slot: p.slot ?? aSlot(),
    existing: p.existing ?? null,
    input: anInput(p.input),
    podId: p.podId === undefined ? 'p1' : p.podId,
    stake: p.stake ?? null,
    now: new Date(now),
  });

describe('a check-in', () => {
  it('on its day counts as done, and is stored whole', () => {
    const { slot, checkIn, feed, isRepeat } = decide({}, ON_TIME);
    expect(slot).toEqual(aSlot({ state: 'done', ruling: 'in-time', version: 2 }));
    expect(CheckIn.parse(checkIn)).toEqual(checkIn);
    expect(checkIn).toMatchObject({ id: 's1_0', day: '2026-06-01', podId: 'p1', isLate: false, version: 1 });
    expect(checkIn.receivedAt).toEqual(new Date(ON_TIME));
    expect(feed).toEqual({ text: 'Checked in. Win: Ten more push-ups' });
    expect(isRepeat).toBe(false);
  });

  it.each([
    ['2026-06-01T00:00:00.000Z', 'done'],
    ['2026-06-02T00:00:00.000Z', 'done'],
    ['2026-06-02T00:00:00.001Z', 'late'],
    ['2026-06-02T12:00:00.000Z', 'late'],
  ])('received at %s is %s', (now, state) => {
    const { slot, checkIn } = decide({}, now);
    expect(slot.state).toBe(state);
    expect(checkIn.isLate).toBe(state === 'late');
  });

  it('is judged by the server’s time, whatever the device says', () => {
    expect(decide({ input: { capturedAt: '2020-01-01T00:00:00Z' } }, LATE).slot.state).toBe('late');
    expect(decide({ input: { capturedAt: '2030-01-01T00:00:00Z' } }, ON_TIME).slot.state).toBe('done');
  });

  it.each([
    ['before its day', {}, '2026-05-31T23:59:59Z'],
    ['after the grace', { input: { capturedAt: LATE } }, '2026-06-02T12:00:01Z'],
    ['from an outbox after 24 hours', {}, '2026-06-03T00:00:00.001Z'],
    ['once the slot was missed', { slot: aSlot({ state: 'missed' }), input: { capturedAt: LATE } }, LATE],
    ['once the slot was frozen', { slot: aSlot({ state: 'frozen' }), input: { capturedAt: LATE } }, LATE],
    ['once it was made up', { slot: aSlot({ state: 'madeUp' }), input: { capturedAt: LATE } }, LATE],
    ['once the slot was excused', { slot: aSlot({ state: 'excused' }) }, LATE],
  ])('is refused %s', (_, p, now) => {
    expect(() => decide(p, now)).toThrow(expect.objectContaining({ code: 'failed-precondition' }));
  });

  it.each<[string, Partial<CheckInInput>]>([
    ['slotId', { slotId: 's1_1' }],
    ['rpe', { rpe: 11 }],
    ['rpe', { rpe: 0 }],
    ['win', { win: 'x'.repeat(10_000) }],
    ['proof.url', { proof: { kind: 'link', url: 'http://example.org' } }],
    ['proof.url', { proof: { kind: 'link', url: 'javascript:alert(1)' } }],
    ['proof.text', { proof: { kind: 'steps', text: 'x'.repeat(10_000) } }],
    ['proof.path', { proof: { kind: 'file', path: 'proofs/ben/s1_0/a.jpg', contentType: 'image/jpeg', bytes: 9 } }],
    ['proof.path', { proof: { kind: 'file', path: 'proofs/ana/s1_1/a.jpg', contentType: 'image/jpeg', bytes: 9 } }],
    ['proof.path', { proof: { kind: 'file', path: 'proofs/ana/s1_0/../a', contentType: 'image/jpeg', bytes: 9 } }],
    ['proof.path', { proof: { kind: 'file', path: 'proofs/ana/s1_0/', contentType: 'image/jpeg', bytes: 9 } }],
    ['capturedAt', { capturedAt: 'yesterday' }],
  ])('with a bad %s is refused at that field: %j', (path, input) => {
    expect(() => decide({ input }, ON_TIME)).toThrow(DomainError);
    expect(() => decide({ input }, ON_TIME)).toThrow(
      expect.objectContaining({ code: 'invalid-argument', fields: [expect.objectContaining({ path })] }),
    );
  });

  it('may bring a file that lies in its own folder', () => {
    const proof = { kind: 'file', path: 'proofs/ana/s1_0/a.jpg', contentType: 'image/jpeg', bytes: 9 } as const;
    expect(decide({ input: { proof } }, ON_TIME).checkIn.proof).toEqual(proof);
  });

  it('of a part counts; a rest neither adds nor breaks', () => {
    expect(decide({ input: { status: 'partly' } }, ON_TIME).slot.state).toBe('done');
    expect(decide({ input: { status: 'rest' } }, ON_TIME).slot.state).toBe('rest');
    expect(decide({ input: { status: 'rest' } }, LATE).slot.state).toBe('rest');
  });

  it.each<[string, Partial<CheckInInput>, string | null, string | null]>([
    ['to nobody when it is for the member alone', { visibility: 'me' }, 'p1', null],
    ['to nobody without a pod', {}, null, null],
    ['a part as a part', { status: 'partly', win: '' }, 'p1', 'Checked in: did a part of it.'],
    ['a rest as a rest', { status: 'rest', win: '' }, 'p1', 'Took a rest.'],
  ])('is told %s', (_, input, podId, text) => {
    expect(decide({ input, podId }, ON_TIME).feed).toEqual(text === null ? null : { text });
  });

  it('never tells the pod how hard it was or what the member will change', () => {
    const { feed } = decide({ input: { win: 'w'.repeat(280), tweak: 'earlier bed', rpe: 9 } }, ON_TIME);
    expect(feed!.text).not.toMatch(/earlier bed|9/);
    expect(feed!.text.length).toBeLessThanOrEqual(400);
  });
});

describe('a check-in from an outbox', () => {
  const claim = { capturedAt: '2026-06-01T23:00:00Z', clientSkewMs: 1200 };
  const LATER = '2026-06-02T20:00:00Z';

  it.each<[string, Parameters<typeof decide>[0], Partial<Slot>, boolean]>([
    ['an open one', { input: claim }, { state: 'done', ruling: 'offline-claimed' }, false],
    [
      'one that was closed',
      { input: claim, slot: aSlot({ state: 'missed', ruling: 'not-kept' }) },
      { state: 'done', ruling: 'offline-claimed' },
      false,
    ],
    [
      'one by a bad clock, late',
      { input: { ...claim, clientSkewMs: 400_000 }, slot: aSlot({ state: 'missed' }) },
      { state: 'late', ruling: 'offline-unproven' },
      true,
    ],
    [
      'the third on a stake, late',
      { input: claim, stake: { claims: [new Date('2026-05-31T20:00:00Z'), new Date('2026-06-01T20:00:00Z')] } },
      { state: 'late', ruling: 'offline-over-budget' },
      true,
    ],
    ['a rest', { input: { ...claim, status: 'rest' } }, { state: 'rest', ruling: 'rest' }, true],
  ])('counts for %s', (_, p, slot, isLate) => {
    expect(decide(p, LATER)).toMatchObject({ slot, checkIn: { isLate, receivedAt: new Date(LATER) } });
  });
});

describe('two devices, one of them without a network for a while', () => {
  const offline = { clientMutationId: 'phone', capturedAt: '2026-06-01T23:00:00Z', clientSkewMs: 0, win: 'By phone' };
  const online = { clientMutationId: 'desk', capturedAt: LATE, win: 'At the desk' };
  const after = (first: CheckInDecision, input: Partial<CheckInInput>, now: string) =>
    decide({ slot: first.slot, existing: first.checkIn, input }, now);

  it('make a slot on time whichever comes back first', () => {
    const phoneFirst = after(decide({ input: offline }, LATE), online, '2026-06-02T10:00:00Z');
    const phoneLast = after(decide({ input: online }, LATE), offline, '2026-06-02T10:00:00Z');
    for (const { slot, checkIn } of [phoneFirst, phoneLast])
      expect([slot.state, slot.ruling, checkIn.isLate, checkIn.version]).toEqual(['done', 'offline-claimed', false, 2]);
    expect(phoneLast.checkIn).toMatchObject({ win: 'By phone', capturedAt: new Date(offline.capturedAt) });
  });

  it('also once the slot is closed, late or made up', () => {
    const late = decide({ input: online }, LATE);
    expect(after(late, offline, '2026-06-02T23:00:00Z').slot.state).toBe('done');
    const madeUp = { ...late, slot: { ...late.slot, state: 'madeUp' as const, ruling: 'made-up' as const } };
    expect(after(madeUp, offline, '2026-06-02T23:00:00Z').slot.state).toBe('done');
  });

  it.each<[string, Partial<CheckInInput>]>([
    ['by a clock that may be wrong', { ...offline, clientSkewMs: null }],
    ['as a rest', { ...offline, status: 'rest' }],
    ['after its day', { ...offline, capturedAt: LATE }],
  ])('but not %s', (_, input) => {
    const late = decide({ input: online }, LATE);
    expect(after(late, input, '2026-06-02T10:00:00Z').slot.state).not.toBe('done');
    expect(() => after(late, input, '2026-06-02T23:00:00Z')).toThrow(
      expect.objectContaining({ code: 'failed-precondition' }),
    );
  });
});

describe('the file of a check-in, sent after it', () => {
  const proof = { kind: 'file', path: 'proofs/ana/s1_0/a.jpg', contentType: 'image/jpeg', bytes: 9 } as const;
  const first = decide({}, ON_TIME);
  const brings = (existing: CheckIn, now: string, input: Partial<CheckInInput> = {}) =>
    decide({ slot: first.slot, existing, input: { clientMutationId: 'f', proof, onlyFile: true, ...input } }, now);

  it('changes no word that was changed meanwhile', () => {
    const edited = decide(
      { slot: first.slot, existing: first.checkIn, input: { clientMutationId: 'e', win: 'Twelve', visibility: 'me' } },
      ON_TIME,
    );
    const { checkIn, slot } = brings(edited.checkIn, LATE);
    expect(checkIn).toMatchObject({ win: 'Twelve', visibility: 'me', proof, version: 3, isLate: false });
    expect(slot.state).toBe('done');
  });

  it('makes nothing on time that was late', () => {
    const late = decide({ input: { capturedAt: LATE } }, LATE);
    const claim = { clientMutationId: 'f', proof, onlyFile: true, clientSkewMs: 0 } as const;
    expect(decide({ slot: late.slot, existing: late.checkIn, input: claim }, LATE).slot.state).toBe('late');
  });

  it('may take half an hour from the end of the grace, and no longer', () => {
    expect(brings(first.checkIn, '2026-06-02T12:30:00Z').checkIn.proof).toEqual(proof);
    expect(() => brings(first.checkIn, '2026-06-02T12:30:01Z')).toThrow(DomainError);
  });

  it('is the check-in itself when that never came, and is refused without a file', () => {
    const alone = decide({ input: { proof, onlyFile: true, win: 'Said with it' } }, ON_TIME);
    expect(alone.checkIn).toMatchObject({ win: 'Said with it', proof });
    expect(() => brings(first.checkIn, ON_TIME, { proof: { kind: 'none' } })).toThrow(
      expect.objectContaining({ fields: [{ path: 'proof', message: 'is no file' }] }),
    );
  });
});

describe('a check-in on a paused day', () => {
  it('counts as on any other', () => {
    const paused = aSlot({ state: 'excused', ruling: 'planned-pause' });
    expect(decide({ slot: paused }, ON_TIME).slot).toMatchObject({ state: 'done', ruling: 'in-time' });
  });
});

describe('a make-up', () => {
  const missed = aSlot({ state: 'missed', ruling: 'not-kept', closedAt: new Date('2026-06-02T12:15:00Z') });
  const NOW = new Date('2026-06-03T09:00:00Z');
  const planned = scheduleMakeUp(missed, { at: new Date('2026-06-03T18:00:00Z'), now: NOW });

  it('ends 72 hours after the slot, or with its week', () => {
    expect(makeUpExpiresAt(missed)).toEqual(new Date('2026-06-05T00:00:00Z'));
    const saturday = aSlot({ label: '2026-06-06', dueAt: new Date('2026-06-07T00:00:00Z') });
    expect(makeUpExpiresAt(saturday)).toEqual(new Date('2026-06-07T23:59:59.999Z'));
  });

  it.each([
    [missed, '2026-06-03T08:59:59Z', 'invalid-argument'],
    [missed, '2026-06-05T00:00:01Z', 'invalid-argument'],
    [aSlot(), '2026-06-03T18:00:00Z', 'failed-precondition'],
    [aSlot({ ...missed, dueAt: new Date('2026-05-30T00:00:00Z') }), '2026-06-03T18:00:00Z', 'failed-precondition'],
  ])('cannot be planned: %#', (slot, at, code) => {
    expect(() => scheduleMakeUp(slot, { at: new Date(at), now: NOW })).toThrow(expect.objectContaining({ code }));
  });

  it('is the check-in of a missed slot for which it is planned, whenever it comes in its time', () => {
    const input = { capturedAt: '2026-06-04T19:00:00Z' };
    const { slot, checkIn } = decide({ slot: planned, input }, '2026-06-04T19:00:00Z');
    expect(slot).toMatchObject({ state: 'madeUp', ruling: 'made-up', version: missed.version + 2 });
    expect(checkIn.isLate).toBe(true);
    for (const [again, now] of [
      [{ slot: missed, input }, '2026-06-04T19:00:00Z'], // not planned
      [{ slot: planned, input }, '2026-06-05T00:00:01Z'], // too late
      [{ slot: planned, input: { ...input, status: 'rest' as const } }, '2026-06-04T19:00:00Z'],
      [{ slot, input }, '2026-06-04T20:00:00Z'], // once
    ] as const)
      expect(() => decide(again, now)).toThrow(expect.objectContaining({ code: 'failed-precondition' }));
  });
});

describe('a check-in that comes again', () => {
  const first = decide({}, ON_TIME);
  const after = (input: Partial<CheckInInput>, now: string, before = first) =>
    decide({ slot: before.slot, existing: before.checkIn, input }, now);

  it('by the same request changes nothing, even when the slot is long closed', () => {
    for (const now of [ON_TIME, LATE, '2026-07-01T00:00:00Z']) {
      const again = after({ win: 'another text' }, now);
      expect(again).toEqual({ slot: first.slot, checkIn: first.checkIn, feed: null, isRepeat: true });
    }
  });

  it('as another version changes what was said, and stays on time', () => {
    const { slot, checkIn, isRepeat } = after({ clientMutationId: 'tap-2', win: 'Twelve', rpe: 7 }, LATE);
    expect(isRepeat).toBe(false);
    expect(slot).toMatchObject({ state: 'done', version: 3 });
    expect(checkIn).toEqual({ ...first.checkIn, clientMutationId: 'tap-2', win: 'Twelve', rpe: 7, version: 2 });
  });

  it('stays late when it was late', () => {
    const late = decide({}, LATE);
    expect(after({ clientMutationId: 'tap-2' }, '2026-06-02T11:00:00Z', late).slot.state).toBe('late');
  });

  it('can be a version until the slot closes, a quarter of an hour after its grace', () => {
    expect(after({ clientMutationId: 'tap-2' }, '2026-06-02T12:15:00Z').checkIn.version).toBe(2);
    expect(() => after({ clientMutationId: 'tap-2' }, '2026-06-02T12:15:01Z')).toThrow(DomainError);
  });

  it('does not turn a rest on time into an effort on time', () => {
    const rest = decide({ input: { status: 'rest' } }, ON_TIME);
    const effort = after({ clientMutationId: 'tap-2', capturedAt: LATE }, LATE, rest);
    expect(effort.slot.state).toBe('late');
    expect(effort.checkIn).toMatchObject({ isLate: true, receivedAt: new Date(LATE), capturedAt: new Date(LATE) });
  });

  it('takes itself back from the feed when it becomes private', () => {
    expect(after({ clientMutationId: 'tap-2', visibility: 'me' }, ON_TIME).feed).toBeNull();
  });
});

describe('whatever is sent, and however often', () => {
  const sendings = fc.array(
    fc.record({
      clientMutationId: fc.constantFrom('a', 'b', 'c'),
      status: fc.constantFrom('done' as const, 'partly' as const, 'rest' as const),
      win: fc.string({ maxLength: 20 }),
      minute: fc.integer({ min: -100, max: 2400 }),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it('sending each request twice gives what sending it once gives', () => {
    const play = (copies: number, sent: readonly { clientMutationId: string; minute: number }[]) => {
      let state: Pick<CheckInDecision, 'slot' | 'checkIn'> | { slot: Slot; checkIn: null } = {
        slot: aSlot(),
        checkIn: null,
      };
      for (const { minute, ...input } of sent) {
        const now = new Date(aSlot().openAt.getTime() + minute * 60_000).toISOString();
        for (let copy = 0; copy < copies; copy++) {
          try {
            state = decide({ slot: state.slot, existing: state.checkIn, input }, now);
          } catch (error) {
            expect(error).toBeInstanceOf(DomainError);
          }
        }
      }
      return [state.slot, state.checkIn];
    };
    fc.assert(
      fc.property(sendings, (sent) => expect(play(2, sent)).toEqual(play(1, sent))),
      { numRuns: 200 },
    );
  });

  it('a slot that ended otherwise is never changed', () => {
    const ended = fc.constantFrom(
      ...SlotState.options.filter((state) => ['missed', 'frozen', 'excused'].includes(state)),
    );
    fc.assert(
      fc.property(ended, fc.integer({ min: 0, max: 5000 }), (state, minute) => {
        const now = new Date(aSlot().openAt.getTime() + minute * 60_000).toISOString();
        const input = { capturedAt: '2026-06-02T00:00:01Z' };
        expect(() => decide({ slot: aSlot({ state }), input }, now)).toThrow(DomainError);
      }),
      { numRuns: 50 },
    );
  });
});

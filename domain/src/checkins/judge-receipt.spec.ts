import { isImportInTime, judgeReceipt } from './index';
import { canMakeUp } from './make-up';

const slot = {
  label: '2026-06-01',
  openAt: new Date('2026-06-01T00:00:00Z'),
  dueAt: new Date('2026-06-02T00:00:00Z'),
  graceEndsAt: new Date('2026-06-02T12:00:00Z'),
};
const judge = (received: string, captured: string | null, skew: number | null, staked = false, claims: string[] = []) =>
  judgeReceipt(
    slot,
    { receivedAt: new Date(received), capturedAt: captured === null ? null : new Date(captured), clientSkewMs: skew },
    { staked, claims: claims.map((at) => new Date(at)) },
  );

describe('a check-in by the time of its receipt', () => {
  it.each([
    ['2026-05-31T23:59:59.999Z', 'came-too-early'],
    ['2026-06-01T00:00:00Z', 'in-time'],
    ['2026-06-02T00:00:00Z', 'in-time'],
    ['2026-06-02T00:00:00.001Z', 'in-grace'],
    ['2026-06-02T12:00:00Z', 'in-grace'],
    ['2026-06-02T12:00:00.001Z', 'came-too-late'],
  ])('at %s is %s', (received, expected) => expect(judge(received, null, null)).toBe(expected));
});

describe('a check-in from an outbox', () => {
  const DUE = '2026-06-02T00:00:00Z';
  it.each<[string, string, number | null, string]>([
    ['2026-06-02T06:00:00Z', DUE, 0, 'offline-claimed'],
    ['2026-06-03T00:00:00Z', DUE, 0, 'offline-claimed'], // 24 h after: the slot was closed meanwhile
    ['2026-06-03T00:00:00.001Z', DUE, 0, 'came-too-late'],
    ['2026-06-02T06:00:00Z', '2026-06-02T00:00:00.001Z', 0, 'in-grace'], // captured after the end
    ['2026-06-02T18:00:00Z', '2026-06-02T00:00:00.001Z', 0, 'came-too-late'],
    ['2026-06-02T06:00:00Z', DUE, 300_000, 'offline-claimed'],
    ['2026-06-02T06:00:00Z', DUE, -300_000, 'offline-claimed'],
    ['2026-06-02T06:00:00Z', DUE, 300_001, 'offline-unproven'],
    ['2026-06-02T06:00:00Z', DUE, -300_001, 'offline-unproven'],
    ['2026-06-02T18:00:00Z', DUE, 300_001, 'offline-unproven'],
    ['2026-06-02T06:00:00Z', DUE, null, 'offline-unproven'],
    ['2026-06-01T20:00:00Z', '2026-06-01T10:00:00Z', 9_999_999, 'in-time'], // the server's time is enough
  ])('received at %s, captured at %s by a clock off by %s ms, is %s', (received, captured, skew, expected) =>
    expect(judge(received, captured, skew)).toBe(expected),
  );

  it.each<[boolean, string[], string]>([
    [true, [], 'offline-claimed'],
    [true, ['2026-05-30T10:00:00Z'], 'offline-claimed'],
    [true, ['2026-05-30T10:00:00Z', '2026-05-31T10:00:00Z'], 'offline-over-budget'],
    [true, ['2026-05-26T06:00:00.001Z', '2026-05-31T10:00:00Z'], 'offline-over-budget'],
    [true, ['2026-05-26T06:00:00Z', '2026-05-31T10:00:00Z'], 'offline-claimed'], // the first is 7 days ago
    [false, ['2026-05-30T10:00:00Z', '2026-05-31T10:00:00Z'], 'offline-claimed'],
  ])('staked %s after claims at %j is %s', (staked, claims, expected) =>
    expect(judge('2026-06-02T06:00:00Z', DUE, 0, staked, claims)).toBe(expected),
  );
});

describe('what a connected app reports', () => {
  it.each([
    ['2026-05-31T23:59:59Z', false],
    ['2026-06-01T00:00:00Z', true],
    ['2026-06-09T00:00:00Z', true],
    ['2026-06-09T00:00:00.001Z', false],
  ])('at %s is in time: %s', (at, expected) => expect(isImportInTime(slot, new Date(at))).toBe(expected));
});

describe('a make-up', () => {
  it.each([
    ['2026-06-02T00:00:00Z', '2026-06-01', false], // it can still be checked in
    ['2026-06-02T00:00:00.001Z', '2026-06-02', true],
    ['2026-06-05T00:00:00Z', '2026-06-04', true], // 72 hours
    ['2026-06-05T00:00:00.001Z', '2026-06-05', false],
  ])('at %s, on %s, is taken: %s', (at, on, expected) =>
    expect(canMakeUp(slot, { receivedAt: new Date(at), on })).toBe(expected),
  );

  it.each([
    ['2026-06-05', '2026-06-07', true], // Friday by Sunday
    ['2026-06-05', '2026-06-08', false], // by the Monday after it
    ['2026-12-31', '2027-01-03', true], // one ISO week, two years
  ])('of %s on %s is of the same week: %s', (label, on, expected) => {
    const dueAt = new Date(`${on}T00:00:00Z`);
    const p = { receivedAt: new Date(dueAt.getTime() + 3_600_000), on };
    expect(canMakeUp({ label, dueAt }, p)).toBe(expected);
  });
});

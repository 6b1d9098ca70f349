import { DomainError } from '../contracts';
import { type MatchRequest, MatchRequest as Stored } from '../documents';
import { aRequest } from './example-requests';
import { cancel, hold, isFree, isToWake, match, release, REQUEST_TRANSITIONS, snooze, wake } from './request-states';

const now = new Date('2026-06-02T12:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const lock = (expiresAt: Date) => ({ proposalId: 'p1', fence: 3, expiresAt });
const IN: Record<MatchRequest['status'], MatchRequest> = {
  waiting: aRequest({ memberId: 'ana', fence: 3 }),
  snoozed: aRequest({ memberId: 'ana', fence: 3, status: 'snoozed', snoozedUntil: later(5) }),
  proposed: aRequest({ memberId: 'ana', fence: 3, status: 'proposed', lock: lock(now) }),
  matched: aRequest({ memberId: 'ana', fence: 3, status: 'matched', matchedAt: now }),
  cancelled: aRequest({ memberId: 'ana', fence: 3, status: 'cancelled' }),
};
const STEPS = {
  hold: (request: MatchRequest) => hold(request, { proposalId: 'p2', expiresAt: later(24), now }),
  release,
  match: (request: MatchRequest) => match(request, now),
  cancel,
  snooze: (request: MatchRequest) => snooze(request, later(48), now),
  wake,
};

describe.each(Object.values(IN))('a request that is $status', (request) => {
  it.each(Object.entries(STEPS))('takes %s as the table says', (name, step) => {
    const allowed: Partial<Record<string, string>> = REQUEST_TRANSITIONS[request.status];
    const next = allowed[name];
    if (!next) return expect(() => step(request)).toThrow(DomainError);
    const after = step(request);
    expect(after).toMatchObject({ status: next, version: 2 });
    expect(after.waitingSince).toEqual(request.waitingSince);
    expect(Stored.parse(after)).toEqual(after);
    expect(after.lock === null).toBe(next !== 'proposed');
    expect(after.snoozedUntil === null).toBe(next !== 'snoozed');
  });
});

describe('a lock', () => {
  const held = IN.proposed;

  it('keeps the request until it expires, and then from nobody', () => {
    expect(isFree({ ...held, lock: lock(later(1)) }, now)).toBe(false);
    expect(() => STEPS.hold({ ...held, lock: lock(later(1)) })).toThrow(DomainError);
    expect(isFree(held, now)).toBe(true);
  });

  it('is newer than every lock before', () => {
    expect(STEPS.hold(held)).toMatchObject({ fence: 4, lock: { proposalId: 'p2', fence: 4, expiresAt: later(24) } });
    const again = STEPS.hold(release(STEPS.hold(IN.waiting)));
    expect(again).toMatchObject({ fence: 5, lock: { fence: 5 } });
  });
});

describe('a pause', () => {
  it.each([
    ['of a moment ago', new Date(now.getTime() - 1)],
    ['that ends now', now],
    ['of more than 90 days', later(90 * 24 + 1)],
    ['until no day', new Date(Number.NaN)],
  ])('%s is refused at its field', (_, until) =>
    expect(() => snooze(IN.waiting, until, now)).toThrow(
      expect.objectContaining({ code: 'invalid-argument', fields: [expect.objectContaining({ path: 'until' })] }),
    ),
  );

  it('ends by itself, to the moment', () => {
    expect(isToWake(IN.snoozed, later(5))).toBe(true);
    expect(isToWake(IN.snoozed, new Date(later(5).getTime() - 1))).toBe(false);
    expect(isToWake(IN.waiting, later(5))).toBe(false);
  });
});

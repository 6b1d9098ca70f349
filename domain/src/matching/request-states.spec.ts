import { DomainError } from '../contracts';
import { type MatchRequest, MatchRequest as Stored } from '../documents';
import { aRequest } from './example-requests';
import {
  cancel,
  canStep,
  hold,
  isFree,
  isSearching,
  isStale,
  isToWake,
  match,
  release,
  REQUEST_TRANSITIONS,
  snooze,
  wake,
} from './request-states';

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

/** Written down a second time, so that a slip in the product's table is seen. */
const LEADS_TO: Record<MatchRequest['status'], Partial<Record<keyof typeof STEPS, MatchRequest['status']>>> = {
  waiting: { hold: 'proposed', cancel: 'cancelled', snooze: 'snoozed' },
  snoozed: { wake: 'waiting', cancel: 'cancelled', snooze: 'snoozed' },
  proposed: { hold: 'proposed', release: 'waiting', match: 'matched', cancel: 'cancelled', snooze: 'snoozed' },
  matched: {},
  cancelled: {},
};
const WAITLIST = { since: now, rank: 2, of: 5, band: null, relax: [], asOf: now };
const LEAVES_WAITLIST = ['match', 'cancel', 'snooze'];
const REFUSALS: Partial<Record<string, string>> = {
  hold: 'Somebody of this group no longer waits for a pod.',
  snooze: 'You are not looking for a pod, so there is nothing to pause.',
};

it('has the table that is written down here', () => expect(REQUEST_TRANSITIONS).toEqual(LEADS_TO));

describe.each(Object.values(IN))('a request that is $status', (bare) => {
  const request = { ...bare, waitlist: WAITLIST };

  it.each(Object.entries(STEPS))('takes %s as the table says', (name, step) => {
    const allowed: Partial<Record<string, MatchRequest['status']>> = LEADS_TO[request.status];
    const next = allowed[name];
    expect(canStep(request, name as keyof typeof STEPS)).toBe(next !== undefined);
    if (!next) {
      const message = REFUSALS[name] ?? `A request that is ${request.status} cannot do that.`;
      const refusal = expect.objectContaining({ code: 'failed-precondition', message, fields: [] });
      return expect(() => step(request)).toThrow(refusal);
    }
    const after = step(request);
    expect(after).toMatchObject({ status: next, version: 2 });
    expect(after.waitingSince).toEqual(request.waitingSince);
    expect(Stored.parse(after)).toEqual(after);
    expect(after.lock === null).toBe(next !== 'proposed');
    expect(after.snoozedUntil === null).toBe(next !== 'snoozed');
    expect(after.waitlist).toEqual(LEAVES_WAITLIST.includes(name) ? null : WAITLIST);
  });

  it('looks for a pod unless that is over', () =>
    expect(isSearching(request)).toBe(!['matched', 'cancelled'].includes(request.status)));
});

it('keeps when it was matched', () => expect(match(IN.proposed, later(1)).matchedAt).toEqual(later(1)));

describe('a lock', () => {
  const held = IN.proposed;

  it('keeps the request until it expires, and then from nobody', () => {
    expect(isFree({ ...held, lock: lock(later(1)) }, now)).toBe(false);
    expect(() => STEPS.hold({ ...held, lock: lock(later(1)) })).toThrow(DomainError);
    expect(isFree(held, now)).toBe(true);
  });

  it('is over at its last moment, and not a moment earlier', () => {
    expect(isStale(held, now)).toBe(true);
    expect(isStale({ ...held, lock: lock(new Date(now.getTime() + 1)) }, now)).toBe(false);
    expect(isStale({ ...held, lock: null }, now)).toBe(false);
    expect([IN.snoozed, IN.matched, IN.cancelled].map((request) => isFree(request, now))).toEqual([
      false,
      false,
      false,
    ]);
    expect(isFree({ ...IN.matched, lock: lock(now) }, now)).toBe(false);
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
      expect.objectContaining({
        code: 'invalid-argument',
        message: 'Please choose a day within the next 90 days.',
        fields: [{ path: 'until', message: 'is not within the next 90 days' }],
      }),
    ),
  );

  it.each([
    ['of a moment', new Date(now.getTime() + 1)],
    ['of 90 days', later(90 * 24)],
  ])('%s is taken', (_, until) => expect(snooze(IN.waiting, until, now).snoozedUntil).toEqual(until));

  it('ends by itself, to the moment', () => {
    expect(isToWake(IN.snoozed, later(5))).toBe(true);
    expect(isToWake(IN.snoozed, new Date(later(5).getTime() - 1))).toBe(false);
    expect(isToWake({ ...IN.waiting, snoozedUntil: later(5) }, later(5))).toBe(false);
    expect(isToWake({ ...IN.snoozed, snoozedUntil: null }, later(5))).toBe(false);
  });
});

import { SlotState } from '../documents';
import { slotsOf } from '../sprints';
import { aDailyPlan, aSlot, aSprint } from '../sprints/plan-examples';
import { CLOSE_DELAY_MS, closeSlot, excuseSlot } from './index';

// Monday, 2026-06-01 in UTC: grace until noon of the 2nd.
const CLOSING = new Date('2026-06-02T12:15:00Z');

describe('closing a slot', () => {
  it('makes an open one missed, from a quarter of an hour after its grace', () => {
    expect(CLOSE_DELAY_MS).toBe(15 * 60_000);
    expect(closeSlot(aSlot(), new Date(CLOSING.getTime() - 1))).toBeNull();
    expect(closeSlot(aSlot(), CLOSING)).toEqual(
      aSlot({ state: 'missed', ruling: 'not-kept', closedAt: CLOSING, version: 2 }),
    );
  });

  it('twice changes nothing the second time, however late', () => {
    const closed = closeSlot(aSlot(), CLOSING)!;
    expect(closeSlot(closed, CLOSING)).toBeNull();
    expect(closeSlot(closed, new Date('2027-01-01T00:00:00Z'))).toBeNull();
  });

  it.each(SlotState.options.filter((state) => state !== 'open'))('leaves one that is %s as it is', (state) => {
    expect(closeSlot(aSlot({ state }), CLOSING)).toBeNull();
  });

  it('waits for 12 elapsed hours, also over a night in which the clocks go forward', () => {
    const plan = aDailyPlan('02:30', { timeZone: 'Europe/Berlin' });
    const slot = slotsOf(aSprint(plan, '2026-03-23T08:00:00Z')).find(({ label }) => label === '2026-03-28')!;
    // Due at midnight of the 29th (23:00 UTC); twelve hours later the clocks in Berlin show 13:00.
    expect(slot.graceEndsAt).toEqual(new Date('2026-03-29T11:00:00Z'));
    expect(closeSlot(slot, new Date('2026-03-29T11:14:59Z'))).toBeNull();
    expect(closeSlot(slot, new Date('2026-03-29T11:15:00Z'))).not.toBeNull();
  });
});

describe('excusing a slot', () => {
  const GRACE_ENDS = aSlot().graceEndsAt;
  const before = new Date(GRACE_ENDS.getTime() - 1);

  it('is for one that can still be kept, once', () => {
    const excused = aSlot({ state: 'excused', ruling: 'pod-changed', closedAt: before, version: 2 });
    expect(excuseSlot(aSlot(), before)).toEqual(excused);
    expect(excuseSlot(excused, before)).toBeNull();
  });

  it('does not undo one whose time is over', () => expect(excuseSlot(aSlot(), GRACE_ENDS)).toBeNull());

  it.each(SlotState.options.filter((state) => state !== 'open'))('leaves one that is %s as it is', (state) =>
    expect(excuseSlot(aSlot({ state }), before)).toBeNull(),
  );
});

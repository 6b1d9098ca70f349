import { currentSlot, nextSlot, slotsOf } from './index';
import { aDailyPlan, aSprint } from './plan-examples';

const slots = slotsOf(aSprint(aDailyPlan('18:00'), '2026-06-01T08:00:00Z'));
const at = (now: string, among = slots) => ({
  current: currentSlot(among, new Date(now))?.label ?? null,
  next: nextSlot(among, new Date(now))?.label ?? null,
});

describe('the slot to check in for', () => {
  it('is today’s when nothing else is open', () => {
    expect(at('2026-06-01T08:00:00Z')).toEqual({ current: '2026-06-01', next: '2026-06-02' });
  });

  it('is yesterday’s while that is open in its grace, whatever order they come in', () => {
    expect(at('2026-06-02T00:30:00Z', [...slots].reverse()).current).toBe('2026-06-01');
  });

  it('is today’s once yesterday’s is checked in', () => {
    const checkedIn = slots.map((slot) => (slot.seq === 0 ? { ...slot, state: 'done' as const } : slot));
    expect(at('2026-06-02T00:30:00Z', checkedIn).current).toBe('2026-06-02');
  });

  it('is not one whose grace is over, even if nobody has closed it yet', () => {
    expect(at('2026-06-02T12:00:00Z').current).toBe('2026-06-01');
    expect(at('2026-06-02T12:00:01Z').current).toBe('2026-06-02');
  });

  it('is none before the first and after the last', () => {
    expect(at('2026-05-31T23:59:59Z')).toEqual({ current: null, next: '2026-06-01' });
    expect(at('2026-08-01T00:00:00Z')).toEqual({ current: null, next: null });
    expect(at('2026-06-01T08:00:00Z', [])).toEqual({ current: null, next: null });
  });
});

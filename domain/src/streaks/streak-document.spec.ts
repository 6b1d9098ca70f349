import { Streak } from '../documents';
import { slotsOf } from '../sprints';
import { aDailyPlan, aSprint } from '../sprints/plan-examples';
import { foldStreak, streakDocument } from './index';

describe('the stored streak', () => {
  const now = new Date('2026-06-03T12:00:00Z');
  const slots = slotsOf(aSprint(aDailyPlan('18:00'), '2026-06-01T08:00:00Z')).map((slot) =>
    slot.seq < 2 ? { ...slot, state: 'done' as const } : slot,
  );
  const stored = (previousVersion: number) =>
    streakDocument({ memberId: 'ana', sprintId: 's1', slots, previousVersion, now });

  it('is the fold over the slots, as a document of the member', () => {
    const streak = stored(0);
    expect(Streak.parse(streak)).toEqual(streak);
    expect(streak).toMatchObject({ id: 'ana', sprintId: 's1', version: 1, updatedAt: now, ...foldStreak(slots) });
    expect(streak).toMatchObject({ current: 2, best: 2 });
  });

  it('made again from the same slots differs in its version alone', () => {
    expect({ ...stored(7), version: 1 }).toEqual(stored(0));
    expect(stored(7).version).toBe(8);
  });

  it('keeps the newest days when there are more than it holds', () => {
    const many = Array.from({ length: 230 }, (_, seq) => ({ ...slots[0]!, id: `s1_${seq}`, seq }));
    const streak = streakDocument({ memberId: 'ana', sprintId: 's1', slots: many, previousVersion: 0, now });
    expect(Streak.parse(streak).days.at(-1)!.seq).toBe(229);
    expect(streak.current).toBe(230);
  });
});

import { type LocalDay, type PlanSlot, type TimeZone, type WallTime } from '../documents';
import { addDays, clockChanges, weekdayOf } from '../time';

/** A change of the clocks during the plan, and which slots it touches. */
export interface DstChange {
  /** The date the clocks show once they are changed. */
  readonly day: LocalDay;
  readonly at: Date;
  /** Positive: clocks go forward. */
  readonly shiftMinutes: number;
  readonly affected: readonly {
    /** Index in the slots given. */
    readonly slotIndex: number;
    readonly planned: WallTime;
    /** When it happens on that day, by the clocks there. */
    readonly actual: WallTime;
    /** `moved`: the planned time does not exist. `twice`: it comes twice, and the first counts. */
    readonly kind: 'moved' | 'twice';
  }[];
}

/** A six-week sprint. */
const PREVIEW_DAYS = 42;

/** Clock changes of `zone` in the `days` days from `from` on, oldest first. */
export const dstPreview = (
  slots: readonly PlanSlot[],
  zone: TimeZone,
  from: LocalDay,
  days = PREVIEW_DAYS,
): DstChange[] =>
  clockChanges(zone, from, days).map(({ day, at, shiftMinutes, timeAfter, isAffected }) => {
    const isForward = shiftMinutes > 0;
    // A change near midnight, or across the date line, also touches the dates beside it.
    const dates = [addDays(day, -1), day, addDays(day, 1)];
    const affected = slots.flatMap((slot, slotIndex) =>
      dates
        .filter((date) => weekdayOf(date) === slot.weekday && isAffected(date, slot.time))
        .map(() => ({
          slotIndex,
          planned: slot.time,
          actual: isForward ? timeAfter : slot.time,
          kind: isForward ? ('moved' as const) : ('twice' as const),
        })),
    );
    return { day, at, shiftMinutes, affected };
  });

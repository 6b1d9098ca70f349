import { Temporal } from 'temporal-polyfill';
import { type LocalDay, type TimeZone, type WallTime } from '../documents';

/** One change of the clocks: local times from `from` up to `to` are skipped (a gap) or come twice. */
export interface ClockChange {
  readonly at: Date;
  /** The date the clocks show once they are changed. */
  readonly day: LocalDay;
  /** Positive: clocks go forward. */
  readonly shiftMinutes: number;
  /** What the clocks show from the change on. */
  readonly timeAfter: WallTime;
  readonly isAffected: (day: LocalDay, time: WallTime) => boolean;
}

/** The clock changes of `zone` from the start of `from` until `days` days later, oldest first. */
export function clockChanges(zone: TimeZone, from: LocalDay, days: number): ClockChange[] {
  const start = Temporal.PlainDate.from(from).toZonedDateTime(zone);
  const end = Temporal.PlainDate.from(from).add({ days }).toZonedDateTime(zone);
  const changes: ClockChange[] = [];
  // One nanosecond earlier, because "next" excludes a change at the very start of the first day.
  let change = start.subtract({ nanoseconds: 1 }).getTimeZoneTransition('next');
  while (change && change.epochMilliseconds < end.epochMilliseconds) {
    changes.push(describeChange(change));
    change = change.getTimeZoneTransition('next');
  }
  return changes;
}

function describeChange(change: Temporal.ZonedDateTime): ClockChange {
  const shift = change.offsetNanoseconds - change.subtract({ nanoseconds: 1 }).offsetNanoseconds;
  const shownAfter = change.toPlainDateTime();
  const shownBefore = shownAfter.subtract({ nanoseconds: shift });
  const [first, last] = shift > 0 ? [shownBefore, shownAfter] : [shownAfter, shownBefore];
  return {
    at: new Date(change.epochMilliseconds),
    day: shownAfter.toPlainDate().toString(),
    shiftMinutes: shift / 60e9,
    timeAfter: shownAfter.toPlainTime().toString({ smallestUnit: 'minute' }),
    isAffected: (day, time) => {
      const planned = Temporal.PlainDateTime.from(`${day}T${time}`);
      return Temporal.PlainDateTime.compare(planned, first) >= 0 && Temporal.PlainDateTime.compare(planned, last) < 0;
    },
  };
}

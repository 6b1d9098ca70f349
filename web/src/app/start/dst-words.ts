import { type PlanSlot, type TimeZone } from '@podmates/domain';
import { type DstChange } from '@podmates/domain/sprints';
import { sayLocalDay, sayPlace, sayWeekday } from '../schedule/say-time';

/** One clock change as plain sentences: what the clock does, then what it does to the plan. */
export interface DstWords {
  readonly what: string;
  readonly effects: readonly string[];
}

export function dstWords(change: DstChange, slots: readonly PlanSlot[], zone: TimeZone): DstWords {
  const direction = change.shiftMinutes > 0 ? 'forward' : 'back';
  const size = sayMinutes(Math.abs(change.shiftMinutes));
  const what = `${sayLocalDay(change.day)}: clocks in ${sayPlace(zone)} go ${direction} by ${size}.`;
  const effects = change.affected.map(({ slotIndex, planned, actual, kind }) => {
    const slot = slots[slotIndex];
    const name = slot ? `${sayWeekday(slot.weekday)} ${planned}` : planned;
    return kind === 'moved'
      ? `${planned} does not exist that day, so your ${name} slot begins at ${actual}.`
      : `${planned} comes twice that day; your ${name} slot begins at the first.`;
  });
  return { what, effects: effects.length > 0 ? effects : ['Your slots keep their times on your clock.'] };
}

const sayMinutes = (minutes: number): string =>
  minutes % 60 === 0 ? (minutes === 60 ? '1 hour' : `${minutes / 60} hours`) : `${minutes} minutes`;

import { type Slot } from '@podmates/domain';
import { CLOSE_DELAY_MS, isMakeUpTime, makeUpExpiresAt } from '@podmates/domain/checkins';
import { sayMoment } from '../schedule/say-time';

/** Where a slot stands for this page. The server decides lateness; this only says what to expect. */
export type Standing = 'not-yet' | 'open' | 'grace' | 'make-up' | 'checked-in' | 'closed';

export function standingOf(slot: Slot, now: Date): Standing {
  const isOver = now.getTime() > slot.graceEndsAt.getTime() + CLOSE_DELAY_MS;
  switch (slot.state) {
    case 'missed':
      // What people outside the pod did not see can be sent again while the day takes check-ins.
      if (slot.ruling === 'proof-overturned' && now <= slot.graceEndsAt) return now > slot.dueAt ? 'grace' : 'open';
      return slot.makeUpAt !== null && isMakeUpTime(slot, now) ? 'make-up' : 'closed';
    case 'frozen':
    case 'excused':
    case 'madeUp':
      return 'closed';
    case 'done':
    case 'late':
    case 'rest':
      return isOver ? 'closed' : 'checked-in';
    case 'open':
      if (now < slot.openAt) return 'not-yet';
      if (now > slot.graceEndsAt) return 'closed';
      return now > slot.dueAt ? 'grace' : 'open';
  }
}

/** Slots that take a first check-in now, oldest first (behaviour 9: the oldest is the default). */
export const slotsToCheckIn = (slots: readonly Slot[], now: Date): Slot[] =>
  slots
    .filter((slot) => ['open', 'grace'].includes(standingOf(slot, now)))
    .sort((a, b) => a.openAt.getTime() - b.openAt.getTime() || a.seq - b.seq);

/** What the member should know of the slot's time before they write. */
export function sayStanding(slot: Slot, now: Date): string {
  const at = (moment: Date): string => sayMoment(moment, slot.timeZone);
  switch (standingOf(slot, now)) {
    case 'not-yet':
      return `This slot opens on ${at(slot.openAt)}.`;
    case 'open':
      return `On time until ${at(slot.dueAt)}.`;
    case 'grace':
      return `The day is over; it still counts, as late, until ${at(slot.graceEndsAt)}.`;
    case 'make-up':
      return `This is the make-up of that day; it counts, as completed, until ${at(makeUpExpiresAt(slot))}.`;
    case 'checked-in':
      return `Checked in. You can change it until ${at(slot.graceEndsAt)}.`;
    case 'closed':
      return CLOSED_WORDS[slot.state] ?? `This slot closed on ${at(slot.graceEndsAt)}.`;
  }
}

const CLOSED_WORDS: Partial<Record<Slot['state'], string>> = {
  done: 'This slot is done and closed.',
  late: 'This slot was checked in late and is closed.',
  rest: 'This was a rest day; the slot is closed.',
  frozen: 'This slot is closed. A freeze kept your streak.',
  excused: 'This slot is excused; there is nothing to do.',
  madeUp: 'This slot was made up and is closed.',
  missed: 'This slot is closed. The next one is a fresh chance.',
};

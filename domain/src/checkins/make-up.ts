import { DomainError } from '../contracts';
import { type LocalDay, type Slot } from '../documents';
import { addDays, instantAt, wallTime, weekdayOf } from '../time';

/** Behaviour 14: near enough to the slot that it is the same effort, and in the week it was promised for. */
export const MAKE_UP_WITHIN_MS = 72 * 60 * 60 * 1000;

export const mondayOf = (day: LocalDay): LocalDay => addDays(day, 1 - weekdayOf(day));

/** Whether a missed slot is made up by what was received then: within 72 hours of its end, and in its ISO week. */
export function canMakeUp(slot: Pick<Slot, 'label' | 'dueAt'>, p: { receivedAt: Date; on: LocalDay }): boolean {
  const since = p.receivedAt.getTime() - slot.dueAt.getTime();
  return since > 0 && since <= MAKE_UP_WITHIN_MS && mondayOf(p.on) === mondayOf(slot.label);
}

type OwnDay = Pick<Slot, 'label' | 'openAt' | 'dueAt' | 'timeZone'>;

/** The same as an instant: 72 hours after the slot's end, or when its week ends where it was planned. */
export function makeUpExpiresAt({ label, openAt, dueAt, timeZone }: OwnDay): Date {
  const nextMonday = addDays(mondayOf(label), 7);
  const weekEnds = instantAt(nextMonday, wallTime(openAt, timeZone), timeZone, 'start');
  return new Date(Math.min(weekEnds.getTime() - 1, dueAt.getTime() + MAKE_UP_WITHIN_MS));
}

export const isMakeUpTime = (slot: OwnDay, now: Date): boolean => now > slot.dueAt && now <= makeUpExpiresAt(slot);

/**
 * The slot with its make-up planned for `at`; planned again it moves.
 * @throws DomainError `failed-precondition` for a slot that is not missed, or whose week is over; `invalid-argument`
 */
export function scheduleMakeUp(slot: Slot, p: { at: Date; now: Date }): Slot {
  if (slot.state !== 'missed')
    throw new DomainError('failed-precondition', 'This slot was not missed, so there is nothing to make up.');
  const expiresAt = makeUpExpiresAt(slot);
  if (p.now > expiresAt)
    throw new DomainError(
      'failed-precondition',
      'A slot can be made up within 72 hours and in its week; that is over.',
    );
  if (p.at < p.now || p.at > expiresAt)
    throw new DomainError('invalid-argument', 'Please choose another time.', [
      { path: 'at', message: `is not between now and ${expiresAt.toISOString()}` },
    ]);
  return { ...slot, makeUpAt: p.at, version: slot.version + 1 };
}

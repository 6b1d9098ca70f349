import { type Slot, type Track } from '@podmates/domain';
import { CLOSE_DELAY_MS } from '@podmates/domain/checkins';
import { type Desks } from '../../../functions/src/runtime/desks';
import { type DemoPerson } from './demo-people';
import { TWEAKS, WINS } from './demo-words';
import { pick, throwOf } from './dice';
import { type PastEvents } from './past-events';

const MINUTE_MS = 60_000;
/** One kept slot in so many is told a little after its day has ended. */
const LATE_SHARE = 0.08;

/** Plans how this person met one slot: checked in on the day, in grace, or not at all; and its closing in any case. */
export function planSlot(past: PastEvents, desks: Desks, person: DemoPerson, track: Track, slot: Slot): void {
  past.plan(new Date(slot.graceEndsAt.getTime() + CLOSE_DELAY_MS), () => desks.streaks.closeSlot(slot.id));
  if (throwOf('keeps', slot.id, person.id) >= person.keeps) return;
  past.plan(whenCheckedIn(slot), async () => {
    await desks.checkins.checkIn(person.id, {
      slotId: slot.id,
      clientMutationId: `past-${slot.seq}`,
      status: throwOf('partly', slot.id) < 0.15 ? 'partly' : 'done',
      rpe: 3 + Math.floor(throwOf('rpe', slot.id) * 6),
      win: pick(WINS[track], 'win', slot.id),
      tweak: pick(TWEAKS, 'tweak', slot.id),
      proof: { kind: 'none' },
      visibility: 'pod',
      capturedAt: whenCheckedIn(slot).toISOString(),
    });
  });
}

function whenCheckedIn(slot: Slot): Date {
  const isLate = throwOf('late', slot.id) < LATE_SHARE;
  const begin = isLate ? slot.dueAt : slot.startsAt;
  return new Date(begin.getTime() + (20 + Math.floor(throwOf('minute', slot.id) * 60)) * MINUTE_MS);
}

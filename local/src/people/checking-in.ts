import { type CheckInInput, type Slot } from '@podmates/domain';
import { attempt, type Circumstances, type Habit } from './circumstances';
import { chance, isDemo, pick } from './choices';
import { TWEAKS, WINS } from './words';

/** Four of five slots are done; the rest shows what a miss looks like. */
const DONE_SHARE = 0.82;
const LATEST_AFTER_MS = 2 * 3_600_000;
const LOOK_BACK_MS = 36 * 3_600_000;

/** When this person checks in to a slot, on their own clock; null when they will not. The same for the same seed. */
export function checkInTime(slot: Slot, seed: number): Date | null {
  if (chance(seed, 'does', slot.memberId, slot.label) > DONE_SHARE) return null;
  const delay = LATEST_AFTER_MS * chance(seed, 'when', slot.memberId, slot.label);
  return new Date(Math.min(slot.startsAt.getTime() + 30 * 60_000 + delay, slot.dueAt.getTime() - 60_000));
}

export function demoCheckIn(slot: Slot, seed: number, now: Date): CheckInInput {
  const of = (what: string) => [what, slot.memberId, slot.label] as const;
  return {
    slotId: slot.id,
    clientMutationId: `demo-${slot.id}`,
    status: chance(seed, ...of('partly')) < 0.15 ? 'partly' : 'done',
    rpe: 4 + Math.floor(chance(seed, ...of('rpe')) * 5),
    win: pick(WINS, seed, ...of('win')),
    tweak: pick(TWEAKS, seed, ...of('tweak')),
    proof: { kind: 'none' },
    visibility: 'pod',
    capturedAt: now.toISOString(),
    clientSkewMs: 0,
  };
}

/** Demo people check in to their slots, most of the time. */
export class CheckingIn implements Habit {
  constructor(private readonly at: Circumstances) {}

  async follow(now: Date): Promise<void> {
    const begun = await this.at.records.slots
      .where('state', '==', 'open')
      .where('startsAt', '<=', now)
      .where('startsAt', '>', new Date(now.getTime() - LOOK_BACK_MS))
      .get();
    for (const slot of begun.docs.map((found) => found.data())) {
      if (!isDemo(slot.memberId)) continue;
      const time = checkInTime(slot, this.at.seed);
      if (!time || time > now) continue;
      const input = demoCheckIn(slot, this.at.seed, now);
      await attempt('check in', () => this.at.accounts.call(slot.memberId, 'checkIn', input));
    }
  }
}

import { type CallableInput, type CallableOutput, DomainError, type Slot } from '@podmates/domain';
import { CLOSE_DELAY_MS, closeSlot, makeUpExpiresAt, scheduleMakeUp } from '@podmates/domain/checkins';
import { eachApart } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { SprintDesk } from '../sprints/sprint-desk';
import { recordsOf } from '../store/records';
import { commit } from '../store/unit-of-work';
import { checkStreaks } from './streak-check';
import { endSprintPause, pauseSprint } from './sprint-pause';
import { auditSlot, readStreakParts, writeSlots } from './streak-writer';

/** Slots closed by one sweep; the next hour takes the rest. */
const SWEEP_LIMIT = 300;

/** What becomes of slots beside check-ins: closed by the server without a client (row 8.3), paused, made up later. */
export class StreakDesk {
  private readonly sprints: SprintDesk;

  constructor(private readonly ports: Ports) {
    this.sprints = new SprintDesk(ports);
  }

  /** Closes a slot whose time is over. Too early, closed or gone: nothing happens, however often (behaviour 8). */
  async closeSlot(slotId: string): Promise<void> {
    const sprintId = await commit(this.ports, async (unit) => {
      const before = await unit.find(unit.records.slots.doc(slotId));
      const closed = before && closeSlot(before, unit.now);
      if (!before || !closed) return before?.sprintId ?? null;
      const parts = await readStreakParts(unit, closed);
      writeSlots(unit, [closed], parts);
      auditSlot(unit, { before, after: closed, actorId: 'system', cause: 'closeSlot' });
      return parts.slots.some((slot) => isLater(slot, closed)) ? null : closed.sprintId;
    });
    if (sprintId !== null) await this.sprints.complete(sprintId);
  }

  /** Closes what is due and has no task, or whose task was lost; then completes the sprints that are over. */
  async sweep(): Promise<void> {
    const now = await this.ports.clock.now();
    const due = await recordsOf(this.ports.db)
      .slots.where('state', '==', 'open')
      .where('graceEndsAt', '<=', new Date(now.getTime() - CLOSE_DELAY_MS))
      .orderBy('graceEndsAt')
      .limit(SWEEP_LIMIT)
      .select()
      .get();
    await eachApart(
      'streaks.sweep',
      due.docs.map((found) => found.id),
      (id) => this.closeSlot(id),
    );
    await this.sprints.sweep();
  }

  /** Plans when a missed slot of the member's will be made up (behaviour 14). */
  scheduleMakeUp(memberId: string, input: CallableInput<'scheduleMakeUp'>): Promise<CallableOutput<'scheduleMakeUp'>> {
    return commit(this.ports, async (unit) => {
      const before = await unit.find(unit.records.slots.doc(input.slotId));
      if (before === null || before.memberId !== memberId)
        throw new DomainError('not-found', 'There is no such slot of yours.');
      const answer = { expiresAt: makeUpExpiresAt(before).toISOString() };
      const at = new Date(input.at);
      if (before.makeUpAt?.getTime() === at.getTime()) return answer;
      const after = scheduleMakeUp(before, { at, now: unit.now });
      unit.save(unit.records.slots.doc(after.id), after);
      auditSlot(unit, { before, after, actorId: memberId, cause: 'scheduleMakeUp' });
      return answer;
    });
  }

  /** Days off in the sprint that runs (behaviour 13). */
  planPause(memberId: string, asked: CallableInput<'planPause'>): Promise<CallableOutput<'planPause'>> {
    return commit(this.ports, (unit) => pauseSprint(unit, this.ports.ids, memberId, asked));
  }

  /** Cancels a pause that is ahead, or ends one that runs with this day. */
  endPause(memberId: string, pause: CallableInput<'endPause'>): Promise<CallableOutput<'endPause'>> {
    return commit(this.ports, (unit) => endSprintPause(unit, this.ports.ids, memberId, pause));
  }

  /** Compares every stored streak with the fold over its slots, and mends it (behaviour 16). */
  check(): Promise<void> {
    return checkStreaks(this.ports);
  }
}

const isLater = (slot: Slot, than: Slot): boolean => slot.seq > than.seq;

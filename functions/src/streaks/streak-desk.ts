import { type Slot } from '@podmates/domain';
import { CLOSE_DELAY_MS, closeSlot } from '@podmates/domain/checkins';
import { eachApart } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { SprintDesk } from '../sprints/sprint-desk';
import { causeId } from '../store/ids';
import { recordsOf } from '../store/records';
import { commit } from '../store/unit-of-work';
import { readStreakParts, writeSlot } from './streak-writer';

/** Slots closed by one sweep; the next hour takes the rest. */
const SWEEP_LIMIT = 300;

/** Slots that nobody checked in to: closed by the server, without a client (row 8.3). */
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
      writeSlot(unit, closed, parts);
      unit.audit({
        id: causeId('slot', slotId, `v${closed.version}`),
        actorId: 'system',
        entity: unit.records.slots.doc(slotId).path,
        from: before.state,
        to: closed.state,
        version: closed.version,
        cause: 'closeSlot',
      });
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
}

const isLater = (slot: Slot, than: Slot): boolean => slot.seq > than.seq;

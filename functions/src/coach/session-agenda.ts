import { type Session } from '@podmates/domain';
import { coachSessionOf, isUntouched, planAgenda, plannedItems, readableNotes } from '@podmates/domain/coach';
import { expectedIds } from '@podmates/domain/sessions';
import { type UnitOfWork } from '../store/unit-of-work';
import { readFacts } from './coach-facts';

/** An agenda about to be; written with the unit that read it. */
export interface PlannedAgenda {
  write(): void;
}

/**
 * What is known when the lobby opens makes the agenda: open steps, streaks, misses, and who means to come. Null for one
 * that a member has put a hand to: their plan stands.
 */
export const readPlannedAgenda = async (unit: UnitOfWork, session: Session): Promise<PlannedAgenda | null> => {
  const { agenda } = unit.records;
  const before = await unit.list(agenda(session.id).orderBy('orderKey'));
  if (!isUntouched(before)) return null;
  const facts = await readFacts(unit, session, expectedIds(session));
  const asked = coachSessionOf({ ...facts, notes: [] });
  const lines = planAgenda(asked, readableNotes(asked));
  const items = plannedItems(before, lines, { newId: (n) => `coach-${n + 1}`, now: unit.now });
  return {
    write: () => {
      for (const item of items) unit.save(agenda(session.id).doc(item.id), item);
    },
  };
};

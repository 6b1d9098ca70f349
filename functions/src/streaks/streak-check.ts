import { type Streak } from '@podmates/domain';
import { streakDocument } from '@podmates/domain/streaks';
import { type DocumentSnapshot } from 'firebase-admin/firestore';
import { eachApart, logDefect } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { recordsOf } from '../store/records';
import { type UnitOfWork, commit } from '../store/unit-of-work';

/** Streaks looked at between two questions to the database. */
const PAGE = 200;

/**
 * Every stored streak against the fold over its slots; one that differs is mended and reported, since it shows that
 * something wrote the one without the other. Costs a read per slot of each member's newest sprint, once a day.
 */
export async function checkStreaks(ports: Ports): Promise<void> {
  const { streaks } = recordsOf(ports.db);
  for (let last: DocumentSnapshot | undefined; ;) {
    const inOrder = streaks.orderBy('__name__').select().limit(PAGE);
    const page = await (last ? inOrder.startAfter(last) : inOrder).get();
    const ids = page.docs.map(({ id }) => id);
    await eachApart('streaks.check', ids, (id) => commit(ports, (unit) => mend(unit, id)));
    last = page.docs.at(-1);
    if (page.size < PAGE) return;
  }
}

async function mend(unit: UnitOfWork, memberId: string): Promise<void> {
  const { slots, streaks } = unit.records;
  const stored = await unit.find(streaks.doc(memberId));
  if (stored === null || stored.sprintId === null) return;
  const all = await unit.list(slots.where('sprintId', '==', stored.sprintId));
  const folded = streakDocument({
    memberId,
    sprintId: stored.sprintId,
    slots: all,
    previousVersion: stored.version,
    now: unit.now,
  });
  if (countedAlike(stored, folded)) return;
  logDefect('streaks.check', { name: 'StreakDiffers', code: null, frames: [] });
  unit.save(streaks.doc(memberId), folded);
  unit.audit({
    id: causeId('streak', memberId, `v${folded.version}`),
    actorId: 'system',
    entity: streaks.doc(memberId).path,
    from: String(stored.current),
    to: String(folded.current),
    version: folded.version,
    cause: 'checkStreaks',
  });
}

/** Words may change with a new build; that is no defect, and the next check-in writes them anew. */
function countedAlike(a: Streak, b: Streak): boolean {
  const counted = ({ current, best, lateCount, freezeTokens, days }: Streak): string =>
    JSON.stringify([current, best, lateCount, freezeTokens, days.map(({ seq, state }) => [seq, state])]);
  return counted(a) === counted(b);
}

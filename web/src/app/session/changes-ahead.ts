import { type AgendaItem } from '@podmates/domain';
import { sortAgenda } from '@podmates/domain/sessions';
import { type AgendaChanges } from '../firebase';

/** A change of this member that was sent on the revision they saw; `added` when the item itself is new. */
export interface Ahead {
  readonly rev: number;
  readonly changes: AgendaChanges;
  readonly added?: AgendaItem;
}

/** The items with changes on top that were made on just this revision; a newer one has them, or overrules them. */
export function withChangesAhead(
  items: readonly AgendaItem[],
  ahead: ReadonlyMap<string, Ahead>,
): readonly AgendaItem[] {
  if (ahead.size === 0) return items;
  const known = new Set(items.map(({ id }) => id));
  const changed = items.map((item) => {
    const own = ahead.get(item.id);
    return own && own.rev === item.rev ? { ...item, ...own.changes } : item;
  });
  const added = [...ahead.values()].flatMap((own) => (own.added && !known.has(own.added.id) ? own.added : []));
  return sortAgenda([...changed, ...added]);
}

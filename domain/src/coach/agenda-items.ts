import { generateNKeysBetween } from 'fractional-indexing';
import { type AgendaItem } from '../documents';
import { type AgendaLine } from './coach-output';

const LONGEST_ITEM = 60;

/** Whether nobody of the pod has put a hand to the agenda yet. */
export const isUntouched = (items: readonly AgendaItem[]): boolean =>
  items.every(({ editedBy, isDone }) => editedBy === 'system' && !isDone);

/**
 * The items that the coach's agenda makes of those which are there: each takes the place of one, and what is too many
 * is removed as a member would, so that an edit on its way finds the revision gone and is made again. Only for an
 * agenda that nobody has touched. `newId` gives the id of the n-th further item.
 */
export function plannedItems(
  before: readonly AgendaItem[],
  lines: readonly AgendaLine[],
  p: { readonly newId: (n: number) => string; readonly now: Date },
): AgendaItem[] {
  const keys = generateNKeysBetween(null, null, lines.length);
  const planned = lines.map(({ title, minutes, why }, n): AgendaItem => {
    const known = before[n];
    return {
      id: known?.id ?? p.newId(n),
      title,
      why,
      minutes: Math.min(minutes, LONGEST_ITEM),
      orderKey: keys[n] ?? 'a0',
      isDone: false,
      isRemoved: false,
      rev: (known?.rev ?? 0) + 1,
      editedBy: 'system',
      editedAt: p.now,
      worded: null,
      edits: {},
      alternatives: {},
    };
  });
  const tooMany = before
    .slice(lines.length)
    .map((item): AgendaItem => ({ ...item, isRemoved: true, rev: item.rev + 1, editedBy: 'system', editedAt: p.now }));
  return [...planned, ...tooMany];
}

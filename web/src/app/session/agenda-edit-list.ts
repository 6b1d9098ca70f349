import { type AgendaEdit } from '@podmates/domain/sessions';

/**
 * The waiting edits with one more. Ticks and places of one item that nobody has sent yet become one edit: only where
 * it lies in the end matters to the others. Words are never folded into others.
 */
export function withPut(
  waiting: readonly AgendaEdit[],
  edit: AgendaEdit,
  sent: ReadonlySet<string>,
): readonly AgendaEdit[] {
  const before = waiting.findLast(({ itemId }) => itemId === edit.itemId);
  if (!before || sent.has(before.id) || !isPlain(before) || !isPlain(edit)) return [...waiting, edit];
  const folded = { ...before, changes: { ...before.changes, ...edit.changes } };
  return waiting.map((other) => (other === before ? folded : other));
}

const isPlain = (edit: AgendaEdit): boolean =>
  !edit.added && edit.changes.title === undefined && edit.settles.length === 0;

/** Whether kept edits still have this shape. Dates come back as text; the server stamps its own. */
export const areAgendaEdits = (value: unknown): value is readonly AgendaEdit[] =>
  Array.isArray(value) && value.every(isAgendaEdit);

const isAgendaEdit = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'itemId', 'titleWas'].every((key) => typeof Reflect.get(value, key) === 'string') &&
  Array.isArray(Reflect.get(value, 'settles')) &&
  typeof Reflect.get(value, 'changes') === 'object';

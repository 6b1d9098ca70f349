import { type AgendaItem, LIMITS } from '../documents';
import { sortAgenda } from './agenda';

/** What an edit changes; a field that is missing stays as it lies. */
export type AgendaChanges = Partial<Pick<AgendaItem, 'title' | 'minutes' | 'orderKey' | 'isDone' | 'isRemoved'>>;

/** One act of a member, kept on their device until the server has it. */
export interface AgendaEdit {
  /** Names the act: the same one sent twice is taken once. */
  readonly id: string;
  readonly itemId: string;
  readonly changes: AgendaChanges;
  /** The title the member saw when they wrote theirs. */
  readonly titleWas: string;
  /** Alternatives (their ids) that the member has chosen about. */
  readonly settles: readonly string[];
  /** The whole item, where the edit adds it. */
  readonly added?: AgendaItem;
}

/** An edit as it goes to the server, made for the revision that it names. */
export interface AgendaWrite {
  readonly itemId: string;
  readonly editId: string;
  /** The revision afterwards: one more than the one it was made for. */
  readonly rev: number;
  readonly changes: AgendaChanges;
  readonly worded?: NonNullable<AgendaItem['worded']>;
  /** A title that is put beside the stored one. */
  readonly beside?: Alternative;
  readonly settles: readonly string[];
}

export type Alternative = AgendaItem['alternatives'][string];

/**
 * What becomes of an edit on the newest item known.
 * `applied`: it lies there already. `send`: it can be written. `keep-beside`: somebody else has worded the title
 * since, so the member's words go beside it. `give-back`: the words can lie nowhere (the item was removed, or is
 * full of alternatives), so their writer decides. `moot`: there is nothing left to do, and no words are in it.
 */
export type Fate = 'applied' | 'send' | 'keep-beside' | 'give-back' | 'moot';

export function fateOf(edit: AgendaEdit, latest: AgendaItem | undefined, memberId: string): Fate {
  if (edit.added) return latest ? 'applied' : 'send';
  if (!latest) return edit.changes.title === undefined ? 'moot' : 'give-back';
  if (latest.edits[memberId] === edit.id || edit.id in latest.alternatives) return 'applied';
  const isSettled = edit.settles.every((id) => !(id in latest.alternatives));
  const { title } = edit.changes;
  if (title === undefined) return edit.settles.length > 0 && isSettled ? 'moot' : 'send';
  if (latest.isRemoved && edit.changes.isRemoved !== false) return 'give-back';
  if (latest.title === title) return isSettled && !latest.isRemoved ? 'applied' : 'send';
  if (latest.title === edit.titleWas) return 'send';
  if (edit.settles.length > 0) return 'moot'; // chosen about another title; both still lie there
  return Object.keys(latest.alternatives).length < LIMITS.alternatives ? 'keep-beside' : 'give-back';
}

/** The write of an edit whose fate is `send` or `keep-beside`. */
export function writeFor(edit: AgendaEdit, latest: AgendaItem, memberId: string): AgendaWrite {
  const { title, ...others } = edit.changes;
  const settles = edit.settles.filter((id) => id in latest.alternatives);
  const write = { itemId: edit.itemId, editId: edit.id, rev: latest.rev + 1, settles };
  if (title === undefined || title === latest.title) return { ...write, changes: others };
  if (latest.title === edit.titleWas)
    return { ...write, changes: edit.changes, worded: { by: memberId, was: latest.title } };
  return { ...write, changes: others, beside: { by: memberId, text: title } };
}

/** Whether the server takes a write: what `firestore.rules` decide about revision and words, for simulations. */
export function isTaken(item: AgendaItem, write: AgendaWrite): boolean {
  if (write.rev !== item.rev + 1) return false;
  const { title = item.title } = write.changes;
  if (title !== item.title && write.worded?.was !== item.title) return false;
  return !write.beside || (!(write.editId in item.alternatives) && isRoomBeside(item, write));
}

const isRoomBeside = (item: AgendaItem, write: AgendaWrite): boolean =>
  Object.keys(item.alternatives).filter((id) => !write.settles.includes(id)).length < LIMITS.alternatives;

/** The item with a write on top. */
export function afterWrite(item: AgendaItem, write: AgendaWrite, by: string, at: Date): AgendaItem {
  const kept = Object.entries(item.alternatives).filter(([id]) => !write.settles.includes(id));
  const beside = write.beside ? [[write.editId, write.beside] as const] : [];
  return {
    ...item,
    ...write.changes,
    rev: write.rev,
    editedBy: by,
    editedAt: at,
    worded: write.worded ?? item.worded,
    edits: { ...item.edits, [by]: write.editId },
    alternatives: Object.fromEntries([...kept, ...beside]),
  };
}

/**
 * The agenda as a member sees it, in order: what the server has, and on top what this device has not had an answer to.
 * A title of theirs that meets another one is not laid over it.
 */
export function withOwnEdits(
  items: readonly AgendaItem[],
  edits: readonly AgendaEdit[],
  memberId: string,
): readonly AgendaItem[] {
  if (edits.length === 0) return items;
  const known = new Map(items.map((item) => [item.id, item]));
  for (const edit of edits) {
    const item = known.get(edit.itemId) ?? edit.added;
    if (!item) continue;
    known.set(item.id, fateOf(edit, item, memberId) === 'send' ? laidOver(item, edit) : item);
  }
  return sortAgenda([...known.values()]);
}

function laidOver(item: AgendaItem, edit: AgendaEdit): AgendaItem {
  const left = Object.entries(item.alternatives).filter(([id]) => !edit.settles.includes(id));
  return { ...item, ...edit.changes, alternatives: Object.fromEntries(left) };
}

/** Alternatives of a title in one order for everybody. */
export const alternativesOf = (item: AgendaItem): (Alternative & { id: string })[] =>
  Object.entries(item.alternatives)
    .map(([id, alternative]) => ({ id, ...alternative }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

import { type AgendaItem, type SessionNote } from '../documents';
import { filterText } from './filter-text';

/** Stands for a title that nobody but its author sees. */
export const HELD_TITLE = 'Words that are not shown';

/** Who reads, and in which language (two letters) they would take the words. */
interface Reader {
  readonly id: string;
  readonly language: string;
}

const isHeldFrom = (reader: Reader, text: string, authorId: string | null): boolean =>
  authorId !== reader.id && filterText(text, reader.language).verdict === 'hold';

/** Who worded the title as it stands; null when that is not known any more. */
const wordedBy = ({ worded, rev, editedBy }: AgendaItem): string | null => worded?.by ?? (rev === 1 ? editedBy : null);

/** The item as a member sees it: words that a chat would hold are their author's alone. The same item without any. */
export function itemFor(reader: Reader, item: AgendaItem): AgendaItem {
  const kept = Object.entries(item.alternatives).filter(([, { by, text }]) => !isHeldFrom(reader, text, by));
  const isTitleHeld = isHeldFrom(reader, item.title, wordedBy(item));
  if (!isTitleHeld && kept.length === Object.keys(item.alternatives).length) return item;
  return { ...item, title: isTitleHeld ? HELD_TITLE : item.title, alternatives: Object.fromEntries(kept) };
}

/** Notes as a member sees them, without those that a chat would hold, unless they wrote them. */
export const notesFor = (reader: Reader, notes: readonly SessionNote[]): SessionNote[] =>
  notes.filter(({ text, authorId }) => !isHeldFrom(reader, text, authorId));

/** Whether a chat would hold the words of this member. */
export const isHeld = (text: string, language: string): boolean => filterText(text, language).verdict === 'hold';

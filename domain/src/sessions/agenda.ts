import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { type AgendaItem, type Session } from '../documents';
import { SPRINT_TEMPLATES } from '../sprints';

/** By order key, then id: two people who insert at the same place get the same key, and all see one order. */
export const sortAgenda = (items: readonly AgendaItem[]): AgendaItem[] =>
  [...items].sort((a, b) => compare(a.orderKey, b.orderKey) || compare(a.id, b.id));

/** By code unit, as Firestore sorts ASCII; a locale's order would differ from browser to browser. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What people see: in order, without the tombstones of removed items. */
export const visibleAgenda = (items: readonly AgendaItem[]): AgendaItem[] =>
  sortAgenda(items).filter((item) => !item.isRemoved);

/** The visible item after the current one, also when that was removed meanwhile; the first without a current one. */
export function nextItemAfter(items: readonly AgendaItem[], currentId: string | null): AgendaItem | null {
  const all = sortAgenda(items);
  const place = all.findIndex((item) => item.id === currentId);
  return all.slice(place + 1).find((item) => !item.isRemoved) ?? null;
}

/**
 * A key that sorts between two neighbours' keys; null means the beginning or the end.
 * Between two equal keys there is no room: the same key again keeps the item beside them, ordered by id.
 * A key this library did not make (rules check only its length) counts as no neighbour.
 */
export function orderKeyBetween(before: string | null, after: string | null): string {
  const lower = usable(before);
  const upper = usable(after);
  if (lower !== null && lower === upper) return lower;
  return generateKeyBetween(lower, upper);
}

function usable(key: string | null): string | null {
  if (key === null) return null;
  try {
    generateKeyBetween(key, null);
    return key;
  } catch {
    return null;
  }
}

/** The template's agenda for this session, shortened to its length. `newId` gives the id of the n-th item, from 0. */
export function agendaFor(session: Session, newId: (n: number) => string): AgendaItem[] {
  const parts = SPRINT_TEMPLATES[session.track].agenda;
  const minutes = fitted(
    parts.map((part) => part.minutes),
    session.minutes,
  );
  const keys = generateNKeysBetween(null, null, minutes.length);
  return minutes.flatMap((length, n) => {
    const part = parts[n];
    const orderKey = keys[n];
    if (!part || orderKey === undefined) return [];
    return {
      id: newId(n),
      title: part.title,
      why: part.why,
      minutes: length,
      orderKey,
      isDone: false,
      isRemoved: false,
      rev: 1,
      editedBy: 'system',
      editedAt: session.createdAt,
      worded: null,
      edits: {},
      alternatives: {},
    };
  });
}

/** Lengths in proportion, whole minutes, at least one each, whose sum is at most `most`; the last ones go if even that is too long. */
export function fitted(lengths: readonly number[], most: number): number[] {
  const total = sumOf(lengths);
  if (total <= most) return [...lengths];
  const fit = lengths.slice(0, most).map((length) => Math.max(1, Math.floor((length * most) / total)));
  while (sumOf(fit) > most) fit[fit.indexOf(Math.max(...fit))]! -= 1;
  return fit;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

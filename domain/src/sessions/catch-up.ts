import { type AgendaItem, type SessionNote } from '../documents';
import { visibleAgenda } from './agenda';

/** Shorter absences need no card: the page itself still is as the member knew it. */
export const CATCH_UP_FROM_MS = 120_000;

/** What somebody missed who comes late, or back after a while. */
export interface CatchUp {
  readonly doneTitles: readonly string[];
  /** Where the agenda is: item `place` of `count`. */
  readonly current: { readonly title: string; readonly place: number; readonly count: number } | null;
  readonly hereIds: readonly string[];
  /** Notes of others since then, wins and blocks, oldest first. */
  readonly notes: readonly SessionNote[];
  /** What was decided to do next, by others, since then. */
  readonly decisions: readonly SessionNote[];
}

interface Known {
  readonly memberId: string;
  readonly items: readonly AgendaItem[];
  readonly notes: readonly SessionNote[];
  readonly presentIds: readonly string[];
  readonly currentItemId: string | null;
  /** Server instant until which the member has seen the room; null when they have not been there. */
  readonly since: Date | null;
  /** From when on they see for themselves. */
  readonly until: Date;
}

export function catchUp(p: Known): CatchUp {
  const items = visibleAgenda(p.items);
  const place = items.findIndex(({ id }) => id === p.currentItemId);
  const current = items[place];
  const missed = p.notes
    .filter(({ authorId }) => authorId !== p.memberId)
    .filter(({ writtenAt }) => (p.since === null || writtenAt > p.since) && writtenAt <= p.until)
    .sort((a, b) => a.writtenAt.getTime() - b.writtenAt.getTime());
  return {
    doneTitles: items.filter(({ isDone }) => isDone).map(({ title }) => title),
    current: current ? { title: current.title, place: place + 1, count: items.length } : null,
    hereIds: p.presentIds.filter((id) => id !== p.memberId),
    notes: missed.filter(({ kind }) => kind !== 'next'),
    decisions: missed.filter(({ kind }) => kind === 'next'),
  };
}

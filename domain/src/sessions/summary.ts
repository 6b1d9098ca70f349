import { type CoachDoc, LIMITS, type NoteKind, SCHEMA_VERSION, type Session, type SessionNote } from '../documents';

const MOST_LINES = 100;
const HEADINGS = { win: 'win', block: 'blocked by', next: 'next' } as const satisfies Record<NoteKind, string>;
const ORDER: readonly NoteKind[] = ['win', 'block', 'next'];

/**
 * The kept summary: one line per pod note that cites it; wins first, then blocks, then next steps, each in the
 * order of writing. Notes beyond the hundredth line share the last one. It says nothing that no note says.
 */
export function summarise(session: Session, notes: readonly SessionNote[], p: { id: string; now: Date }): CoachDoc {
  const sorted = [...notes].sort(
    (a, b) =>
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
      a.writtenAt.getTime() - b.writtenAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  );
  const fits = sorted.length <= MOST_LINES;
  const single = fits ? sorted : sorted.slice(0, MOST_LINES - 1);
  const rest = fits ? [] : sorted.slice(MOST_LINES - 1);
  const lines = single.map((note) => ({ text: lineOf(session, note), noteIds: [note.id] }));
  if (rest.length > 0) lines.push({ text: `And ${rest.length} more notes.`, noteIds: rest.map((note) => note.id) });
  return {
    id: p.id,
    sessionId: session.id,
    version: 1,
    status: 'ready',
    progress: 'done',
    madeBy: 'rules',
    fellBack: false,
    restoredFrom: null,
    lines,
    presentIds: [...session.joinedIds],
    presence: [],
    agenda: [],
    carried: [],
    quiz: [],
    erased: null,
    schemaVersion: SCHEMA_VERSION,
    createdAt: p.now,
  };
}

const lineOf = (session: Session, note: SessionNote): string =>
  shortened(`${session.names[note.authorId] ?? 'A former podmate'} – ${HEADINGS[note.kind]}: ${note.text}`);

/** Cut between characters, never inside a surrogate pair. */
function shortened(text: string): string {
  if (text.length <= LIMITS.noteText) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > LIMITS.noteText - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

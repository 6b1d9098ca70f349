import { DomainError } from '../contracts';
import { type CoachDoc, type CoachLine, type SessionNote } from '../documents';
import { isHeld } from '../safety/held-words';
import { asVersion, newestOf, readBy, versionAfter } from './doc-versions';
import { plainText } from './plain-text';
import { SAFETY_WORDS } from './safety';
import { mentionsSelfHarm } from './safety-words';

const FIXED: readonly string[] = Object.values(SAFETY_WORDS);
/** "Ana – win: ", which tells whose words follow, and of what kind. */
const LEAD = /^[^:\n]{1,80} – [^:\n]{1,40}: /u;

/** Who says of a sentence that is theirs, and what of the rest its author may word. */
export const leadOf = ({ text }: Pick<CoachLine, 'text'>): string => LEAD.exec(text)?.[0] ?? '';

/** Whether every note that a sentence stands on is this member's; the fixed ones about safety are nobody's to word. */
export const isOwnLine = (
  { text, noteIds }: CoachLine,
  memberId: string,
  notes: readonly Pick<SessionNote, 'id' | 'authorId'>[],
): boolean =>
  !FIXED.includes(text) &&
  noteIds.length > 0 &&
  noteIds.every((id) => notes.find((note) => note.id === id)?.authorId === memberId);

/**
 * The next version of a summary, in which a sentence that stands on a member's own notes has other words of theirs, or
 * is gone (`text` null) with the questions on the same notes. Who it is about and its kind stay in front of the words,
 * and the sentence says who worded it. Everybody gets the version as they read the one before; `made` is empty where
 * the words are the same. `place` counts from 0 in the version as the member reads it.
 * @throws DomainError `aborted`: `version` is not the newest; `not-found`; `permission-denied`: it is not theirs;
 * `invalid-argument` with `text`: empty, or words that a chat would hold; `failed-precondition`: there is no summary,
 * or words that a person has to read; `resource-exhausted` after fifty versions
 */
export function rewordedDocs(
  versions: readonly CoachDoc[],
  p: {
    readonly memberId: string;
    readonly language: string;
    readonly version: number;
    readonly place: number;
    readonly text: string | null;
    readonly notes: readonly Pick<SessionNote, 'id' | 'authorId'>[];
    readonly now: Date;
  },
): { readonly version: number; readonly made: readonly CoachDoc[] } {
  const newest = newestOf(readBy(versions, p.memberId));
  if (newest?.status !== 'ready')
    throw new DomainError('failed-precondition', 'There is no summary that could be changed.');
  if (newest.version !== p.version)
    throw new DomainError(
      'aborted',
      'This summary was changed meanwhile. Your words are kept here: look at it again, then save them.',
    );
  const line = newest.lines[p.place];
  if (!line) throw new DomainError('not-found', 'There is no such sentence.');
  if (!isOwnLine(line, p.memberId, p.notes))
    throw new DomainError('permission-denied', 'Only sentences that stand on your own notes are yours to change.');
  const after = p.text === null ? null : worded(line, p.text, p);
  if (after?.text === line.text) return { version: newest.version, made: [] };
  const version = versionAfter(newest);
  const made = versions
    .filter((doc) => doc.version === newest.version)
    .map((doc) => withLine(asVersion(doc, version, p.now), { line, after, by: p.memberId }));
  return { version, made };
}

function worded(
  line: CoachLine,
  text: string,
  by: { readonly memberId: string; readonly language: string },
): CoachLine {
  const plain = plainText(text).replace(/\s+/gu, ' ').trim();
  if (plain === '') throw refused('A sentence needs a word or two.', 'needs a word or two');
  if (mentionsSelfHarm(plain))
    throw new DomainError(
      'failed-precondition',
      'These words are not put into a summary. If they are about you: findahelpline.com names people who listen, day and night.',
    );
  if (isHeld(plain, by.language))
    throw refused('A chat would hold these words back, and a summary does not show them either.', 'has held words');
  return { ...line, text: `${leadOf(line)}${plain}`, editedBy: by.memberId };
}

const refused = (sentence: string, message: string): DomainError =>
  new DomainError('invalid-argument', sentence, [{ path: 'text', message }]);

/** Those who do not read the sentence get the version as it was, and nobody's name with it. */
function withLine(
  doc: CoachDoc,
  { line, after, by }: { readonly line: CoachLine; readonly after: CoachLine | null; readonly by: string },
): CoachDoc {
  const isIt = (one: CoachLine): boolean => one.text === line.text && sameIds(one.noteIds, line.noteIds);
  const next = { ...doc, restoredFrom: null, changedBy: null };
  const place = doc.lines.findIndex(isIt);
  if (place < 0) return next;
  const quiz = after ? doc.quiz : doc.quiz.filter(({ noteIds }) => !noteIds.some((id) => line.noteIds.includes(id)));
  return { ...next, changedBy: by, lines: doc.lines.toSpliced(place, 1, ...(after ? [after] : [])), quiz };
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, n) => id === b[n]);

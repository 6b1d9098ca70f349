import {
  type AgendaItem,
  type CoachAction,
  type CoachDoc,
  type CoachQuestion,
  type QuizResult,
  type Session,
  type SessionNote,
} from '../documents';
import { plainName, plainText } from './plain-text';
import { folded, shareIn, stemsOf } from './words';

/** Two of a session with a block between them. */
export type Pair = readonly [string, string];

/** Where the words of a session come from. */
export interface SaidThere {
  readonly session: Pick<Session, 'names'>;
  readonly notes: readonly SessionNote[];
  readonly items: readonly AgendaItem[];
}

/** What the coach keeps of a session. */
export interface KeptOfSession {
  readonly versions: readonly CoachDoc[];
  readonly actions: readonly CoachAction[];
  readonly results: readonly QuizResult[];
}

/** What is different once words are parted, and whose quiz results go; all empty when nothing had to be done. */
export interface Parted {
  readonly versions: readonly CoachDoc[];
  readonly actions: readonly CoachAction[];
  readonly results: readonly QuizResult[];
  readonly removedResults: readonly string[];
}

/**
 * Takes each of two from the readers of what stands on the other's words (behaviour 34). Whoever reads a version in
 * which there are such words reads one of their own in its place, without them, as if they had not been written; those
 * who have no block read what they read before. The same again changes nothing.
 */
export function partedKept(kept: KeptOfSession, pairs: readonly Pair[], said: SaidThere): Parted {
  const versions = new Map(kept.versions.map((doc) => [doc.id, doc]));
  const results = new Map(kept.results.map((result) => [result.id, result]));
  for (const [a, b] of pairs)
    for (const [readerId, otherId] of [
      [a, b],
      [b, a],
    ] as const)
      for (const doc of [...versions.values()].filter(({ readerIds }) => readerIds.includes(readerId))) {
        const own = withoutWordsOf(doc, otherId, said);
        if (own === null) continue;
        leaveTo(versions, doc, { ...own.doc, readerIds: [readerId] });
        const result = results.get(readerId);
        if (result?.docVersion !== doc.version) continue;
        const still = resultOn(result, own);
        if (still) results.set(readerId, still);
        else results.delete(readerId);
      }
  const changed = <T extends { id: string }>(after: ReadonlyMap<string, T>, before: readonly T[]): T[] =>
    [...after.values()].filter((one) => !before.includes(one));
  return {
    versions: changed(versions, kept.versions),
    actions: partedActions(kept.actions, pairs),
    results: changed(results, kept.results),
    removedResults: kept.results.flatMap(({ id }) => (results.has(id) ? [] : [id])),
  };
}

/** The reader goes on in a document of their own, unless there is no other reader; the shared one is for the others. */
function leaveTo(versions: Map<string, CoachDoc>, shared: CoachDoc, own: CoachDoc): void {
  const [readerId] = own.readerIds;
  const others = shared.readerIds.filter((id) => id !== readerId);
  const id = others.length === 0 ? shared.id : `v${own.version}-${readerId}`;
  if (others.length > 0) versions.set(shared.id, { ...shared, readerIds: others });
  versions.set(id, { ...own, id });
}

/** A version without what one member said, and which of its questions are left; null where it holds nothing of theirs. */
function withoutWordsOf(
  doc: CoachDoc,
  otherId: string,
  { session, notes, items }: SaidThere,
): { readonly doc: CoachDoc; readonly left: readonly number[] } | null {
  const authors = new Map(notes.map(({ id, authorId }) => [id, authorId]));
  // What cites a note that is not there any more cannot be told from theirs.
  const isTheirs = (noteIds: readonly string[]) => noteIds.some((id) => (authors.get(id) ?? otherId) === otherId);
  const theirs = notes.filter(({ authorId }) => authorId === otherId).map(({ text }) => text);
  const titles = new Set(items.filter(({ worded }) => worded?.by === otherId).map(({ title }) => title));
  const name = plainName(session.names[otherId] ?? '');
  const lines = doc.lines.filter(({ noteIds }) => !isTheirs(noteIds));
  const left = doc.quiz.flatMap((question, n) => (isTheirs(question.noteIds) || retells(question, theirs) ? [] : [n]));
  // Their open steps stand there under their name.
  const agenda = doc.agenda.filter(({ title }) => !titles.has(title) && !title.startsWith(`${name}: `));
  const isWhole =
    lines.length === doc.lines.length && left.length === doc.quiz.length && agenda.length === doc.agenda.length;
  if (isWhole) return null;
  const quiz = doc.quiz.filter((_, n) => left.includes(n));
  return { doc: { ...doc, lines, quiz, agenda }, left };
}

/** From this share of its words on a choice may be somebody's sentence, in whichever form it was quoted. */
const MAY_BE_QUOTED = 0.5;

/** Wrong choices are what other notes say, and a question does not cite those. */
const retells = ({ choices }: CoachQuestion, texts: readonly string[]): boolean =>
  texts.some((text) => {
    const bare = folded(plainText(text).replace(/\n/gu, ' '));
    const stems = stemsOf(bare);
    return choices.some(
      (choice) => bare.includes(folded(choice.replace(/…$/u, ''))) || shareIn(stemsOf(choice), stems) >= MAY_BE_QUOTED,
    );
  });

/** How the questions that are left were answered; null where none is. */
function resultOn(
  result: QuizResult,
  { doc, left }: { readonly doc: CoachDoc; readonly left: readonly number[] },
): QuizResult | null {
  if (left.length === 0) return null;
  if (result.answers === null) return { ...result, of: left.length };
  const answers = left.map((n) => result.answers?.[n] ?? 0);
  const score = doc.quiz.filter(({ answer }, n) => answer === answers[n]).length;
  return { ...result, answers, score, of: left.length };
}

/** Neither sees the other's steps any more. */
const partedActions = (actions: readonly CoachAction[], pairs: readonly Pair[]): CoachAction[] =>
  actions.flatMap((action) => {
    const hidden = pairs.flatMap(([a, b]) => (action.memberId === a ? [b] : action.memberId === b ? [a] : []));
    const memberIds = action.memberIds.filter((id) => !hidden.includes(id));
    return memberIds.length === action.memberIds.length ? [] : [{ ...action, memberIds, version: action.version + 1 }];
  });

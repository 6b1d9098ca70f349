import { type CoachMember, type CoachNote, type CoachSession } from './coach-file';
import { plainName, plainText, visibleText } from './plain-text';
import { mentionsSelfHarm } from './safety-words';
import { STOP_WORDS } from './stop-words';
import { folded } from './words';

/** A note that the coach may read, as plain text without the names of those who did not agree to the coach. */
export interface ReadableNote extends CoachNote {
  readonly author: CoachMember;
  /** The author's name as it may be shown. */
  readonly authorName: string;
}

/** What the coach may use, and the notes that it sets aside because a person has to read them. */
export interface Readable {
  readonly notes: readonly ReadableNote[];
  readonly setAside: readonly ReadableNote[];
  readonly members: readonly CoachMember[];
  /** Takes the names of those who did not agree out of any other text of the session. */
  readonly withoutNames: (text: string) => string;
}

/**
 * The one door through which texts of a session come to the coach: no private note, nothing by or named after a member
 * who did not agree, in the order of writing. Everything that the coach makes, and every prompt, starts from here.
 */
export function readableNotes(session: CoachSession): Readable {
  const members = session.members.filter(({ aiConsent }) => aiConsent);
  const agreed = new Map(members.map((member) => [member.id, member]));
  const withoutNames = nameRemover(session.members.filter(({ aiConsent }) => !aiConsent));
  const order = new Map(session.notes.map((note, n) => [note.id, n]));
  const all = session.notes
    .flatMap((note) => {
      const author = agreed.get(note.member);
      if (!author || note.private) return [];
      return { ...note, author, authorName: plainName(author.name), text: withoutNames(plainText(note.text)) };
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const isSetAside = new Map(all.map((note) => [note, mentionsSelfHarm(note.text)]));
  return {
    notes: all.filter((note) => !isSetAside.get(note)),
    setAside: all.filter((note) => isSetAside.get(note)),
    members,
    withoutNames,
  };
}

const PUT_INSTEAD = 'a podmate';
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Sentences that begin with such a name are about that person and go; in others "a podmate" stands for it. */
function nameRemover(hidden: readonly CoachMember[]): (text: string) => string {
  const names = [...new Set(hidden.flatMap(namesOf))].sort((a, b) => b.length - a.length);
  // "Will" and "May" count only as written: taking every "will" out would leave no sentence standing.
  const isAlsoWord = (name: string): boolean => name.length < 2 || STOP_WORDS.has(folded(name));
  const removers = [
    removerOf(
      names.filter((name) => !isAlsoWord(name)),
      'iu',
    ),
    removerOf(
      names.filter((name) => isAlsoWord(name) && name !== name.toLowerCase()),
      'u',
    ),
  ];
  return (text) => removers.reduce((left, remove) => remove(left), text);
}

const FIRST_PERSON = "(?<!\\p{L})(?:I|i|I'm|I’m|me|my|My|we|We|us|our|ich|mir|wir|yo|je|nous|eu|io)(?!\\p{L})";

function removerOf(names: readonly string[], flags: string): (text: string) => string {
  if (names.length === 0) return (text) => text;
  const any = `@?(?:${names.map(patternOf).join('|')})`;
  const named = new RegExp(any, `g${flags}`);
  const subject = new RegExp(`(?<=^|[.!?;\\n] ?)${any}(?![^.!?;\\n]*${FIRST_PERSON})[^.!?;\\n]*[.!?;]?`, `gm${flags}`);
  return (text) => text.replace(subject, ' ').replace(named, PUT_INSTEAD).replace(/ {2,}/gu, ' ').trim();
}

/** The name, its parts, their forms without accents, and an id that could be taken for a name. */
function namesOf({ id, name }: CoachMember): string[] {
  const shown = visibleText(name);
  const parts = [shown, ...shown.split(/[\s,.()"]+/u), ...(/^\p{L}{3,}$/u.test(id) ? [id] : [])];
  return parts.flatMap((part) => [part, folded(part)]).filter((part) => /\p{L}/u.test(part));
}

function patternOf(name: string): string {
  const literal = name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/['’]/gu, "['’]");
  return UNSPACED.test(name) ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
}

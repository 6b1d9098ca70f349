import { type Expectation, readable, type WrittenSession } from './written-sessions';

/**
 * Judges any summary by what docs/coach.md defines. It shares no code with the coach: it finds words, numbers and names
 * by itself, so that a slip in the coach's own checks cannot hide here.
 */
export interface Line {
  readonly text: string;
  readonly cites: readonly string[];
}

/** Words that say who and what kind, and stand in no note. */
const FRAME = new Set(['win', 'blocked', 'by', 'next', 'noted', 'suggestion', 'away', 'a', 'podmate', 'link']);

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ');
const digits = (text: string): string[] => text.match(/\d+/gu) ?? [];
const words = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
const capitalised = (text: string): string[] => words(text).filter((word) => /^\p{Lu}/u.test(word));

/** The share of what a fair reader expects that the lines say, each in lines that cite a note which says it. */
export function covered(lines: readonly Line[], expected: readonly Expectation[]): Expectation[] {
  return expected.filter(({ notes, facts }) => {
    const said = plain(
      lines
        .filter(({ cites }) => cites.some((id) => notes.includes(id)))
        .map(({ text }) => text)
        .join('\n'),
    );
    return facts.every((wordings) => wordings.some((wording) => said.includes(plain(wording))));
  });
}

/** Whether a line cites notes, all of them readable, and every number and name in it is in one of them. */
export function isFaithful(line: Line, written: WrittenSession): boolean {
  const cited = citedBy(line, written);
  if (cited === null) return false;
  const known = cited.map(({ text, author }) => `${author} ${text}`).join('\n');
  const numbers = new Set(digits(known));
  const said = new Set(words(plain(known)));
  const isName = nameTest(written);
  // A capital begins the line or marks a name; one that begins the line is a name only if it is one elsewhere.
  const names = capitalised(line.text).filter((word, n) => isName(word) || !(n === 0 && line.text.startsWith(word)));
  return digits(line.text).every((number) => numbers.has(number)) && names.every((name) => said.has(plain(name)));
}

/** Stricter: every single word of the line is in a note that it cites, or belongs to the frame. */
export function isWordForWord(line: Line, written: WrittenSession): boolean {
  const cited = citedBy(line, written);
  if (cited === null) return false;
  const said = new Set(cited.flatMap(({ text, author }) => words(plain(`${author} ${text}`))));
  return words(plain(line.text)).every((word) => said.has(word) || FRAME.has(word));
}

function citedBy({ cites }: Line, written: WrittenSession): { text: string; author: string }[] | null {
  const names = new Map(written.session.members.map(({ id, name }) => [id, name]));
  const allowed = new Map(readable(written).map((note) => [note.id, note]));
  const found = cites.flatMap((id) => allowed.get(id) ?? []);
  if (found.length === 0 || found.length !== cites.length) return null;
  return found.map(({ text, member }) => ({ text, author: names.get(member) ?? '' }));
}

function nameTest({ session }: WrittenSession): (word: string) => boolean {
  const names = new Set(session.members.flatMap(({ name }) => words(plain(name))));
  return (word) => names.has(plain(word));
}

/** Names of those who did not agree, and whole private texts, that an output contains anywhere. */
export function leaks(output: unknown, { session }: WrittenSession): string[] {
  const said = plain(JSON.stringify(output));
  const hidden = session.members.filter(({ aiConsent }) => !aiConsent);
  const agreed = new Set(session.members.filter(({ aiConsent }) => aiConsent).map(({ id }) => id));
  const secret = session.notes
    .filter((note) => note.private || !agreed.has(note.member))
    .map(({ text }) => plain(text));
  const bare = new Set(words(said));
  return [
    ...hidden.map(({ name }) => plain(name)).filter((name) => bare.has(name)),
    ...secret.filter((text) => said.includes(text)),
  ];
}

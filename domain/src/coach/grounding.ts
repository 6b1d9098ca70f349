import { type ReadableNote } from './readable-notes';
import { numbersIn, wordsOf } from './words';

/**
 * Whether a sentence says nothing that its notes do not: every number and every word of it, but for `allowed`, is in
 * one of them or in an author's name. Words are compared folded and by stem, numbers by their digits.
 */
export function standsOn(text: string, notes: readonly ReadableNote[], allowed: ReadonlySet<string>): boolean {
  if (notes.length === 0) return false;
  const said = notes.map(saidIn);
  if (!numbersIn(text).every((number) => said.some(({ numbers }) => numbers.has(number)))) return false;
  return wordsOf(text).every(
    ({ folded: word, stem }) =>
      allowed.has(word) || said.some(({ words, stems }) => words.has(word) || stems.has(stem)),
  );
}

interface SaidIn {
  readonly numbers: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}

/** A note is asked once per sentence that cites it, and says the same each time. */
const KNOWN = new WeakMap<ReadableNote, SaidIn>();

function saidIn(note: ReadableNote): SaidIn {
  const known = KNOWN.get(note);
  if (known) return known;
  const text = `${note.text} ${note.authorName}`;
  const words = wordsOf(text);
  const said = {
    numbers: new Set(numbersIn(text)),
    words: new Set(words.map((word) => word.folded)),
    stems: new Set(words.map(({ stem }) => stem)),
  };
  KNOWN.set(note, said);
  return said;
}

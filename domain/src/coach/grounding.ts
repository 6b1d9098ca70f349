import { type ReadableNote } from './readable-notes';
import { folded, numbersIn, wordsOf } from './words';

/**
 * Whether a sentence says nothing that its notes do not: every number and every word of it, but for `allowed`, is in
 * one of them or in an author's name. Words are compared folded and by stem, numbers by their digits.
 */
export function standsOn(text: string, notes: readonly ReadableNote[], allowed: ReadonlySet<string>): boolean {
  if (notes.length === 0) return false;
  const numbers = new Set(notes.flatMap(({ text: noted, authorName }) => numbersIn(`${noted} ${authorName}`)));
  if (!numbersIn(text).every((number) => numbers.has(number))) return false;
  const known = notes.flatMap(({ text: noted, authorName }) => wordsOf(`${noted} ${authorName}`));
  const words = new Set(known.map(({ folded: word }) => word));
  const stems = new Set(known.map(({ stem }) => stem));
  return wordsOf(text).every(
    ({ folded: word, stem }) => words.has(word) || stems.has(stem) || allowed.has(word) || allowed.has(folded(stem)),
  );
}

import { readWords, type ReadWord } from './words';

/** What a found word or phrase is, and in which languages it means something harmless. */
export interface Entry<K> {
  readonly kind: K;
  readonly phrase: string;
  readonly harmlessIn: readonly string[];
}
interface Phrase<K> extends Entry<K> {
  readonly words: readonly string[];
}

/** Spelled-out and split words are joined up to this many letters. */
const LONGEST_SPELLED = 14;
const LEAST_SPELLED = 3;
/** Of a word that is written in two or three pieces no piece is longer. */
const LONGEST_PIECE = 4;
const LEAST_PIECED = 4;
/** A mask says little of a longer word, and nothing of one with a single letter left. */
const LONGEST_MASKED = 14;

/** Finds words and phrases in a text whichever way they are written. Built once; each search is linear in the text. */
export class PhraseBook<K> {
  private readonly byFirst = new Map<string, Phrase<K>[]>();
  private readonly byLength = new Map<number, Phrase<K>[]>();

  constructor(
    entries: readonly Entry<K>[],
    /** Short words of every day: next to one of them a piece is a word of its own. */
    private readonly everyday: ReadonlySet<string>,
  ) {
    for (const entry of entries) {
      const words = readWords(entry.phrase).map(({ word }) => word);
      const phrase = { ...entry, words };
      const [first = ''] = words;
      push(this.byFirst, withoutRepeats(first), phrase);
      if (words.length === 1) push(this.byLength, [...first].length, phrase);
    }
  }

  /** Each entry found, with the place of its first word; the same may be found more than once. */
  search(text: string): { readonly entry: Entry<K>; readonly at: number }[] {
    const words = readWords(text);
    return words.flatMap((word, at) => {
      const whole = [word.word, ...word.others].flatMap((one) => this.single(one));
      const found = [...this.startingAt(words, at), ...whole, ...this.spelled(words, at), ...this.pieced(words, at)];
      return found.map((entry) => ({ entry, at }));
    });
  }

  private startingAt(words: readonly ReadWord[], at: number): Phrase<K>[] {
    const candidates = this.byFirst.get(withoutRepeats(words[at]?.word ?? '')) ?? [];
    return candidates.filter(
      (phrase) => phrase.words.length > 1 && phrase.words.every((word, n) => fits(words[at + n]?.word ?? '', word)),
    );
  }

  private single(word: string): Phrase<K>[] {
    if (word.includes('*')) return this.masked(word);
    const candidates = this.byFirst.get(withoutRepeats(word)) ?? [];
    return candidates.filter((phrase) => phrase.words.length === 1 && fits(word, phrase.words[0] ?? ''));
  }

  private masked(word: string): Phrase<K>[] {
    const letters = [...word];
    if (letters.length > LONGEST_MASKED || letters.filter((letter) => letter !== '*').length < 2) return [];
    return (this.byLength.get(letters.length) ?? []).filter(({ words: [entry = ''] }) =>
      [...entry].every((letter, n) => letters[n] === '*' || letters[n] === letter),
    );
  }

  /** "f u c k", however it goes on. */
  private spelled(words: readonly ReadWord[], at: number): Phrase<K>[] {
    const found: Phrase<K>[] = [];
    let joined = '';
    for (let next = at; next < words.length && next - at < LONGEST_SPELLED; next += 1) {
      const { word } = words[next] ?? { word: '' };
      if ([...word].length !== 1) break;
      joined += word;
      if (next - at + 1 >= LEAST_SPELLED) found.push(...this.single(joined));
    }
    return found;
  }

  /** "fu ck": two or three pieces, none of them a word of every day. */
  private pieced(words: readonly ReadWord[], at: number): Phrase<K>[] {
    const found: Phrase<K>[] = [];
    let joined = '';
    for (let next = at; next < words.length && next - at < 3; next += 1) {
      const { word } = words[next] ?? { word: '' };
      if ([...word].length > LONGEST_PIECE || this.everyday.has(word)) break;
      joined += word;
      if (next > at && joined.length >= LEAST_PIECED) found.push(...this.single(joined));
    }
    return found;
  }
}

/** The same letters in the same order, each at least as often in a row: "fuuuck", but not "niger" for a doubled letter. */
function fits(written: string, entry: string): boolean {
  let at = 0;
  for (let from = 0; from < entry.length;) {
    const letter = entry[from];
    const until = endOfRun(entry, from);
    const end = written[at] === letter ? endOfRun(written, at) : at;
    if (end - at < until - from) return false;
    at = end;
    from = until;
  }
  return at === written.length;
}

function endOfRun(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] === text[from]) end += 1;
  return end;
}

function withoutRepeats(word: string): string {
  let plain = '';
  let last = '';
  for (const letter of word) {
    if (letter !== last) plain += letter;
    last = letter;
  }
  return plain;
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

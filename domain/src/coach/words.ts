import { stemmer } from 'stemmer';
import { STOP_WORDS } from './stop-words';

/** A word as written, folded (lower case, no accents), and its stem. */
export interface Word {
  readonly text: string;
  readonly folded: string;
  readonly stem: string;
}

// One locale for all: the rules of UAX #29 hardly differ by language, and the result must not depend on the machine's.
const WORDS = new Intl.Segmenter('en', { granularity: 'word' });
const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Lower case without accents and with plain apostrophes, so that `Müller’s` and `muller's` are equal. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u2018\u2019\u02BC\u00B4`]/gu, "'")
    .toLowerCase();

/** The words of a text, in order, by the rules of Unicode; numbers are words, punctuation and emoji are not. */
export const wordsOf = (text: string): Word[] =>
  [...WORDS.segment(text)].flatMap(({ segment, isWordLike }) => {
    if (!isWordLike) return [];
    const plain = folded(segment);
    return { text: segment, folded: plain, stem: stemOf(plain) };
  });

/** A map and no object: "constructor" is a word that people write, and every object has one. */
function mapOf<T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(entries));
}

/** Past tenses that no ending gives away, of what people do in such sessions. */
export const IRREGULAR: ReadonlyMap<string, string> = mapOf({
  added: 'add', adding: 'add', ate: 'eat', began: 'begin', begun: 'begin', bought: 'buy', broke: 'break', broken: 'break', brought: 'bring',
  built: 'build', chose: 'choose', chosen: 'choose', did: 'do', done: 'do', drank: 'drink', drew: 'draw', fell: 'fall',
  felt: 'feel', found: 'find', gave: 'give', given: 'give', got: 'get', gotten: 'get', held: 'hold', kept: 'keep',
  knew: 'know', learnt: 'learn', left: 'leave', lost: 'lose', made: 'make', met: 'meet', paid: 'pay', ran: 'run',
  rode: 'ride', said: 'say', sat: 'sit', saw: 'see', sent: 'send', showed: 'show', shown: 'show', slept: 'sleep',
  spent: 'spend', spoke: 'speak', stood: 'stand', swam: 'swim', taught: 'teach', told: 'tell', took: 'take',
  taken: 'take', thought: 'think', went: 'go', gone: 'go', woke: 'wake', won: 'win', wrote: 'write', written: 'write',
}); // prettier-ignore
const NUMBER_WORDS: ReadonlyMap<string, string> = mapOf({
  one: '1', once: '1', two: '2', twice: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8',
  nine: '9', ten: '10', eleven: '11', twelve: '12',
}); // prettier-ignore

/** One stem for the forms of a word: number words as digits, irregular pasts, then Porter's. */
export const stemOf = (plain: string): string => {
  const bare = plain.replace(/'s?$/u, '');
  const number = NUMBER_WORDS.get(bare);
  if (number !== undefined) return number;
  return stemmer(IRREGULAR.get(bare) ?? bare);
};

/** Stems of the words that carry meaning. */
export const stemsOf = (text: string): Set<string> =>
  new Set(wordsOf(text).flatMap(({ folded: word, stem }) => (STOP_WORDS.has(word) ? [] : [stem])));

/**
 * Whether two stems are of one word. Porter knows English only; in other languages a long common beginning decides
 * (`gebucht`, `gebuchte`), at the price of an occasional false friend.
 */
export function isSameStem(a: string, b: string): boolean {
  if (a === b) return true;
  // Asked millions of times in a long session: words of one root begin alike, but for the German "ge".
  if (a[0] !== b[0] && !a.startsWith('ge') && !b.startsWith('ge')) return false;
  const root = rootOf(a);
  if (root.length >= 4 && root === rootOf(b)) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 5 || /\d/u.test(a + b)) return false;
  let common = 0;
  while (common < shorter && a[common] === b[common]) common += 1;
  return common >= 5 && common >= shorter - 2 && Math.max(a.length, b.length) - common <= 4;
}

/** A word without the marks of German and Romance verbs: `ausgedruckt` and `ausdrucken`, `grabar` and `grabe`. */
const rootOf = (stem: string): string => {
  const bare = stem.replace(/^(aus|auf|an|ab|ein|vor|mit|zu|nach|um|vorbei)?ge(?=.{4})/u, '$1');
  return bare.replace(/(?:ado|ada|ido|ida|ato|ata|uto|ito|are|ere|ire|ten|ar|er|ir|en|et|ei|te|ou|e|i|o|a|t)$/u, '');
};

/** Of `part`, the share (0–1) that `whole` has too; 0 for nothing. */
export function shareIn(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  if (part.size === 0) return 0;
  return commonTo(part, whole).length / part.size;
}

export const commonTo = (part: ReadonlySet<string>, whole: ReadonlySet<string>): string[] =>
  [...part].filter((stem) => whole.has(stem) || [...whole].some((other) => isSameStem(stem, other)));

/** Numbers as written, by their digits: `82.5`, `5x5` gives 5 and 5, `1,000` stays one. */
export const numbersIn = (text: string): string[] => text.match(/\p{Nd}+(?:[.,:]\p{Nd}+)*/gu) ?? [];

const ENDS_EARLY = /(?:^|[\s(])(?:approx|ca|etc|e\.g|i\.e|vs|nr|min|max|bzw|z\.b|dr|mr|mrs|ms|st)\.$/iu;

/** Hasty people begin a sentence small: a dot after a whole word ends one, too. */
const BREAKS =
  /\n+|(?<!(?:^|[\s(])(?:approx|etc|min|max|bzw|nr|vs)\.)(?<=\p{L}{3}[.!?]|\p{Nd}[.!?]|[!?.]{2})\s+(?=\p{Ll})/u;

/** Sentences of a text, trimmed. A line break ends one; a dot of an abbreviation does not. */
export function sentencesOf(text: string): string[] {
  const found: string[] = [];
  for (const line of text.split(BREAKS)) {
    let open = '';
    for (const { segment } of SENTENCES.segment(line)) {
      open += segment;
      if (ENDS_EARLY.test(open.trimEnd())) continue;
      found.push(open.trim());
      open = '';
    }
    found.push(open.trim());
  }
  return found.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

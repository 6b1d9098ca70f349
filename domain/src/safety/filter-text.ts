import { type Entry, PhraseBook } from './phrase-book';
import { EVERYDAY_WORDS, HARMLESS_IN, KIND_PHRASES, WORD_LISTS, type WordKind } from './word-lists';
import { readWords } from './words';

/** `allow`: it goes out. `warn`: the author is asked once. `hold`: it waits for a look, and nobody else sees it. */
export type Verdict = 'allow' | 'warn' | 'hold';
export interface TextVerdict {
  readonly verdict: Verdict;
  /** What it was for, each once. `self-harm` says that help should be shown, and decides nothing. */
  readonly reasons: readonly WordKind[];
}

/** What each kind leads to. Whoever speaks of harming themself is heard, never held back (behaviour 62). */
const CONSEQUENCES = {
  slur: 'hold',
  threat: 'hold',
  sexual: 'hold',
  insult: 'warn',
  profanity: 'warn',
  'self-harm': 'allow',
} as const satisfies Record<WordKind, Verdict>;
const SEVERITY: readonly Verdict[] = ['allow', 'warn', 'hold'];

type Sought = WordKind | 'kind';

/** Made at the first text, as it takes a few milliseconds that not every process needs. */
let book: PhraseBook<Sought> | null = null;

/**
 * Reads a text in any of the known languages; `language` (two letters) is the author's, and says which words mean
 * something harmless to them; null: none does. Total, and linear in the text's length.
 */
export function filterText(text: string, language: string | null): TextVerdict {
  book ??= new PhraseBook(allEntries(), everydayWords());
  const found = book.search(text).filter(({ entry }) => language === null || !entry.harmlessIn.includes(language));
  const passedOver = new Set(found.flatMap(({ entry, at }) => (entry.kind === 'kind' ? placesOf(entry, at) : [])));
  const kinds = found
    .filter(({ entry, at }) => entry.kind !== 'kind' && !passedOver.has(at))
    .map(({ entry }) => entry.kind as WordKind);
  const reasons = [...new Set(kinds)].sort();
  const worst = Math.max(0, ...reasons.map((reason) => SEVERITY.indexOf(CONSEQUENCES[reason])));
  return { verdict: SEVERITY[worst] ?? 'hold', reasons };
}

const placesOf = (entry: Entry<Sought>, at: number): number[] => entry.phrase.split(' ').map((_, n) => at + n);

function allEntries(): Entry<Sought>[] {
  const sought = WORD_LISTS.flatMap(({ endings, words }) =>
    Object.entries(words).flatMap(([kind, { stems = '', phrases = [] }]) => {
      const stemmed = stems.split(' ').filter((stem) => stem !== '');
      const inflected = stemmed.flatMap((stem) => ['', ...endings].map((ending) => ({ stem, phrase: stem + ending })));
      const asTheyAre = phrases.map((phrase) => ({ stem: phrase, phrase }));
      return [...inflected, ...asTheyAre].map(({ stem, phrase }) => entryOf(kind as WordKind, phrase, stem));
    }),
  );
  return [...sought, ...KIND_PHRASES.map((phrase) => entryOf('kind', phrase))];
}

const entryOf = (kind: Sought, phrase: string, stem = phrase): Entry<Sought> => ({
  kind,
  phrase,
  harmlessIn: HARMLESS_IN[stem] ?? [],
});

const everydayWords = (): Set<string> => new Set(readWords(EVERYDAY_WORDS).map(({ word }) => word));

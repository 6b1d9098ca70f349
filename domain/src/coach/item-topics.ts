import { IRREGULAR, isSameStem, numbersIn, stemOf, stemsOf, wordsOf } from './words';

/** Ways to say the same deed: as it is planned, and as it is told. What is left of a list is alike in both. */
const DEEDS: readonly { readonly planned: ReadonlySet<string>; readonly told: ReadonlySet<string> }[] = [
  ['buy get order purchase find', 'bought got gotten ordered purchased found'],
  ['book reserve schedule arrange register sign', 'booked reserved scheduled arranged registered signed'],
  ['ask call phone text message email talk speak tell ping contact write', 'asked called phoned texted messaged emailed talked spoke told pinged contacted wrote'], // prettier-ignore
  ['write log note track record keep film measure count', 'wrote written logged noted tracked recorded kept filmed measured counted'], // prettier-ignore
  ['try test check compare', 'tried tested checked compared'],
  ['read watch study learn', 'read watched studied learnt learned'],
  ['send share post show present submit give return', 'sent shared posted showed shown presented submitted gave returned'], // prettier-ignore
  ['bring take invite', 'brought took invited'],
  ['train run swim walk cycle lift', 'trained ran swam walked cycled lifted'],
  ['fix repair clean tidy delete remove', 'fixed repaired cleaned tidied deleted removed'],
].map(([planned = '', told = '']) => ({ planned: new Set(planned.split(' ')), told: new Set(told.split(' ')) }));

const MEASURED = new Set(['measure', 'record', 'count', 'track', 'log', 'note', 'weigh', 'time', 'benchmark']);

/** What an open item is about. */
export interface Topic {
  /** Its words that carry meaning; how often does not say about what. */
  readonly stems: ReadonlySet<string>;
  /** The word that it begins with, as written. */
  readonly verb: string;
}

const HOW_OFTEN = new Set(['daily', 'weekly', 'onc', 'week', 'dai', 'time', 'everi']);

export function topicOf(text: string): Topic {
  const all = stemsOf(text);
  const bare = new Set([...all].filter((stem) => !/^\d/u.test(stem) && !HOW_OFTEN.has(stem)));
  return { stems: bare.size > 0 ? bare : all, verb: wordsOf(text)[0]?.folded ?? '' };
}

/** From this share of an item's words on, a clause is about it; with its own deed told, less is enough. */
const ABOUT = { words: 0.5, wordsWithDeed: 0.3 } as const;

/** Whether a text with so many of a topic's words is about it. */
export function isAbout(topic: Topic, text: string, shared: number): boolean {
  if (shared === 0) return false;
  const share = shared / topic.stems.size;
  if (share >= ABOUT.words && (shared >= 2 || topic.stems.size <= 2)) return true;
  if (share < ABOUT.wordsWithDeed || !tellsDeed(topic, text)) return false;
  return topic.stems.size <= 3 || shared > Number(hasVerb(topic, text));
}

/** How many of a topic's words a text has, misspelt ones too. */
export const sharedWith = (topic: Topic, text: string): number => sharedStems(topic, stemsOf(text));

/** The same of stems that are known already. */
export const sharedStems = ({ stems }: Topic, said: ReadonlySet<string>): number =>
  [...stems].filter((stem) => {
    if (said.has(stem)) return true;
    for (const other of said) if (isSameStem(stem, other) || isSlip(stem, other)) return true;
    return false;
  }).length;

/** Whether a text tells an item's deed as done: "booked" of "book", "got" of "buy". */
export function tellsDeed({ verb }: Topic, text: string): boolean {
  const alike = DEEDS.filter(({ planned }) => planned.has(verb));
  // Who was to measure something and tells the number has measured it.
  if (MEASURED.has(verb) && numbersIn(text).length > 0) return true;
  const verbStem = stemOf(verb);
  const words = wordsOf(text);
  return words.some(
    ({ folded: word, stem }, n) =>
      (word === verb && words[n - 1]?.folded === 'did') ||
      alike.some(({ told }) => told.has(word)) ||
      (stem === verbStem && word !== verb && !/(?:ing|s)$/u.test(word)),
  );
}

const SAME_IN_THE_PAST = new Set(['split', 'put', 'set', 'read', 'cut', 'hit', 'quit', 'beat']);

/** Whether a text begins with what its author did, as notes do: "Split it in two", "I finally sent it". */
export function beginsWithDeed(text: string): boolean {
  const first = wordsOf(text).find(
    ({ folded: word }) => !/^(?:i|we|i've|we've|have|just|already|finally)$/u.test(word),
  );
  if (!first) return false;
  return /.{2}ed$/u.test(first.folded) || IRREGULAR.has(first.folded) || SAME_IN_THE_PAST.has(first.folded);
}

const hasVerb = ({ verb }: Topic, text: string): boolean => {
  const stem = stemOf(verb);
  return wordsOf(text).some((word) => isSameStem(word.stem, stem));
};

/** One slip of the finger: a letter too many, too few, another or two exchanged; not in short words. */
function isSlip(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 5 || /\d/u.test(a + b)) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  const [restShort, restLong] = [short.slice(from), long.slice(from)];
  if (short.length < long.length) return restShort === restLong.slice(1);
  const isExchanged = restShort[0] === restLong[1] && restShort[1] === restLong[0];
  return (isExchanged && restShort.slice(2) === restLong.slice(2)) || restShort.slice(1) === restLong.slice(1);
}

/** Letters that look like a Latin one, by the Latin one they are read as; what Unicode decomposes is not listed. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'аαɑᴀ',
  b: 'вβʙ',
  c: 'сϲᴄ',
  d: 'ԁđᴅ',
  e: 'еεєᴇ',
  f: 'ғꜰƒ',
  g: 'ɡɢ',
  h: 'нһʜ',
  i: 'іιıɪӏłʟ',
  j: 'јᴊ',
  k: 'кκᴋ',
  m: 'мᴍ',
  n: 'пηɴ',
  o: 'оοøᴏσ',
  p: 'рρᴘ',
  r: 'гʀ',
  s: 'ѕꜱ',
  t: 'тτᴛ',
  u: 'υᴜʋ',
  v: 'νѵᴠ',
  w: 'ωᴡѡ',
  x: 'хχ',
  y: 'уγʏ',
  z: 'ᴢ',
  ss: 'ß',
  ae: 'æ',
  oe: 'œ',
};
/** One shape for `l`, `i` and what stands for either: "k1ll", "kiII" and "kill" are one word. */
const DIGITS: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', 9: 'g' };
const SYMBOLS: Readonly<Record<string, string>> = { '@': 'a', $: 's', '!': 'i', '|': 'i', '€': 'e', '+': 't' };

const LATIN = new Map(
  Object.entries(LOOKALIKES).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);
/** Letters in boxes and of flags, which have no decomposition: first code point, and that of the last. */
const BOXED = [
  [0x1f150, 0x1f169],
  [0x1f170, 0x1f189],
  [0x1f1e6, 0x1f1ff],
] as const;

/** Joiners, tags, direction marks and accents, and the letters that show as nothing. */
const UNSEEN = /[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0\u2800]/gu;
const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

export const isLetter = (character: string): boolean => LETTER.test(character);
export const isLetterOrDigit = (character: string): boolean => LETTER_OR_DIGIT.test(character);
export const digitAsLetter = (digit: string): string => DIGITS[digit] ?? digit;
export const symbolAsLetter = (symbol: string): string | undefined => SYMBOLS[symbol];

/**
 * The characters as a reader takes them in: lower case, without accents and without what nobody sees, look-alikes as
 * the Latin letter. Digits and symbols stay, as what they stand for depends on what is beside them.
 */
export function asRead(text: string): string[] {
  const plain = text.replace(UNSEEN, '').normalize('NFKD').toLowerCase().normalize('NFKD').replace(UNSEEN, '');
  return [...plain].flatMap((character) => [...latinOf(character)]);
}

function latinOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  for (const [first, last] of BOXED) {
    if (code >= first && code <= last) return folded(String.fromCodePoint(0x61 + code - first));
  }
  return folded(LATIN.get(character) ?? character);
}

const folded = (character: string): string => (character === 'l' ? 'i' : character);

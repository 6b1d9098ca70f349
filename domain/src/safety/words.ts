import { asRead, digitAsLetter, isLetter, isLetterOrDigit, symbolAsLetter } from './letters';

/** One part of a text between spaces and punctuation, in the forms in which it may be meant. */
export interface ReadWord {
  /** With digits and inner symbols as the letters they stand for. */
  readonly word: string;
  /** Other readings: joined over punctuation, or without digits around it. A star stands for any one letter. */
  readonly others: readonly string[];
}

const MASKS = '*#_';
const APOSTROPHES = "'’ʼ`´";
const DOTS = new Set('.,;:!?…"“”„«»()[]{}<>/\\~=&%^-–—');

/** The words of a text, in its order. Takes time in proportion to the text's length. */
export function readWords(text: string): ReadWord[] {
  const words: ReadWord[] = [];
  let chunk: string[] = [];
  for (const character of [...asRead(text), ' ']) {
    if (!/\s/u.test(character)) chunk.push(character);
    else if (chunk.length > 0) {
      words.push(...wordsOf(chunk));
      chunk = [];
    }
  }
  return words;
}

/** What stands between two spaces: the parts between its punctuation, and all of it as one word. */
function wordsOf(chunk: readonly string[]): ReadWord[] {
  const bare = chunk.filter((character) => !APOSTROPHES.includes(character));
  const meant = asLetters(bare);
  const parts = partsOf(meant);
  const whole = [parts.join(''), ...partsOf(bare), ...parts.map(withoutDigitsAround), ...maskedIn(bare)];
  return parts.map((part, at) => ({ word: lettersFor(part), others: at === 0 ? whole.map(lettersFor) : [] }));
}

/** A symbol inside or before a word stands for a letter; after it, it is punctuation. `$` and `@` do at its end, too. */
function asLetters(bare: readonly string[]): string[] {
  let isBeforeWord = false;
  return bare
    .toReversed()
    .map((character, fromEnd) => {
      const letter = symbolAsLetter(character);
      if (letter === undefined) isBeforeWord = isLetterOrDigit(character);
      const isAtEnd = '$@'.includes(character) && fromEnd === 0 && bare.length > 1;
      return letter !== undefined && (isBeforeWord || isAtEnd) ? letter : character;
    })
    .toReversed();
}

function partsOf(characters: readonly string[]): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of [...characters, ' ']) {
    if (isLetterOrDigit(character)) part += character;
    else if (part !== '') {
      parts.push(part);
      part = '';
    }
  }
  return parts;
}

/** A number is a number; digits among letters are letters. */
function lettersFor(part: string): string {
  return [...part].some(isLetter) ? [...part].map(digitAsLetter).join('') : part;
}

function withoutDigitsAround(part: string): string {
  const characters = [...part];
  const first = characters.findIndex(isLetter);
  return first < 0 ? '' : characters.slice(first, characters.findLastIndex(isLetter) + 1).join('');
}

/** "f**k": stars between the first and the last letter, each for one letter. */
function maskedIn(bare: readonly string[]): string[] {
  if (!bare.some((character) => MASKS.includes(character))) return [];
  const kept = bare.filter((character) => !DOTS.has(character));
  const starred = kept.map((character) => (MASKS.includes(character) ? '*' : character));
  const first = starred.findIndex(isLetter);
  const inner = starred.slice(first, starred.findLastIndex(isLetter) + 1);
  return inner.includes('*') ? [inner.join('')] : [];
}

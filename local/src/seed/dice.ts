/**
 * Numbers from 0 (included) to 1 (excluded) that look thrown and are the same for the same words:
 * the demo people's past is the same on every machine. FNV-1a with a final mix (MurmurHash3's).
 */
export function throwOf(...words: readonly (string | number)[]): number {
  let value = 0x811c9dc5;
  for (const character of words.join(' ')) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) >>> 0) / 2 ** 32;
}

/** One of `choices`, which must not be empty, by the same words always the same. */
export function pick<T>(choices: readonly [T, ...T[]], ...words: readonly (string | number)[]): T {
  return choices[Math.floor(throwOf(...words) * choices.length)] ?? choices[0];
}

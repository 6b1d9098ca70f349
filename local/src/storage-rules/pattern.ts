/**
 * The regular expressions of the language are RE2's. Those that mean the same in JavaScript are taken, matched
 * against the whole text; the others are refused with the reason.
 */
const KNOWN_PIECE = /\(\?:|\[(?!\^?\])\^?|\\[dw.\-/\\+*?()[\]{}^$|nt]|\{\d+(?:,\d*)?\}|[^\\([{]|\((?!\?)/y;
const MOST_REPEATS = 1000; // RE2's own limit

export function compilePattern(source: string): RegExp | { readonly refusedFor: string } {
  let isInClass = false;
  let translated = '';
  for (let offset = 0; offset < source.length; offset = KNOWN_PIECE.lastIndex) {
    KNOWN_PIECE.lastIndex = offset;
    const piece = KNOWN_PIECE.exec(source)?.[0];
    if (piece === undefined || (isInClass && (piece.startsWith('[') || piece.startsWith('{')))) {
      return { refusedFor: `what begins at "${source.slice(offset)}" may mean something else in RE2` };
    }
    if ((piece.match(/\d+/g) ?? []).some((count) => piece.startsWith('{') && Number(count) > MOST_REPEATS)) {
      return { refusedFor: `it repeats more than ${MOST_REPEATS} times` };
    }
    // RE2's dot leaves out the line feed alone.
    translated += piece === '.' && !isInClass ? '[^\\n]' : piece;
    if (piece.startsWith('[')) isInClass = true;
    if (piece === ']') isInClass = false;
  }
  try {
    return new RegExp(`^(?:${translated})$`, 'u');
  } catch (reason) {
    return { refusedFor: reason instanceof Error ? reason.message : 'it is not one' };
  }
}

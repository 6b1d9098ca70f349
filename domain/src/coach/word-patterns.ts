/**
 * One pattern for a list of cues, each beginning at a word's beginning. They are written with ` / ` or a line break
 * between them, and read folded text (`folded` in `words.ts`), so accents and capitals are left out.
 */
export const anyOf = (list: string): RegExp =>
  new RegExp(
    `(?<![a-z0-9])(?:${list
      .trim()
      .split(/\s+\/\s+|\s*\n\s*/u)
      .join('|')})`,
    'u',
  );

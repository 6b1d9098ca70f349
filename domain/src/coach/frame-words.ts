/** The coach's own words around what members wrote. Nothing else may stand in a line that no note says. */
export const FRAME = {
  win: 'win',
  block: 'blocked by',
  next: 'next',
  note: 'noted',
  suggestion: 'suggestion',
  away: 'away',
} as const;

/** Words that a sentence may have without a note: the frame, and what stands where an address or a name was. */
export const FRAME_WORDS: ReadonlySet<string> = new Set(
  [...Object.values(FRAME), 'a podmate', 'link'].flatMap((words) => words.split(' ')),
);

/** What somebody says of others, as far as it keeps them apart; a request's copies have reports among the blocks. */
export interface Said {
  readonly id: string;
  readonly blocks: readonly string[];
  readonly reported?: readonly string[];
}

const excludes = (one: Said, id: string): boolean => one.blocks.includes(id) || one.reported?.includes(id) === true;

/** Whether one of the two blocked the other, or has an open report of them; it counts for both alike (behaviour 33). */
export const isKeptApart = (a: Said, b: Said): boolean => excludes(a, b.id) || excludes(b, a.id);

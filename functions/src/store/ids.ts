import { createHash } from 'node:crypto';

/** Longest document id that the stored schemas accept. */
const LONGEST_ID = 128;

/** A fixed id for the same parts, 32 hex digits; parts that a client chose cannot collide with another member's. */
export const fixedId = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

/** Parts joined by colons, readable in the console; past the longest id the tail gives way to its hash. */
export const causeId = (kind: string, ...parts: readonly string[]): string => {
  const readable = [kind, ...parts].join(':');
  return readable.length <= LONGEST_ID ? readable : `${kind}:${fixedId(...parts)}`;
};

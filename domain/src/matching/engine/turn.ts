import { stableHash } from '../stable-hash';

/** Looked up once: where globals are proxied, as in tests, each look-up costs more than the multiplication. */
const { imul } = Math;

/** The finaliser of MurmurHash3: every bit of the result depends on every bit of `value`. */
export function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** A repeatable stream of numbers in [0, 1): mulberry32. */
export function diceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = imul(state ^ (state >>> 15), state | 1);
    value ^= value + imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Each person's turn where all else is equal: drawn anew for each seed, so nobody gains by an id or a fast network. */
export const turnOf = (id: string, seed: number): number => mix(stableHash(`${seed}:${id}`));

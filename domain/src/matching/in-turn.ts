import { stableHash } from './stable-hash';

/**
 * Longest wait first. Ties go by a hash of member and round, so nobody gains by their id or by a faster network.
 */
export const inTurn = (
  a: { readonly id: string; readonly waitingSince: Date },
  b: { readonly id: string; readonly waitingSince: Date },
  seed: number,
): number =>
  a.waitingSince.getTime() - b.waitingSince.getTime() ||
  stableHash(`${seed}:${a.id}`) - stableHash(`${seed}:${b.id}`) ||
  (a.id < b.id ? -1 : 1);

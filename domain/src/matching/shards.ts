import { type MatchRequest, type Track } from '../documents';
import { stableHash } from './stable-hash';

/** As many as the numbers that requests carry; the parts of a bucket are runs of them. */
export const SHARD_NUMBERS = 1024;

/** People of two buckets never meet, so each bucket can be matched by itself. */
export interface Bucket {
  readonly track: Track;
  readonly language: string;
  readonly isAdult: boolean;
}

/** What one task of a run matches: those of a bucket whose number is at least `from` and below `until`. */
export interface Shard extends Bucket {
  readonly part: number;
  readonly parts: number;
  readonly from: number;
  readonly until: number;
}

/** The number that a member's request carries: fixed, whatever the parts of a run are. */
export const shardNumberOf = (memberId: string): number => stableHash(memberId) % SHARD_NUMBERS;

/** The part, of so many, that a request belongs to. */
export const shardOf = ({ shard }: Pick<MatchRequest, 'shard'>, parts: number): number =>
  Math.floor((shard * parts) / SHARD_NUMBERS);

/** The shards of a run: one for each bucket, or as many even parts as keep each near `bound` people. */
export const shardPlan = (counts: readonly (Bucket & { readonly count: number })[], bound: number): Shard[] =>
  counts.flatMap(({ count, ...bucket }) => {
    const parts = Math.min(Math.ceil(count / bound), SHARD_NUMBERS);
    return Array.from({ length: parts }, (_, part) => ({
      ...bucket,
      part,
      parts,
      from: firstOf(part, parts),
      until: firstOf(part + 1, parts),
    }));
  });

/** The lowest number of a part, so that `shardOf` of it is that part. */
const firstOf = (part: number, parts: number): number => Math.ceil((part * SHARD_NUMBERS) / parts);

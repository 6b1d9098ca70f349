import { type MatchShard } from '@podmates/domain';
import { type Shard, shardOf } from '@podmates/domain/matching';
import { recordsOf } from '../store/records';
import { causeId } from '../store/ids';
import { type Ports } from '../runtime/ports';

/** The id of what a run matches of one bucket: the same whenever it is planned. */
export const shardIdOf = (runId: string, { track, language, isAdult, part }: Shard): string =>
  causeId(runId, track, language, isAdult ? 'adult' : 'younger', `${part}`);

/**
 * How often in a row the last round before `now` left out those of a part, by member. A read for the newest shard of
 * the bucket, and where it had several parts one for each that the part touches, two or three.
 */
export async function leftOutBefore(ports: Ports, shard: Shard, now: Date): Promise<Map<string, number>> {
  const { matchShards } = recordsOf(ports.db);
  const newest = await matchShards
    .where('track', '==', shard.track)
    .where('language', '==', shard.language)
    .where('isAdult', '==', shard.isAdult)
    .where('state', '==', 'done')
    .where('startedAt', '<', now)
    .orderBy('startedAt', 'desc')
    .limit(1)
    .get();
  const last = newest.docs[0]?.data();
  if (!last) return new Map();
  const parts = last.parts === 1 ? [last] : await partsOf(ports, last, shard);
  return new Map(parts.flatMap(({ leftOut }) => leftOut.map(({ memberId, times }) => [memberId, times] as const)));
}

async function partsOf(ports: Ports, { runId, parts, ...bucket }: MatchShard, shard: Shard): Promise<MatchShard[]> {
  const { matchShards } = recordsOf(ports.db);
  const [first, last] = [shard.from, shard.until - 1].map((number) => shardOf({ shard: number }, parts)) as [
    number,
    number,
  ];
  const ids = Array.from({ length: last - first + 1 }, (_, n) =>
    shardIdOf(runId, { ...bucket, parts, part: first + n }),
  );
  const found = await Promise.all(ids.map((id) => matchShards.doc(id).get()));
  return found.flatMap((one) => one.data() ?? []);
}

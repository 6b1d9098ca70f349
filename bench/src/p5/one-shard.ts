import { PATHS, type Proposal } from '@podmates/domain';
import { type Candidate } from '@podmates/domain/matching';
import { CountedFirestore } from './counted-firestore';
import { runsOn } from './sharded-run';
import { givenMembers, givenRequests } from './waiting-members';

/** A stored shard of a run, and the people who wait in it. */
export interface OneShard {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly people: readonly Candidate[];
  readonly seed: number;
}

/** A store that holds one shard and no more. */
export function storeWith({ id, fields, people, seed }: OneShard): CountedFirestore {
  const store = new CountedFirestore();
  givenRequests(store, people, seed);
  givenMembers(store, people);
  store.documents(PATHS.matchShards).set(id, fields);
  return store;
}

export interface Resumed {
  readonly placed: number;
  readonly placedTwice: number;
  /** In all, to the shard's end. */
  readonly commits: number;
  /** Of the shard begun once more after it was done. */
  readonly writesWhenDone: number;
}

/** Matches the shard in a process that ends after so many commits, then in another to its end, and then once more. */
export async function matchedWithCrash(shard: OneShard, endAfter: number): Promise<Resumed> {
  const store = storeWith(shard);
  store.endAfter = endAfter;
  await Promise.race([runsOn(store).matchShard(shard.id), store.ended]);
  store.endAfter = Infinity;
  await runsOn(store).matchShard(shard.id);
  const { writes, commits } = store;
  await runsOn(store).matchShard(shard.id);
  return { ...placedIn(store), commits, writesWhenDone: store.writes - writes };
}

function placedIn(store: CountedFirestore): Pick<Resumed, 'placed' | 'placedTwice'> {
  const proposals = [...store.documents(PATHS.proposals).values()] as unknown as Omit<Proposal, 'id'>[];
  const ids = proposals.flatMap(({ memberIds }) => memberIds);
  return { placed: new Set(ids).size, placedTwice: ids.length - new Set(ids).size };
}

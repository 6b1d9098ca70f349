import { type MatchRequest, type MatchShard, SCHEMA_VERSION, Track } from '@podmates/domain';
import { type Bucket, type Shard, isWaitlistDue, noteLeftOut, seekerOf, shardPlan } from '@podmates/domain/matching';
import { type Query } from 'firebase-admin/firestore';
import { eachApart } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { recordsOf } from '../store/records';
import { type UnitOfWork, commit } from '../store/unit-of-work';
import { leftOutBefore, shardIdOf } from './earlier-rounds';
import { proposeTo } from './proposing';
import { WaitlistWriter } from './waitlist-writer';

/** Ties of one round fall the same way however often it runs; the next round draws anew. */
const ROUND_MS = 5 * 60_000;
/** People whom one task matches: some seconds' work, and a bound of what it reads. */
const SHARD_BOUND = 2000;
/** A bucket may grow between the plan and the task; whoever is beyond this waits for the next round. */
const MOST_READ = 2 * SHARD_BOUND;
/** Up to so many people in a bucket a newcomer to it is matched at once; in larger ones the round comes soon enough. */
const AT_ONCE = 200;
/** A run of so few shards is done where it was planned. */
const SHARDS_DONE_HERE = 2;
/** A shard that waits longer has lost its task. */
const FORGOTTEN_AFTER_MS = 2 * 60_000;
const FORGOTTEN_LIMIT = 4;
const FORGET_AFTER_MS = 7 * 24 * 3_600_000;

interface Round {
  readonly id: string;
  readonly seed: number;
  readonly now: Date;
}

/** Matching in rounds: each is planned as shards that know nothing of each other, and each shard can be begun again. */
export class MatchingRuns {
  private readonly waitlist: WaitlistWriter;

  constructor(private readonly ports: Ports) {
    this.waitlist = new WaitlistWriter(ports);
  }

  /** Matches everybody who waits, here and now. */
  async everybody(): Promise<void> {
    const now = await this.ports.clock.now();
    const round = { ...roundAt(now), id: `now-${now.getTime()}` };
    for (const shard of shardPlan(await this.countBuckets(), SHARD_BOUND)) await this.matchPart(shard, round);
  }

  /** Matches the bucket of one member who has just begun to wait, unless it is so large that the next round is for it. */
  async around(memberId: string): Promise<void> {
    const now = await this.ports.clock.now();
    const request = (await recordsOf(this.ports.db).matchRequests.doc(memberId).get()).data();
    if (request?.status !== 'waiting') return;
    const count = await countOf(this.waitingIn(request));
    if (count > AT_ONCE) return;
    const [shard] = shardPlan([{ ...bucketOf(request), count }], SHARD_BOUND);
    if (shard) await this.matchPart(shard, { ...roundAt(now), id: `now-${now.getTime()}` });
  }

  /** Plans this round, once, and has its shards matched: here when they are few, else by a task each. */
  async begin(): Promise<void> {
    const now = await this.ports.clock.now();
    const round = roundAt(now);
    const records = recordsOf(this.ports.db);
    if ((await records.matchRuns.doc(round.id).get()).exists) return;
    const counts = await this.countBuckets();
    if (counts.length === 0) return;
    const shards = shardPlan(counts, SHARD_BOUND).map((shard) => storedShard(shard, round));
    const areDoneHere = shards.length <= SHARDS_DONE_HERE;
    const isNew = await commit(this.ports, async (unit) => {
      if ((await unit.find(unit.records.matchRuns.doc(round.id))) !== null) return false;
      const people = counts.reduce((sum, { count }) => sum + count, 0);
      savePlan(unit, round, { people, shards });
      if (!areDoneHere) for (const { id } of shards) unit.send(causeId('match-shard', id), taskFor(id, unit.now));
      return true;
    });
    if (!isNew || !areDoneHere) return;
    for (const { id } of shards) await this.matchShard(id);
  }

  /** Matches one shard of a run; one that is done, or forgotten, changes nothing. Begun again it does what is left. */
  async matchShard(shardId: string): Promise<void> {
    const ref = recordsOf(this.ports.db).matchShards.doc(shardId);
    const shard = (await ref.get()).data();
    if (!shard || shard.state === 'done') return;
    const counted = await this.matchPart(shard, { id: shard.runId, seed: shard.seed, now: shard.startedAt });
    await ref.set({ ...shard, ...counted, state: 'done' });
  }

  /** Matches shards whose task was lost, or whose work broke off. */
  async resume(): Promise<void> {
    const now = await this.ports.clock.now();
    const forgotten = await recordsOf(this.ports.db)
      .matchShards.where('state', '==', 'waiting')
      .where('startedAt', '<=', new Date(now.getTime() - FORGOTTEN_AFTER_MS))
      .orderBy('startedAt')
      .limit(FORGOTTEN_LIMIT)
      .select()
      .get();
    const ids = forgotten.docs.map((found) => found.id);
    await eachApart('matching.resume', ids, (id) => this.matchShard(id));
  }

  /** Everything of a shard that is read comes in one bounded query; each group is proposed in a transaction of its own. */
  private async matchPart(shard: Shard, round: Round): Promise<Pick<MatchShard, 'read' | 'proposed' | 'leftOut'>> {
    const found = await this.waitingIn(shard)
      .where('shard', '>=', shard.from)
      .where('shard', '<', shard.until)
      .limit(MOST_READ)
      .get();
    const people = found.docs.map((request) => request.data());
    const times = await leftOutBefore(this.ports, shard, round.now);
    const seekers = people.map((person) => ({
      ...seekerOf(person, round.now),
      leftOut: times.get(person.memberId) ?? 0,
    }));
    const groups = this.ports.match(seekers, round);
    const proposed = await proposeTo(this.ports, { groups, planned: people, runId: round.id });
    const peers = people.filter((person) => !proposed.has(person.memberId));
    const due = peers.filter((person) => isWaitlistDue(person, round.now));
    await this.waitlist.refresh(due, { peers, seed: round.seed });
    const grouped = new Set(groups.flatMap(({ memberIds }) => memberIds));
    const leftOut = noteLeftOut(seekers, { asked: proposed, grouped });
    return { read: found.size, proposed: proposed.size, leftOut };
  }

  /** How many wait in each bucket: a read for each language there is, and one for each thousand people. */
  private async countBuckets(): Promise<(Bucket & { count: number })[]> {
    const counted: (Bucket & { count: number })[] = [];
    for (const track of Track.options)
      for (const language of await this.languagesOf(track))
        for (const isAdult of [true, false]) {
          const bucket = { track, language, isAdult };
          const count = await countOf(this.waitingIn(bucket));
          if (count > 0) counted.push({ ...bucket, count });
        }
    return counted;
  }

  /** Skips from each language to the next one, so that it costs a read for each instead of one for each person. */
  private async languagesOf(track: Track): Promise<string[]> {
    const inOrder = recordsOf(this.ports.db)
      .matchRequests.where('status', '==', 'waiting')
      .where('track', '==', track)
      .orderBy('language');
    const languages: string[] = [];
    for (let next = await firstOf(inOrder); next; next = await firstOf(inOrder.startAfter(next.language)))
      languages.push(next.language);
    return languages;
  }

  private waitingIn({ track, language, isAdult }: Bucket): Query<MatchRequest> {
    return recordsOf(this.ports.db)
      .matchRequests.where('status', '==', 'waiting')
      .where('track', '==', track)
      .where('language', '==', language)
      .where('isAdult', '==', isAdult);
  }
}

const roundAt = (now: Date): Round => {
  const seed = Math.floor(now.getTime() / ROUND_MS);
  return { id: `round-${seed}`, seed, now };
};

const bucketOf = ({ track, language, isAdult }: MatchRequest): Bucket => ({ track, language, isAdult });

const countOf = async (query: Query<MatchRequest>): Promise<number> => (await query.count().get()).data().count;

const firstOf = async (query: Query<MatchRequest>): Promise<MatchRequest | undefined> =>
  (await query.limit(1).get()).docs[0]?.data();

const storedShard = (shard: Shard, { id: runId, seed, now }: Round): MatchShard => ({
  ...shard,
  id: shardIdOf(runId, shard),
  runId,
  seed,
  startedAt: now,
  state: 'waiting',
  read: 0,
  proposed: 0,
  leftOut: [],
  forgetAt: new Date(now.getTime() + FORGET_AFTER_MS),
  schemaVersion: SCHEMA_VERSION,
});

function savePlan(unit: UnitOfWork, round: Round, plan: { people: number; shards: readonly MatchShard[] }): void {
  const { matchRuns, matchShards } = unit.records;
  unit.save(matchRuns.doc(round.id), {
    id: round.id,
    seed: round.seed,
    startedAt: round.now,
    people: plan.people,
    shards: plan.shards.length,
    forgetAt: new Date(round.now.getTime() + FORGET_AFTER_MS),
    schemaVersion: SCHEMA_VERSION,
  });
  for (const shard of plan.shards) unit.save(matchShards.doc(shard.id), shard);
}

const taskFor = (shardId: string, runAt: Date) =>
  ({ kind: 'task', task: 'match-shard', subjectId: shardId, runAt }) as const;

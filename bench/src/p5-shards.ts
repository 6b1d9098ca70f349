import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MatchShard, PATHS } from '@podmates/domain';
import { type Candidate, matchPeople, shardNumberOf, shardOf } from '@podmates/domain/matching';
import { atMost, type Benchmark, type Measured, round } from './benchmark';
import { CountedFirestore } from './p5/counted-firestore';
import { spentMs } from './p5/matched';
import { matchedWithCrash, type OneShard } from './p5/one-shard';
import { NOW, oneCircle, realisticPeople } from './p5/population';
import { runsOn } from './p5/sharded-run';
import { givenMembers, givenRequests } from './p5/waiting-members';
import { type WholeProcess, wholeProcess } from './p5/whole-process';

/**
 * P5, scale. A million people who wait, matched as the product does it: a plan, then shards that know nothing of each
 * other. The product's own functions run on a store in memory that counts what Firestore would bill.
 */
export const shards: Benchmark = {
  name: 'p5-shards',
  title: 'A round for 1,000,000 waiting people over shards (simulated store)',
  run: ({ seed }) => measure(seed),
};

const PEOPLE = 1_000_000;
const SAMPLED = 12; // evenly over the plan: all of them would take a quarter of an hour
const LIMIT_MIB = 768;
const COMPARED = { people: 16_000, parts: 8 } as const;
const FOLDER = join(import.meta.dirname, '..', '..');

interface Sampled {
  readonly shard: OneShard;
  readonly people: number;
  readonly proposed: number;
  readonly reads: number;
  readonly writes: number;
  readonly coreMs: number;
}

async function measure(seed: number): Promise<Measured> {
  const store = new CountedFirestore();
  const people = realisticPeople(PEOPLE, seed);
  givenRequests(store, people, seed);
  await runsOn(store).begin();
  const planned = { reads: store.reads, writes: store.writes };
  const ids = [...store.documents(PATHS.matchShards).keys()];
  const found: Sampled[] = [];
  for (let nth = 0; nth < SAMPLED; nth += 1) {
    const id = ids[Math.floor(((nth + 0.5) * ids.length) / SAMPLED)]!;
    found.push(await sampled(store, id, people, seed));
  }
  const largest = found.reduce((most, one) => (one.people > most.people ? one : most)).shard;
  const memory = await memoryOf(largest);
  const resumed = await resumedAnywhere(largest);
  const perPerson = (of: (one: Sampled) => number): number =>
    sum(found.map(of)) / sum(found.map(({ people }) => people));
  const cost = {
    reads: planned.reads + perPerson(({ reads }) => reads) * PEOPLE,
    writes: planned.writes + perPerson(({ writes }) => writes) * PEOPLE,
  };
  return {
    table: {
      columns: ['what', 'measured'],
      rows: [
        ['shards of the plan', ids.length],
        ['reads, writes to plan', `${planned.reads}, ${planned.writes}`],
        ['people in a shard, at most', Math.max(...found.map(({ people }) => people))],
        ['share of people who are proposed', perPerson(({ proposed }) => proposed).toFixed(4)],
        ['reads for each person', round(perPerson(({ reads }) => reads))],
        ['writes for each person', round(perPerson(({ writes }) => writes))],
        ['reads of the whole round, millions', round(cost.reads / 1e6)],
        ['writes of the whole round, millions', round(cost.writes / 1e6)],
        ['core for a shard, mean', `${round(sum(found.map(({ coreMs }) => coreMs)) / found.length / 1000)} s`],
        ['core for a shard, most', `${round(Math.max(...found.map(({ coreMs }) => coreMs)) / 1000)} s`],
        ["peak memory of one shard's process", `${Math.round(memory.peakMiB)} MiB`],
        ['total of shards / total of one run, 16,000 people', costOfSharding(seed).toFixed(4)],
        ['places at which the shard was broken off', resumed.places],
        ['proposed after breaking off / without, the lowest', round(resumed.lowest)],
      ],
    },
    claims: [
      atMost("peak memory of one shard's process", memory.peakMiB, LIMIT_MIB, 'MiB'),
      atMost('people proposed twice after a crash', resumed.placedTwice, 0),
      atMost('writes of a shard that is done already', resumed.writesWhenDone, 0),
    ],
    notes: [
      `Planned over all; ${SAMPLED} shards of the plan were matched, and what they cost for each person stands for the rest. Reads and writes are those until the proposals are stored; answers come on top. Seed ${seed}.`,
      'The store is in memory and counts as Firestore bills: a read for each document read or found missing and for each thousand counted, a write for each document written. No network, no contention.',
      "The shard's process holds its part of the store and the TypeScript loader as well. Broken off: at the first, second, middle and last commit, and before it is marked as done; then begun again, and once more.",
    ],
  };
}

/** Matches one shard of the plan, in the store that holds everybody who waits. */
async function sampled(
  store: CountedFirestore,
  id: string,
  everybody: readonly Candidate[],
  seed: number,
): Promise<Sampled> {
  const fields = store.documents(PATHS.matchShards).get(id)!;
  const { track, language, isAdult, part, parts } = fields as unknown as MatchShard;
  const people = everybody.filter(
    (one) =>
      one.track === track &&
      one.language === language &&
      (one.ageGroup === 'adult') === isAdult &&
      shardOf({ shard: shardNumberOf(one.id) }, parts) === part,
  );
  givenMembers(store, people);
  const before = { reads: store.reads, writes: store.writes, at: spentMs() };
  await runsOn(store).matchShard(id);
  const done = store.documents(PATHS.matchShards).get(id) as unknown as MatchShard;
  if (done.read !== people.length) throw new Error(`${id} read ${done.read} of ${people.length} people.`);
  return {
    shard: { id, fields, people, seed },
    people: people.length,
    proposed: done.proposed,
    reads: store.reads - before.reads,
    writes: store.writes - before.writes,
    coreMs: spentMs() - before.at,
  };
}

async function memoryOf(shard: OneShard): Promise<WholeProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'podmates-shard-'));
  try {
    const path = join(folder, 'shard.json');
    writeFileSync(path, JSON.stringify(shard));
    const program = join(import.meta.dirname, 'p5', 'shard-process.ts');
    return await wholeProcess(process.execPath, ['--import', 'tsx', program, path], FOLDER);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function resumedAnywhere(shard: OneShard) {
  const whole = await matchedWithCrash(shard, Infinity);
  const commits = whole.commits;
  const places = [0, 1, Math.floor(commits / 2), commits - 2, commits - 1];
  const found = [];
  for (const place of places) found.push(await matchedWithCrash(shard, place));
  return {
    places: places.length,
    lowest: Math.min(...found.map(({ placed }) => placed / whole.placed)),
    placedTwice: sum([whole, ...found].map(({ placedTwice }) => placedTwice)),
    writesWhenDone: sum([whole, ...found].map(({ writesWhenDone }) => writesWhenDone)),
  };
}

/** What it costs the groups that nobody is matched beyond the own shard. */
function costOfSharding(seed: number): number {
  const people = oneCircle(COMPARED.people, seed);
  const total = (of: readonly Candidate[]): number => matchPeople(of, { now: NOW, seed }).total;
  const parts = Array.from({ length: COMPARED.parts }, (_, part) =>
    people.filter(({ id }) => shardOf({ shard: shardNumberOf(id) }, COMPARED.parts) === part),
  );
  return sum(parts.map(total)) / total(people);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

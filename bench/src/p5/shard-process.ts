import { readFileSync } from 'node:fs';
import { type OneShard, storeWith } from './one-shard';
import { runsOn } from './sharded-run';

/** What one task of a run does, as a process of its own: for its memory. */
const [path = ''] = process.argv.slice(2);
const dated = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : value;
const shard = JSON.parse(readFileSync(path, 'utf8'), dated) as OneShard;
await runsOn(storeWith(shard)).matchShard(shard.id);

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DomainError } from '@podmates/domain';
import { matchPeople, type MatchFile, readMatchFile, scoreGroup } from '@podmates/domain/matching';
import { sayRelaxations } from './say-relaxations';

const USAGE = [
  'npm run match -- <in.json> <out.json>   makes groups of the people in a file',
  'npm run match -- --score <file.json>    scores the groups that the file names',
  'docs/matching.md describes both files and the score.',
].join('\n');
/** A file, or a call, that cannot be used. */
const BAD_INPUT = 2;

class Unusable extends Error {}

/** Paths are those of the folder in which the command was given. */
const here = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

function read(path: string): MatchFile {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(here(path), 'utf8'));
  } catch (error) {
    throw new Unusable(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return readMatchFile(content);
}

function write(path: string, text: string): void {
  try {
    writeFileSync(here(path), text);
  } catch (error) {
    throw new Unusable(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function match(from: string, to: string): void {
  const { people, now, seed } = read(from);
  const { groups, unmatched, total, bound } = matchPeople(people, { now, seed });
  const result = {
    groups: groups.map(({ memberIds, score, why }) => ({ members: memberIds, score, why })),
    unmatched: sayRelaxations(unmatched, people, now),
    total,
    bound,
  };
  write(to, `${JSON.stringify(result)}\n`);
  const placed = groups.reduce((sum, { memberIds }) => sum + memberIds.length, 0);
  const pods = groups.length === 1 ? '1 group' : `${groups.length} groups`;
  console.error(`${placed} of ${people.length} people in ${pods}; ${total} of at most ${bound}.`);
}

function score(from: string): void {
  const { groups, now } = read(from);
  if (groups === null)
    throw new DomainError('invalid-argument', 'There is nothing to score.', [
      { path: 'groups', message: 'is missing' },
    ]);
  const scored = groups.map((members) => {
    const found = scoreGroup(members, now);
    return { members: members.map(({ id }) => id), score: found?.score ?? null, why: found?.why ?? null };
  });
  console.log(JSON.stringify({ groups: scored }, null, 2));
}

function main(args: readonly string[]): void {
  const [first, second, ...more] = args;
  if (first === undefined || second === undefined || more.length > 0) throw new Unusable(USAGE);
  if (first === '--score') score(second);
  else match(first, second);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof DomainError) && !(error instanceof Unusable)) throw error;
  console.error(error.message);
  if (error instanceof DomainError)
    for (const { path, message } of error.fields) console.error(`  ${path || 'the file'} ${message}`);
  process.exitCode = BAD_INPUT;
}

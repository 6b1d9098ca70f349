import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DomainError } from '@podmates/domain';
import { type Coached, readCoachFile, runCoach } from '@podmates/domain/coach';

const USAGE = [
  'npm run coach -- <session.json> <out.json>   agenda, summary, actions, quiz and carried items of a session',
  'docs/coach.md describes both files.',
].join('\n');
/** A file, or a call, that cannot be used. */
const BAD_INPUT = 2;
const MOST_BYTES = 64 * 1024 * 1024;
/** Of the quiz: the same file gives the same output on every machine. */
const SEED = 1;

class Unusable extends Error {}

/** Paths are those of the folder in which the command was given. */
const here = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

function read(path: string): unknown {
  try {
    if (statSync(here(path)).size > MOST_BYTES) throw new Error(`it has more than ${MOST_BYTES} bytes`);
    return JSON.parse(readFileSync(here(path), 'utf8'));
  } catch (error) {
    throw new Unusable(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Counts and ids only: what members wrote stays in their files. */
function say({ output, safety }: Coached): void {
  const { agenda, summary, actions, quiz, carried } = output;
  console.error(
    `${agenda.length} agenda items, ${summary.length} lines, ${actions.length} actions, ${quiz.length} questions, ${carried.length} carried over.`,
  );
  for (const { kind, member, noteIds } of safety)
    console.error(`${kind === 'pause' ? 'Offer a safety pause' : 'Call a human'}: ${member} (${noteIds.join(', ')})`);
}

function main(args: readonly string[]): void {
  const [from, to, ...more] = args;
  if (from === undefined || to === undefined || more.length > 0) throw new Unusable(USAGE);
  const coached = runCoach(readCoachFile(read(from)), { seed: SEED });
  writeFileSync(here(to), `${JSON.stringify(coached.output, null, 2)}\n`);
  say(coached);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof DomainError) && !(error instanceof Unusable)) throw error;
  console.error(error.message);
  if (error instanceof DomainError) for (const { path, message } of error.fields) console.error(`  ${path} ${message}`);
  process.exitCode = BAD_INPUT;
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DomainError } from '@podmates/domain';
import { type ExplainedSlot, explainStreak, readStreakHistory } from '@podmates/domain/streaks';

const USAGE = [
  'npm run streak -- <history.json>   explains the streak of a history, slot by slot',
  'docs/streaks.md describes the file and every rule.',
].join('\n');
/** A file, or a call, that cannot be used. */
const BAD_INPUT = 2;

class Unusable extends Error {}

function read(path: string): unknown {
  try {
    // Paths are those of the folder in which the command was given.
    return JSON.parse(readFileSync(resolve(process.env['INIT_CWD'] ?? process.cwd(), path), 'utf8'));
  } catch (error) {
    throw new Unusable(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const told = ({ seq, label, openAt, dueAt, graceEndsAt, state, reason }: ExplainedSlot) => ({
  seq,
  label,
  openAt: openAt.toISOString(),
  dueAt: dueAt.toISOString(),
  graceEndsAt: graceEndsAt.toISOString(),
  state: state === 'done' ? 'onTime' : state,
  reason,
});

function main(args: readonly string[]): void {
  const [path, ...more] = args;
  if (path === undefined || more.length > 0) throw new Unusable(USAGE);
  const { slots, current, best, lateCount, freezeTokens, unused } = explainStreak(readStreakHistory(read(path)));
  console.log(JSON.stringify({ slots: slots.map(told), current, best, late: lateCount, freezeTokens }, null, 2));
  for (const { index, why } of unused) console.error(`events[${index}] counts for nothing: ${why}.`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof DomainError) && !(error instanceof Unusable)) throw error;
  console.error(error.message);
  if (error instanceof DomainError) for (const { path, message } of error.fields) console.error(`  ${path} ${message}`);
  process.exitCode = BAD_INPUT;
}

import { randomUUID } from 'node:crypto';
import { say, warn } from './output';
import { endProcessesOfRun, RUN_MARK } from './processes/owned-processes';
import { type Part, PARTS } from './verify/parts';
import { single, sumOf, type Tally } from './verify/tally';

async function runPart(part: Part): Promise<Tally> {
  say(`\n── ${part.name} ──`);
  const startedAt = Date.now();
  const tally = await part.run().catch((error: unknown) => {
    warn(String(error));
    return single(false);
  });
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  say(`${part.name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
  return tally;
}

/** `npm test`, or `npm test -- rules journeys` for some parts of it. */
async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => PARTS.every((part) => part.name !== name));
  if (unknown.length > 0) {
    const names = PARTS.map((part) => part.name).join(', ');
    warn(`There is no part ${unknown.join(', ')}. There is: ${names}.`);
    process.exit(1);
  }
  const parts = PARTS.filter((part) => wanted.length === 0 || wanted.includes(part.name));
  const tallies: Tally[] = [];
  for (const part of parts) tallies.push(await runPart(part));
  const { passed, failed } = sumOf(tallies);
  say(`\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}

/** Whatever runs at the moment carries the mark of this run, or of the emulators that it started. */
async function giveUp(): Promise<void> {
  const mark = process.env[RUN_MARK];
  if (mark) await endProcessesOfRun(mark, process.pid);
  process.exit(1);
}

process.env[RUN_MARK] = randomUUID();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void giveUp());
process.on('disconnect', () => void giveUp());
await main(process.argv.slice(2));

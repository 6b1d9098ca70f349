import { randomUUID } from 'node:crypto';
import { StartProblem, say } from '../output';
import { STATE_FOLDER } from '../paths';
import { originOf, type PortBlock } from '../ports';
import { type Lock, releaseLock, takeLock } from './lock';
import { endProcessesOfRun, RUN_MARK } from './owned-processes';
import { takenPorts } from './port-owner';

/** One base port, held by this process alone until it is released. */
export interface Claim {
  readonly runId: string;
  release(): Promise<void>;
}

/**
 * Takes a base port: refuses when a platform runs there, ends what a killed one left, and names who has the ports.
 * @throws StartProblem
 */
export async function claimBase(base: number, ports: PortBlock): Promise<Claim> {
  const lock: Lock = {
    pid: process.pid,
    runId: randomUUID(),
    url: originOf(base),
    startedAt: new Date().toISOString(),
  };
  const taken = takeLock(STATE_FOLDER, base, lock);
  if (!taken.isTaken) throw new StartProblem(alreadyRunning(taken.holder));
  if (taken.left) {
    const ended = await endProcessesOfRun(taken.left.runId, taken.left.pid);
    if (ended > 0) say(`The last run was killed and left ${ended} processes; they are ended now.`);
  }
  const problems = await takenPorts(ports);
  if (problems.length > 0) {
    releaseLock(STATE_FOLDER, base, lock);
    const advice = `End it, or start elsewhere: PODMATES_PORT=${base + 1000} npm start`;
    throw new StartProblem([...problems, advice].join('\n'));
  }
  process.env[RUN_MARK] = lock.runId; // whatever is started from here on carries it
  return {
    runId: lock.runId,
    release: async () => {
      await endProcessesOfRun(lock.runId, process.pid);
      releaseLock(STATE_FOLDER, base, lock);
    },
  };
}

const alreadyRunning = (holder: Lock) =>
  [
    `Podmates already runs at ${holder.url} (process ${holder.pid}, since ${holder.startedAt}).`,
    'Nothing was started. End it there with Ctrl-C, or start a second one: PODMATES_PORT=5000 npm start',
  ].join('\n');

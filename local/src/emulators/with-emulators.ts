import { spawn } from 'node:child_process';
import { type EmulatorName, emulatorVariables, cleanUp, openEmulators } from './open-emulators';
import { resolveFirestoreEmulator, thisMachine } from './firestore-emulator';
import { ROOT } from '../paths';
import { portBlock, PROJECT_ID } from '../ports';
import { claimBase } from '../processes/claim';
import { RUN_MARK } from '../processes/owned-processes';

export interface ExecOptions {
  readonly base: number;
  readonly only: readonly EmulatorName[];
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a command while empty emulators are up, and gives its exit code. @throws StartProblem */
export async function withEmulators({ base, only, command, env }: ExecOptions): Promise<number> {
  const ports = portBlock(base);
  const firestore = await resolveFirestoreEmulator(thisMachine());
  const claim = await claimBase(base, ports);
  try {
    const suite = await openEmulators({ base, ports, runId: claim.runId, firestore, only, importFrom: null });
    const [program, ...args] = command;
    const variables = { ...emulatorVariables(ports, PROJECT_ID), ...env, [RUN_MARK]: claim.runId };
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...variables } });
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (ended) => resolve(ended ?? 1));
    });
    await suite.stop();
    return code;
  } finally {
    await claim.release();
    cleanUp(base);
  }
}

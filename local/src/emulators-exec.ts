import { type EmulatorName } from './emulators/open-emulators';
import { withEmulators } from './emulators/with-emulators';
import { basePort } from './ports';

/** `tsx local/src/emulators-exec.ts firestore,storage -- command …` */
async function main([only = '', separator, program, ...args]: readonly string[]): Promise<void> {
  if (separator !== '--' || !program) throw new Error('usage: emulators-exec <emulators> -- <command> …');
  process.exitCode = await withEmulators({
    base: basePort(),
    only: only.split(',') as EmulatorName[],
    command: [program, ...args],
  });
}

await main(process.argv.slice(2));

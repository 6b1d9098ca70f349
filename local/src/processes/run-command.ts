import { spawn, type SpawnOptions } from 'node:child_process';

const LINES_KEPT = 40;

/**
 * Runs a command to its end and gives its output.
 * @throws Error with the last lines of what it said when it ends with another code than 0.
 */
export function runCommand(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve(output);
      const tail = output.trim().split('\n').slice(-LINES_KEPT).join('\n');
      reject(new Error(`${[command, ...args].join(' ')} ended with code ${code}:\n${tail}`));
    });
  });
}

import { spawnSync } from 'node:child_process';

/** The machine's own Java, if any: its major version, or null. */
export function javaVersion(): number | null {
  const answer = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const match = /version "(\d+)/.exec(`${answer.stderr ?? ''}${answer.stdout ?? ''}`);
  return match ? Number(match[1]) : null;
}

export function pathOf(command: string): string | null {
  const answer = spawnSync('sh', ['-c', 'command -v "$1"', 'sh', command], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : null;
}

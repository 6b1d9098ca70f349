import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 50;
const TICKS_PER_SECOND = 100; // of /proc, on every Linux that Node runs on
const TASKSET = '/usr/bin/taskset';

export interface WholeProcess {
  readonly seconds: number;
  /** On the core, of the command and all that it started, to the last look. */
  readonly coreSeconds: number;
  /** The most that any one of its processes ever held. */
  readonly peakMiB: number;
}

/** Runs a command on one core, from its start to its end. Linux alone: the memory is read from /proc. */
export async function wholeProcess(command: string, args: readonly string[], folder: string): Promise<WholeProcess> {
  const onOneCore = existsSync(TASKSET) ? [TASKSET, '-c', '0'] : [];
  const [program = command, ...words] = [...onOneCore, command, ...args];
  const began = performance.now();
  const child = spawn(program, words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const peaks = new Map<number, { peakKiB: number; ticks: number }>();
  const look = setInterval(() => {
    for (const pid of familyOf(child)) {
      const seen = looked(pid);
      if (seen) peaks.set(pid, seen);
    }
  }, LOOK_EVERY_MS);
  const code = await new Promise((ended) => child.on('exit', ended));
  clearInterval(look);
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${String(code)}.`);
  const all = [...peaks.values()];
  return {
    seconds: (performance.now() - began) / 1000,
    coreSeconds: all.reduce((sum, { ticks }) => sum + ticks, 0) / TICKS_PER_SECOND,
    peakMiB: Math.max(...all.map(({ peakKiB }) => peakKiB)) / 1024,
  };
}

/** The process and all that came from it, as far as they still run. */
function familyOf(child: ChildProcess): number[] {
  const childrenOf = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const parent = Number(statOf(name)?.[PARENT]);
    if (Number.isInteger(parent)) childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), Number(name)]);
  }
  const family = child.pid === undefined ? [] : [child.pid];
  for (const pid of family) family.push(...(childrenOf.get(pid) ?? []));
  return family;
}

/** Places in /proc/…/stat after the name. */
const PARENT = 1;
const USER_TICKS = 11;
const SYSTEM_TICKS = 12;

function looked(pid: number): { peakKiB: number; ticks: number } | null {
  const stat = statOf(String(pid));
  const peak = /VmHWM:\s+(\d+) kB/.exec(textOf(`/proc/${pid}/status`) ?? '');
  if (!stat || !peak) return null;
  return { peakKiB: Number(peak[1]), ticks: Number(stat[USER_TICKS]) + Number(stat[SYSTEM_TICKS]) };
}

function statOf(name: string): string[] | null {
  if (!/^\d+$/.test(name)) return null;
  const text = textOf(`/proc/${name}/stat`);
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Processes end while they are looked at. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

import { spawn } from 'node:child_process';
import { descendants, endProcessesOfRun, isAlive, processesOfRun, processTable, RUN_MARK } from './owned-processes';

describe('the processes of a run', () => {
  it('are children and their children, from a table of processes', () =>
    expect(descendants('  10 1\n  11 10\n  12 11\n  20 1\n', 10)).toEqual([11, 12]));

  it('are found by their mark and ended, also when they ignore the polite way', async () => {
    const runId = `spec-${process.pid}`;
    const script = 'process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)';
    const child = spawn(process.execPath, ['-e', script], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, [RUN_MARK]: runId },
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(processesOfRun(runId, process.pid)).toContain(child.pid);
    expect(descendants(processTable(), process.pid)).toContain(child.pid);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await endProcessesOfRun(runId, process.pid, 200);
    await ended;
    expect(isAlive(child.pid ?? 0)).toBe(false);
    expect(processesOfRun(runId, process.pid)).toEqual([]);
  });
});

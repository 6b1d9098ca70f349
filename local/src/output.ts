/** The launcher talks on stdout in plain lines: readable in a terminal, in a log and by a screen reader. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);
export const warn = (line: string): void => void process.stderr.write(`${line}\n`);

/** A refusal to start that a person can act on; printed without a stack. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

/** Runs `work` and says every 15 s that it still goes on, so that nobody thinks it hangs. */
export async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  say(`${what} …`);
  const heartbeat = setInterval(() => say(`  still at it, ${seconds()} s`), 15_000);
  try {
    const result = await work();
    if (seconds() > 0) say(`  done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

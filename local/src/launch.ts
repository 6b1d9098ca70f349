import { parseArgs } from 'node:util';
import { say, StartProblem, warn } from './output';
import { Platform } from './platform';
import { basePort, originOf } from './ports';
import { watchSources } from './watch/watch-sources';

const DEFAULT_SEED = 7;
const USAGE = `npm start [-- options]
  --fresh       forget the data of earlier runs
  --watch       rebuild and reload when rules, functions or web change
  --no-people   without demo people
  --seed <n>    another choice of demo people (default ${DEFAULT_SEED})
PODMATES_PORT=<n> moves all ports (default 4000 to 4011).`;

const { values } = parseArgs({
  options: {
    fresh: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    'no-people': { type: 'boolean', default: false },
    seed: { type: 'string', default: String(DEFAULT_SEED) },
    help: { type: 'boolean', default: false },
  },
});

let platform: Platform | null = null;
let isStopping = false;

async function stop(code: number): Promise<never> {
  if (!isStopping) {
    isStopping = true;
    say('Saving the data and ending everything …');
    await platform?.stop();
  }
  process.exit(code);
}

/** A second Ctrl-C comes within milliseconds when npm hands the first one on; only a later one means "now". */
function onSignal(): void {
  if (!isStopping) void stop(0);
  else say('Still ending, a moment please.');
}

async function main(): Promise<void> {
  if (values.help) return say(USAGE);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  process.on('disconnect', onSignal); // whoever started this was killed
  const base = basePort();
  platform = new Platform({
    base,
    isFresh: values.fresh,
    hasDemoPeople: !values['no-people'],
    seed: Number(values.seed),
  });
  await platform.start();
  if (values.watch) watchSources({ base, ports: platform.ports });
  void platform.ended.then((code) => {
    if (isStopping) return;
    warn(`The emulators ended by themselves (code ${code}); .podmates/run-${base}/emulators.log says why.`);
    void stop(1);
  });
  say(`Local inbox and clock: ${originOf(platform.ports.desk)}`);
  say(`Podmates is ready at ${platform.url}`);
  process.send?.({ ready: true, url: platform.url });
}

try {
  await main();
} catch (error) {
  if (isStopping) await new Promise(() => undefined); // the stop in progress ends the process
  warn(error instanceof StartProblem ? error.message : String((error as Error).stack));
  process.exit(1);
}

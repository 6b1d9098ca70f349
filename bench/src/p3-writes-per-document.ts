import {
  busiestWindow,
  editTogether,
  type PacedOutcome,
  type PacedWorld,
} from '../../domain/src/sessions/paced-replicas';
import { atMost, type Benchmark, type Measured, round } from './benchmark';
import { randomFrom } from './statistics';

/**
 * P3. Four people edit ten times a second for ten minutes, all of them the same document, in virtual time. The writes
 * that the server takes are held against Firestore's one a second.
 */
export const writesPerDocument: Benchmark = {
  name: 'p3',
  title: 'Writes to one document: four people edit it at 10/s for 10 min, simulated',
  run: ({ seed }) => Promise.resolve(measure(seed)),
};

const MINUTE_MS = 60_000;
const SEEDS = 5;
const SCENES: readonly { readonly name: string; readonly over: Partial<PacedWorld> }[] = [
  { name: 'each their own field, 20–200 ms one way', over: {} },
  { name: 'all the same field', over: { isContested: true } },
  { name: 'slow network, 200–1500 ms', over: { latencyMs: { from: 200, to: 1500 } } },
  { name: 'hardly any delay, 0–2 ms', over: { latencyMs: { from: 0, to: 2 } } },
  { name: 'one without a network from minute 2 to 5', over: { away: [120, 300] } },
  { name: 'one person alone', over: { people: 1 } },
];

function measure(seed: number): Measured {
  const scene = (over: Partial<PacedWorld>): PacedOutcome[] =>
    Array.from({ length: SEEDS }, (_, n) =>
      editTogether({
        people: 4,
        editsPerSecond: 10,
        seconds: 600,
        latencyMs: { from: 20, to: 200 },
        isContested: false,
        away: null,
        isPaced: true,
        random: randomFrom(seed + n),
        ...over,
      }),
    );
  const paced = SCENES.map(({ name, over }) => ({ name, runs: scene(over) }));
  const unpaced = { name: 'without a pace, first scene', runs: scene({ isPaced: false }) };
  const all = paced.flatMap(({ runs }) => runs);
  return {
    table: {
      columns: ['', 'edits', 'writes', 'refused', 'busiest 60 s, per s', 'busiest 1 s', 'longest wait, s', 'lost'],
      rows: [...paced, unpaced].map(({ name, runs }) => [
        name,
        most(runs, ({ edits }) => edits),
        most(runs, ({ takenAt }) => takenAt.length),
        most(runs, ({ refused }) => refused),
        round(most(runs, ({ takenAt }) => busiestWindow(takenAt, MINUTE_MS)) / 60),
        most(runs, ({ takenAt }) => busiestWindow(takenAt, 1000)),
        round(most(runs, ({ longestWaitMs }) => longestWaitMs) / 1000),
        most(runs, ({ lost }) => lost),
      ]),
    },
    claims: [
      atMost(
        'writes to one document in any 60 s',
        most(all, ({ takenAt }) => busiestWindow(takenAt, MINUTE_MS)) / 60,
        1,
        '/s',
      ),
      atMost('runs whose replicas do not agree in the end', all.filter(({ isAgreed }) => !isAgreed).length, 0),
      atMost(
        'last edits that are lost',
        most(all, ({ lost }) => lost),
        0,
      ),
    ],
    notes: [
      `Each row is the worst of ${SEEDS} runs from seed ${seed}. The rule that paces is the one the room uses (domain/src/sessions/write-pacing.ts); network, server and devices are simulated.`,
      'A write counts when the server takes it. One that names an old revision is refused, as by the rules, and is made again.',
      'The longest wait is from an edit until the server has it or a later one of that person and field. The own screen shows each edit at once.',
      'The busiest second shows the burst that goes at once: Firestore takes such bursts, its limit is for what goes on.',
    ],
  };
}

const most = (runs: readonly PacedOutcome[], of: (run: PacedOutcome) => number): number => Math.max(...runs.map(of));

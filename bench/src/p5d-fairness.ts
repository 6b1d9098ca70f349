import { matchPeople } from '@podmates/domain/matching';
import { atMost, type Benchmark, type Measured, round } from './benchmark';
import { countBlockingPairs } from './p5/blocking-pairs';
import { firstCome } from './p5/first-come';
import { NOW, realisticPeople } from './p5/population';
import { checkScores } from './p5/scores';
import { type Engine, type Season, simulateSeason, type Waits } from './p5/waiting-simulation';

/**
 * P5d. Seasons of matching in which people keep coming: how often somebody is left out although there were others to
 * be with, and how many pairs would rather leave their groups for each other, beside the greedy peer in the same runs.
 */
export const fairness: Benchmark = {
  name: 'p5d',
  title: 'Fairness over many runs: waiting, and pairs that would rather leave their groups',
  run: ({ seed }) => Promise.resolve(measure(seed)),
};

const LIMITS = { runsLeftOut: 3, blockingPairs: 0.5 } as const;
const CHECKED = 1_000;
const SEASONS: readonly (readonly [name: string, season: Omit<Season, 'seed'>])[] = [
  [
    'a run each day, 150 come',
    { runs: 40, waitingAtFirst: 400, arrivingPerRun: 150, hoursBetweenRuns: 24, declined: 0.1 },
  ],
  [
    'a run each hour, 25 come',
    { runs: 120, waitingAtFirst: 400, arrivingPerRun: 25, hoursBetweenRuns: 1, declined: 0.1 },
  ],
];

/** The engine as rounds of the product call it: it is told who was left out in earlier ones, by what it said then. */
function engineOfSeason(): Engine {
  const timesLeftOut = new Map<string, number>();
  return (people, now, seed) => {
    const places = new Map(people.map(({ id }, nth) => [id, nth]));
    const told = people.map((person) => ({ ...person, leftOut: timesLeftOut.get(person.id) ?? 0 }));
    const { groups, unmatched } = matchPeople(told, { now, seed });
    for (const id of groups.flatMap(({ memberIds }) => memberIds)) timesLeftOut.delete(id);
    for (const { id, reason } of unmatched)
      if (reason === 'outnumbered') timesLeftOut.set(id, (timesLeftOut.get(id) ?? 0) + 1);
    return groups.map(({ memberIds }) => memberIds.map((id) => places.get(id)!));
  };
}
const greedy: Engine = (people, now) => firstCome(people, now);

interface Found {
  readonly name: string;
  readonly engine: Waits;
  readonly greedy: Waits;
  /** Summed over the runs; both engines on the same waiting people. */
  readonly blocking: { readonly engine: number; readonly greedy: number };
}

function measure(seed: number): Measured {
  checkScores(realisticPeople(CHECKED, seed), NOW, seed);
  const found = SEASONS.map(([name, season]) => compared(name, { ...season, seed }));
  const row = (name: string, waits: Waits, blocking: number): (string | number)[] => [
    name,
    waits.placed,
    ...[1, 2, 3].map((times) => waits.leftOut[times] ?? 0),
    sum(waits.leftOut.slice(LIMITS.runsLeftOut + 1)),
    most(waits),
    waits.stillWaiting,
    blocking,
  ];
  return {
    table: {
      columns: [
        'season',
        'placed',
        'left out once',
        'twice',
        '3 ×',
        'more',
        'most',
        'wait at the end',
        'blocking pairs',
      ],
      rows: found.flatMap((one) => [
        row(`engine, ${one.name}`, one.engine, one.blocking.engine),
        row(`greedy, ${one.name}`, one.greedy, one.blocking.greedy),
      ]),
    },
    claims: found.flatMap((one) => [
      atMost(`left out at most, ${one.name}`, most(one.engine), LIMITS.runsLeftOut, 'runs'),
      atMost(
        `blocking pairs / greedy, ${one.name}`,
        one.blocking.engine / one.blocking.greedy,
        LIMITS.blockingPairs,
        '×',
      ),
    ]),
    notes: [
      `Left out: in a run in which others waited with whom the person may be a pod, in a row until placed. ${round(SEASONS[0]![1].declined * 100)} % of proposals are declined and their members wait on. Seed ${seed}.`,
      'Blocking pairs: two people who may be a pair that fits better than the groups of both, by the score without what waits add; both engines group the same people. Greedy waits are from a season of its own.',
    ],
  };
}

function compared(name: string, season: Season): Found {
  const blocking = { engine: 0, greedy: 0 };
  const waits = simulateSeason(season, engineOfSeason(), ({ people, groups, now }) => {
    blocking.engine += countBlockingPairs(people, groups, now);
    blocking.greedy += countBlockingPairs(people, firstCome(people, now), now);
  });
  return { name, engine: waits, greedy: simulateSeason(season, greedy), blocking };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const most = ({ leftOut }: Waits): number => Math.max(0, leftOut.length - 1);

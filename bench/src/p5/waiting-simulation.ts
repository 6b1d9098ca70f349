import { type Candidate } from '@podmates/domain/matching';
import { circlesOf } from './circles';
import { Draw } from './draw';
import { NOW, realisticPeople } from './population';
import { Scores } from './scores';

const MINUTE_MS = 60_000;
const MINUTES_IN_HOUR = 60;
const HOUR_MS = MINUTES_IN_HOUR * MINUTE_MS;

/** Makes groups of those who wait, as places in the list. */
export type Engine = (people: readonly Candidate[], now: Date, seed: number) => readonly (readonly number[])[];

export interface Season {
  readonly seed: number;
  readonly runs: number;
  readonly waitingAtFirst: number;
  readonly arrivingPerRun: number;
  readonly hoursBetweenRuns: number;
  /** Share of proposals that somebody declines; all of the group wait on, and are kept apart for now. */
  readonly declined: number;
}

/** One run of a season. */
export interface Run {
  readonly people: readonly Candidate[];
  readonly groups: readonly (readonly number[])[];
  readonly now: Date;
}

export interface Waits {
  /** At n: how often somebody was left out for the nth time in a row of runs in which they could have been placed. */
  readonly leftOut: readonly number[];
  readonly placed: number;
  readonly stillWaiting: number;
}

/**
 * A season of matching: people come, wait, and go when they are placed. Being left out counts in a run in which others
 * waited with whom somebody may be a pod, whether or not those others were wanted elsewhere.
 */
export function simulateSeason(season: Season, engine: Engine, look: (run: Run) => void = () => undefined): Waits {
  const draw = new Draw(season.seed);
  const everybody = realisticPeople(season.waitingAtFirst + season.runs * season.arrivingPerRun, season.seed);
  const timesLeftOut = new Map<string, number>();
  const leftOut: number[] = [];
  const coming = everybody.slice(season.waitingAtFirst);
  let waiting = everybody.slice(0, season.waitingAtFirst);
  let placed = 0;
  for (let run = 0; run < season.runs; run += 1) {
    const now = new Date(NOW.getTime() + run * season.hoursBetweenRuns * HOUR_MS);
    const groups = engine(waiting, now, season.seed + run);
    look({ people: waiting, groups, now });
    const isPlaced = new Set(groups.flat());
    whoCouldBePlaced(waiting, now)
      .filter((nth) => !isPlaced.has(nth))
      .forEach((nth) => {
        const times = (timesLeftOut.get(waiting[nth]!.id) ?? 0) + 1;
        timesLeftOut.set(waiting[nth]!.id, times);
        leftOut[times] = (leftOut[times] ?? 0) + 1;
      });
    const back = groups.filter(() => draw.chance(season.declined)).flatMap((group) => keptApart(group, waiting));
    placed += isPlaced.size - back.length;
    for (const nth of isPlaced) timesLeftOut.delete(waiting[nth]!.id);
    const arrived = coming.splice(0, season.arrivingPerRun).map((person) => ({
      ...person,
      waitingSince: new Date(
        now.getTime() + draw.integer(0, season.hoursBetweenRuns * MINUTES_IN_HOUR - 1) * MINUTE_MS,
      ),
    }));
    waiting = [...waiting.filter((_, nth) => !isPlaced.has(nth)), ...back, ...arrived];
  }
  return { leftOut: Array.from(leftOut, (times) => times ?? 0), placed, stillWaiting: waiting.length };
}

/** Those for whom there is a pair, or three, that may be a pod. */
function whoCouldBePlaced(people: readonly Candidate[], now: Date): number[] {
  const scores = new Scores(people, now);
  return circlesOf(people).flatMap((circle) =>
    circle.filter((one) => {
      const others = circle.filter((other) => scores.mayMeet(one, other));
      if (others.some((other) => scores.of([one, other]) > 0)) return true;
      return others.some((a, nth) => others.slice(nth + 1).some((b) => scores.of([one, a, b]) > 0));
    }),
  );
}

const keptApart = (group: readonly number[], people: readonly Candidate[]): Candidate[] => {
  const members = group.map((nth) => people[nth]!);
  return members.map((one) => ({
    ...one,
    recent: [...one.recent, ...members.filter((other) => other !== one).map(({ id }) => id)],
  }));
};

import { type ScheduleName, SCHEDULES } from '../../../functions/src/runtime/schedules';
import { warn } from '../output';
import { originOf, PROJECT_ID, REGION } from '../ports';

/** "every 5 minutes" in milliseconds; the only form that the product's schedules have. */
export function intervalMs(every: string): number {
  const minutes = /^every (\d+) minutes$/.exec(every)?.[1];
  if (minutes === undefined) throw new Error(`The local platform does not understand the schedule "${every}".`);
  return Number(minutes) * 60_000;
}

type RunSchedule = (name: ScheduleName) => Promise<void>;

/** Calls periodic work when its interval of local time has passed; a long jump calls each once, not once per interval. */
export class PeriodicWork {
  private readonly lastRun = new Map<ScheduleName, number>();

  constructor(private readonly run: RunSchedule) {}

  async runDue(now: Date): Promise<void> {
    for (const name of Object.keys(SCHEDULES) as ScheduleName[]) {
      const last = this.lastRun.get(name) ?? Number.NEGATIVE_INFINITY;
      if (now.getTime() - last < intervalMs(SCHEDULES[name].every)) continue;
      this.lastRun.set(name, now.getTime());
      await this.run(name);
    }
  }
}

/** Schedules never fire in the emulators; the local build exports a function that runs one by name. */
export const runThroughFunctions =
  (functionsPort: number): RunSchedule =>
  async (name) => {
    try {
      const url = `${originOf(functionsPort)}/${PROJECT_ID}/${REGION}/localRunSchedule?name=${name}`;
      const answer = await fetch(url, { method: 'POST' });
      if (!answer.ok) warn(`Periodic work ${name} answered ${answer.status}.`);
    } catch (error) {
      warn(`Periodic work ${name} could not be called: ${String(error)}`);
    }
  };

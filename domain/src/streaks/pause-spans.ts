import { type PauseSpan, type Sprint } from '../documents';
import { sprintDays } from '../sprints';
import { daysCovered } from './pauses';

/** The pauses of a sprint as instants, as the member lives those days; why somebody pauses is not in it. */
export function pauseSpans(sprint: Sprint): PauseSpan[] {
  const days = sprintDays(sprint);
  return sprint.pauses.flatMap((pause) => {
    const covered = daysCovered(pause, days);
    const first = days.find(({ label }) => label === covered[0]);
    const last = days.find(({ label }) => label === covered.at(-1));
    return first && last ? [{ from: first.openAt, until: last.dueAt }] : [];
  });
}

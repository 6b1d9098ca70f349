import { type Sprint } from '../documents';
import { daysBetween, type LivedDay, livedDays } from '../time';

/** The days of a sprint as its member lives them; `count` dates from its first, or all that it has. */
export const sprintDays = (
  sprint: Pick<Sprint, 'timeZone' | 'dayStart' | 'startsOn' | 'endsOn'>,
  count = daysBetween(sprint.startsOn, sprint.endsOn) + 1,
): LivedDay[] =>
  livedDays({ zone: sprint.timeZone, dayStart: sprint.dayStart, start: sprint.startsOn, count, moves: [] });

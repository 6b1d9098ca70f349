import { type LocalDay } from '../documents';
import { type LivedDay, localDay } from '../time';

/** The member's date at an instant: of the days of the sprint, and before and after them by the nearest of them. */
export function dayLivedAt(days: readonly LivedDay[], instant: Date): LocalDay {
  const begun = days.findLast(({ openAt }) => openAt <= instant);
  if (begun && (instant <= begun.dueAt || begun !== days.at(-1))) return begun.label;
  const nearest = begun ?? days[0];
  if (!nearest) throw new RangeError('There is no day in a sprint without days.');
  return localDay(instant, nearest.zone, nearest.dayStart);
}

import { type LocalDay, type Pause, type SlotRuling } from '../documents';
import { addDays, daysBetween, type LivedDay } from '../time';
import { dayLivedAt } from './lived-day-at';

/** Behaviour 13. */
export const PAUSES = {
  noticeWhenStaked: 7, // days; money is at stake, so nobody pauses the week that goes badly
  longestIllness: 7, // days; who is ill for longer needs a person, not a form
  illnessPerSprint: 1, // a second one is for a moderator to decide
} as const;

export interface JudgedPause {
  readonly asked: Pause;
  readonly ruling: Extract<
    SlotRuling,
    'planned-pause' | 'illness-pause' | 'pause-without-notice' | 'second-illness'
  > | null;
  /** The days it excuses where it is granted, or would have; those that were over when it was asked for are not. */
  readonly days: readonly LocalDay[];
}

export const isGranted = ({ ruling }: JudgedPause): boolean => ruling === 'planned-pause' || ruling === 'illness-pause';

/**
 * What becomes of each pause that was asked for, in the order of asking. `ruling` is null where it covers no day, as
 * does an illness after `endsOn`, the date on which the sprint would end without one.
 */
export function judgePauses(
  asked: readonly Pause[],
  p: { days: readonly LivedDay[]; endsOn: LocalDay; staked: boolean },
): JudgedPause[] {
  let illnesses = 0;
  return [...asked]
    .sort((a, b) => a.requestedAt.getTime() - b.requestedAt.getTime())
    .map((pause): JudgedPause => {
      const isOver = pause.kind === 'illness' && pause.from > p.endsOn;
      const days = isOver ? [] : daysCovered(pause, p.days);
      if (days.length === 0) return { asked: pause, ruling: null, days };
      if (pause.kind === 'planned') {
        const notice = daysBetween(dayLivedAt(p.days, pause.requestedAt), pause.from);
        const isGivenNotice = !p.staked || notice >= PAUSES.noticeWhenStaked;
        return { asked: pause, ruling: isGivenNotice ? 'planned-pause' : 'pause-without-notice', days };
      }
      illnesses += 1;
      const isWithoutQuestions = illnesses <= PAUSES.illnessPerSprint;
      return { asked: pause, ruling: isWithoutQuestions ? 'illness-pause' : 'second-illness', days };
    });
}

/**
 * The days of a sprint and its pauses, once illness has moved the end: by the fewest days that hold all it covers, as
 * it may go on in those that are added. `daysOf` gives that many dates of the sprint from its first.
 */
export function withDaysAdded(
  asked: readonly Pause[],
  p: { daysOf: (count: number) => readonly LivedDay[]; start: LocalDay; count: number; staked: boolean },
): { days: readonly LivedDay[]; pauses: readonly JudgedPause[]; added: number } {
  const endsOn = addDays(p.start, p.count - 1);
  for (let added = 0; ; added++) {
    const days = p.daysOf(p.count + added);
    const pauses = judgePauses(asked, { days, endsOn, staked: p.staked });
    if (daysAdded(pauses) <= added) return { days, pauses, added };
  }
}

/** By how many days the sprint's end moves: those of the illness that was granted. */
const daysAdded = (pauses: readonly JudgedPause[]): number =>
  pauses.reduce((sum, { ruling, days }) => sum + (ruling === 'illness-pause' ? days.length : 0), 0);

/** The days that a pause excuses once it is granted: of an illness the first week, and none that were over. */
export function daysCovered({ requestedAt, from, to, kind }: Pause, days: readonly LivedDay[]): LocalDay[] {
  const longest = addDays(from, PAUSES.longestIllness - 1);
  const last = kind === 'illness' && longest < to ? longest : to;
  return days
    .filter(({ label, dueAt }) => from <= label && label <= last && requestedAt <= dueAt)
    .map(({ label }) => label);
}

import { DomainError, type LocalDay, type Pause, type Slot, type Sprint } from '@podmates/domain';
import { foldStreak, PAUSES, planPause, standingOfPause } from '@podmates/domain/streaks';
import { addDays } from '@podmates/domain/time';
import { sayLocalDay } from '../schedule/say-time';

export type AskedPause = Omit<Pause, 'requestedAt'>;

/** Slots named one by one; more of them are told as a number. */
const MOST_NAMED = 4;

/** What a pause would do, by the very rules that the server asks; `isGranted` false: why it is not to be had so. */
export interface PauseOutlook {
  readonly isGranted: boolean;
  readonly words: string;
}

export function outlookOf(
  sprint: Sprint,
  slots: readonly Slot[],
  p: { asked: AskedPause; staked: boolean; now: Date },
): PauseOutlook {
  const { asked } = p;
  if (asked.from === '' || asked.to === '') return { isGranted: false, words: 'Choose the first and the last day.' };
  const known = sprint.pauses.some((one) => one.from === asked.from && one.to === asked.to && one.kind === asked.kind);
  if (known) return { isGranted: false, words: 'This pause is planned already.' };
  try {
    const planned = planPause(sprint, slots, p);
    const excused = [...planned.slots, ...planned.added].filter(({ state }) => state === 'excused');
    return { isGranted: true, words: sayPlan(sprint, planned.sprint, { asked, excused, slots }) };
  } catch (error) {
    if (error instanceof DomainError) return { isGranted: false, words: sayRefusal(error) };
    throw error;
  }
}

function sayPlan(
  before: Sprint,
  after: Sprint,
  p: { asked: AskedPause; excused: readonly Slot[]; slots: readonly Slot[] },
): string {
  const { current } = foldStreak(p.slots);
  const what =
    p.excused.length === 0
      ? 'No slot of yours falls on these days'
      : `${saySlots(p.excused.map(({ label }) => label))} will be excused`;
  const ends = after.endsOn === before.endsOn ? '' : ` The sprint then ends on ${sayLocalDay(after.endsOn)}.`;
  const isLong = p.asked.kind === 'illness' && p.asked.to > addDays(p.asked.from, PAUSES.longestIllness - 1);
  const limit = isLong ? ' An illness covers its first 7 days; if it lasts longer, please write to us.' : '';
  return `${what}; your streak stays ${current}.${ends}${limit}`;
}

/** `Thursday 3 and Saturday 5 December`; days of one month name it once. */
export function saySlots(days: readonly LocalDay[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (days.length > MOST_NAMED) return `${days.length} slots from ${sayLocalDay(first)} to ${sayLocalDay(last)}`;
  const words = days.map((day, n) => {
    const next = days[n + 1];
    const isMonthSaidLater = next?.slice(0, 7) === day.slice(0, 7);
    return isMonthSaidLater ? sayLocalDay(day).split(' ').slice(0, 2).join(' ') : sayLocalDay(day);
  });
  const rest = words.slice(0, -1).join(', ');
  return rest === '' ? words.join('') : `${rest} and ${words.at(-1)}`;
}

/** A refusal of the domain as a sentence; it names days as `2026-12-01`, and a person reads them as days. */
function sayRefusal({ message, fields }: DomainError): string {
  const [problem] = fields;
  if (!problem) return message;
  const said = problem.message.replace(/\d{4}-\d\d-\d\d/g, (day) => sayLocalDay(day));
  const named = `The ${problem.path === 'to' ? 'last' : 'first'} day ${said}.`;
  return message === 'The pause needs another look.' ? named : `${message} ${named}`;
}

export interface ListedPause {
  readonly pause: Pause;
  readonly days: string;
  readonly kind: string;
  readonly standing: 'ahead' | 'running' | 'over';
}

/** Pauses of a sprint, the latest first. */
export const listPauses = (sprint: Sprint, now: Date): ListedPause[] =>
  [...sprint.pauses]
    .sort((a, b) => (a.from < b.from ? 1 : -1))
    .map((pause) => ({
      pause,
      days:
        pause.from === pause.to ? sayLocalDay(pause.from) : `${sayLocalDay(pause.from)} to ${sayLocalDay(pause.to)}`,
      kind: pause.kind === 'illness' ? 'Illness' : 'Days off',
      standing: standingOfPause(sprint, pause, now),
    }));

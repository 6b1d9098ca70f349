import { type LocalDay, type StreakDay } from '@podmates/domain';
import { addDays, weekdayOf } from '@podmates/domain/time';
import { sayLocalDay } from '../schedule/say-time';

export interface HeatCell {
  readonly day: LocalDay;
  /** Null: no slot was planned on this day. */
  readonly slot: StreakDay | null;
  /** What a screen reader and the detail say: day, state, reason. */
  readonly words: string;
}

export interface HeatWeek {
  readonly monday: LocalDay;
  readonly cells: readonly HeatCell[];
}

/** Name and sign of each state: colour alone tells nobody everything. */
export const STATES: Record<StreakDay['state'], { name: string; sign: string; meaning: string }> = {
  done: { name: 'Done', sign: '✓', meaning: 'checked in on its day' },
  late: { name: 'Late', sign: '◔', meaning: 'checked in within 12 hours after it' },
  madeUp: { name: 'Made up', sign: '↻', meaning: 'missed, and made up in its week' },
  frozen: { name: 'Frozen', sign: '❄', meaning: 'missed, and a freeze kept the streak' },
  missed: { name: 'Missed', sign: '–', meaning: 'no check-in; the streak began anew' },
  excused: { name: 'Excused', sign: '○', meaning: 'neither adds nor ends' },
  rest: { name: 'Rest', sign: '~', meaning: 'neither adds nor ends' },
  open: { name: 'Open', sign: '', meaning: 'still to come' },
};

/**
 * Calendar weeks from Monday, oldest first, around the slots of a sprint. A slot's day is its label, whatever
 * instants it has; two slots on one day (a move over the date line) show the later one by `seq`.
 */
export function heatWeeks(days: readonly StreakDay[]): HeatWeek[] {
  const bySeq = [...days].sort((a, b) => a.seq - b.seq);
  const byDay = new Map(bySeq.map((day) => [day.label, day]));
  const labels = [...byDay.keys()].sort();
  const [first, last] = [labels[0], labels.at(-1)];
  if (!first || !last) return [];
  const weeks: HeatWeek[] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) {
    const cells = Array.from({ length: 7 }, (_, weekday) => cellAt(addDays(monday, weekday), byDay));
    weeks.push({ monday, cells });
  }
  return weeks;
}

function cellAt(day: LocalDay, byDay: ReadonlyMap<LocalDay, StreakDay>): HeatCell {
  const slot = byDay.get(day) ?? null;
  return { day, slot, words: slot ? `${sayLocalDay(day)}: ${STATES[slot.state].name}. ${slot.reason}` : '' };
}

const mondayOf = (day: LocalDay): LocalDay => addDays(day, 1 - weekdayOf(day));

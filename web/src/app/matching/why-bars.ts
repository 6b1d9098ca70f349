import { type MatchWhy } from '@podmates/domain';

export interface WhyBar {
  readonly label: string;
  /** 0–100, as the bar is drawn. */
  readonly percent: number;
  readonly words: string;
}

/** The same numbers that decided, in the order in which people ask: can we meet, are we alike. */
export const whyBars = (why: MatchWhy): WhyBar[] => [
  bar('Shared hours', why.sharedHours, ['few hours in common', 'some hours in common', 'many hours in common']),
  bar('Goal', why.goal, ['different goals', 'goals that fit together', 'the same kind of goal']),
  bar('Experience', why.experience, ['quite different', 'a little different', 'much alike']),
  bar('Time zone', why.zone, ['far apart', 'some hours apart', 'close together']),
];

function bar(label: string, factor: number, [low, middle, high]: readonly [string, string, string]): WhyBar {
  return { label, percent: Math.round(factor * 100), words: factor < 0.34 ? low : factor < 0.67 ? middle : high };
}

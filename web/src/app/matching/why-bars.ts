import { type MatchWhy } from '@podmates/domain';
import { type MatchFactor, MATCHING_WEIGHTS } from '@podmates/domain/matching';

export interface WhyBar {
  readonly label: string;
  /** 0–100, as the bar is drawn. */
  readonly percent: number;
  readonly words: string;
  /** How much it counts in the choice of company. */
  readonly counts: string;
}

/** Label, and what a low, a middling and a high factor says. */
const WORDS: Record<MatchFactor, readonly [label: string, low: string, middle: string, high: string]> = {
  sharedHours: ['Shared hours', 'just enough in common', 'a few in common', 'many hours in common'],
  waiting: ['Time waited', 'some hours so far', 'about a day', 'more than a day'],
  goal: ['Focus', 'different ones', 'some in common', 'the same, or kept open'],
  size: ['Pod size', 'two: you know each other soon', 'small', 'goes on when one is away'],
  experience: ['Experience', 'quite different', 'a little different', 'much alike'],
  style: ['Style', 'different ones', 'some in common', 'they go together'],
  zone: ['Time of day', 'far apart', 'some hours apart', 'close together'],
  company: ['Met before', 'new faces', 'some would like to meet again', 'all would like to meet again'],
};
/** What makes one company better than another; the wait is the same in each, and decides only who comes first. */
const FIT = (Object.keys(WORDS) as MatchFactor[])
  .filter((factor) => factor !== 'waiting')
  .sort((a, b) => MATCHING_WEIGHTS[b] - MATCHING_WEIGHTS[a]);
const ALL_OF_FIT = FIT.reduce((sum, factor) => sum + MATCHING_WEIGHTS[factor], 0);

const countsOf = (factor: MatchFactor): string =>
  factor === 'waiting'
    ? 'decides who comes first'
    : `counts ${Math.round((MATCHING_WEIGHTS[factor] / ALL_OF_FIT) * 100)} %`;

/** The same numbers that decided, the weightiest first. */
export const whyBars = (why: MatchWhy): WhyBar[] =>
  [...FIT, 'waiting' as const].map((factor) => {
    const [label, low, middle, high] = WORDS[factor];
    const value = why[factor];
    return {
      label,
      percent: Math.round(value * 100),
      words: value < 0.34 ? low : value < 0.67 ? middle : high,
      counts: countsOf(factor),
    };
  });

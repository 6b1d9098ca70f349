import { type MatchWhy } from '@podmates/domain';
import { type MatchFactor, MATCHING_WEIGHTS } from '@podmates/domain/matching';

export interface WhyBar {
  readonly label: string;
  /** 0–100, as the bar is drawn. */
  readonly percent: number;
  readonly words: string;
  /** How much of the comparison this factor is, in percent. */
  readonly share: number;
}

/** Label, and what a low, a middling and a high factor says. */
const WORDS: Record<MatchFactor, readonly [label: string, low: string, middle: string, high: string]> = {
  sharedHours: ['Shared hours', 'just enough in common', 'a few in common', 'many hours in common'],
  waiting: ['Time waited', 'less than a day so far', 'between one and two days', 'two days or more'],
  goal: ['Focus', 'different ones', 'some in common', 'the same, or kept open'],
  size: ['Pod size', 'two: you know each other soon', 'small', 'goes on when one is away'],
  experience: ['Experience', 'quite different', 'a little different', 'much alike'],
  style: ['Style', 'different ones', 'some in common', 'they go together'],
  zone: ['Time of day', 'far apart', 'some hours apart', 'close together'],
  company: ['Met before', 'new faces', 'some would like to meet again', 'all would like to meet again'],
};
const FACTORS = (Object.keys(WORDS) as MatchFactor[]).sort((a, b) => MATCHING_WEIGHTS[b] - MATCHING_WEIGHTS[a]);
const ALL_WEIGHTS = FACTORS.reduce((sum, factor) => sum + MATCHING_WEIGHTS[factor], 0);

/** The same numbers that decided, the weightiest first. */
export const whyBars = (why: MatchWhy): WhyBar[] =>
  FACTORS.map((factor) => {
    const [label, low, middle, high] = WORDS[factor];
    const value = why[factor];
    return {
      label,
      percent: Math.round(value * 100),
      words: value < 0.34 ? low : value < 0.67 ? middle : high,
      share: Math.round((MATCHING_WEIGHTS[factor] / ALL_WEIGHTS) * 100),
    };
  });

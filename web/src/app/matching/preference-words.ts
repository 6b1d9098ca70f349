import {
  type Comfort,
  type Focus,
  type Gender,
  type MatchPreferences,
  type PodSize,
  type Style,
} from '@podmates/domain';

interface Choice<T> {
  readonly value: T;
  readonly name: string;
}

export const STYLES: readonly (Choice<Style> & { readonly text: string })[] = [
  { value: 'cheerful', name: 'Cheerful', text: 'Every small step gets a hurray.' },
  { value: 'direct', name: 'Direct', text: 'Plain words, also when it went badly.' },
  { value: 'structured', name: 'Structured', text: 'Lists, numbers, a fixed order.' },
  { value: 'relaxed', name: 'Relaxed', text: 'No pressure, one week at a time.' },
];
export const SIZES: readonly Choice<PodSize>[] = [
  { value: 2, name: 'Two' },
  { value: 3, name: 'Three, the usual' },
  { value: 4, name: 'Four' },
];
export const GENDERS: readonly Choice<Gender | null>[] = [
  { value: null, name: 'Rather not say' },
  { value: 'woman', name: 'A woman' },
  { value: 'man', name: 'A man' },
  { value: 'non-binary', name: 'Non-binary' },
];
export const COMFORTS: readonly Choice<Comfort | null>[] = [
  { value: null, name: 'Anybody' },
  { value: 'same', name: 'Only people of my gender' },
  { value: 'woman', name: 'Only women' },
  { value: 'man', name: 'Only men' },
  { value: 'non-binary', name: 'Only non-binary people' },
];
export const FOCUS_NAMES: Record<Focus, string> = {
  strength: 'Strength',
  endurance: 'Endurance',
  mobility: 'Mobility',
  writing: 'Writing code',
  testing: 'Testing',
  refactoring: 'Refactoring',
};

/** The wishes that differ from none, for a review: `Direct or structured`, `Pods of two or three`, `Only women`. */
export function sayPreferences({ styles, sizes, comfort }: MatchPreferences): string[] {
  const named = STYLES.filter(({ value }) => styles.includes(value)).map(({ name }) => name.toLowerCase());
  const counts = SIZES.filter(({ value }) => sizes.includes(value)).map(({ value }) => COUNTS[value]);
  return [
    named.length > 0 ? capital(either(named)) : 'Any style',
    counts.length < SIZES.length ? `Pods of ${either(counts)}` : 'Pods of any size',
    ...(comfort === null ? [] : [COMFORTS.find(({ value }) => value === comfort)?.name ?? '']),
  ];
}

const COUNTS: Record<PodSize, string> = { 2: 'two', 3: 'three', 4: 'four' };
const either = (words: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

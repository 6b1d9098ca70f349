import { type Candidate } from './candidate';
import { diceOf } from './engine/turn';

export const EXAMPLE_NOW = new Date('2026-11-23T12:00:00Z');
const ZONES = ['Europe/Berlin', 'Europe/London', 'America/New_York', 'Asia/Kolkata'] as const;
const STYLES = ['cheerful', 'direct', 'structured', 'relaxed'] as const;

/** For tests: somebody in Berlin who could meet on three Monday hours. */
export const aCandidate = (id: string, fields: Partial<Candidate> = {}): Candidate => ({
  id,
  zone: 'Europe/Berlin',
  hours: [16, 17, 18],
  experience: 3,
  styles: [],
  track: 'gym',
  focus: null,
  language: 'en',
  ageGroup: null,
  waitingSince: EXAMPLE_NOW,
  blocks: [],
  recent: [],
  favourites: [],
  sizes: [2, 3, 4],
  comfort: null,
  gender: null,
  ...fields,
});

/**
 * For tests: people of every kind, the same for the same seed. Their hours are a few short windows of the week, so
 * that some can meet many and some nobody; relations, comfort and sizes are rarer, as they are in life.
 */
export function somePeople(count: number, seed: number, fields: Partial<Candidate> = {}): Candidate[] {
  const dice = diceOf(seed);
  const upTo = (most: number): number => Math.floor(dice() * most);
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length)] as T;
  const sometimes = <T>(share: number, make: () => T, otherwise: T): T => (dice() < share ? make() : otherwise);
  const somebody = (): string => `p${upTo(count)}`;
  return Array.from({ length: count }, (_, n) => {
    const windows = Array.from({ length: 2 + upTo(5) }, () => ({ start: upTo(60), length: 2 + upTo(3) }));
    const hours = windows.flatMap(({ start, length }) => Array.from({ length }, (_hour, more) => start + more));
    return aCandidate(`p${n}`, {
      zone: pick(ZONES),
      hours: [...new Set(hours)].sort((a, b) => a - b),
      experience: 1 + upTo(5),
      styles: STYLES.filter(() => dice() < 0.4),
      focus: pick([null, 'strength', 'mobility']),
      language: sometimes(0.1, () => 'de', 'en'),
      waitingSince: new Date(EXAMPLE_NOW.getTime() - upTo(96) * 3_600_000),
      blocks: sometimes(0.1, () => [somebody()], []),
      recent: sometimes(0.1, () => [somebody(), somebody()], []),
      favourites: sometimes(0.15, () => [somebody(), somebody()], []),
      sizes: sometimes(0.25, () => pick([[2], [3], [4], [2, 3], [3, 4]]), [2, 3, 4]),
      comfort: sometimes(0.1, () => pick(['same', 'woman']), null),
      gender: pick(['woman', 'man', 'non-binary', null]),
      ...fields,
    });
  });
}

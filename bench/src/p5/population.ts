import { circlesOf } from './circles';
import { Draw, type Weighted } from './draw';
import { type Candidate } from '@podmates/domain/matching';
import { utcHours, type WeeklyWindow, windowsAtRandom, windowsOfSomebody } from './weekly-windows';

/** The moment that every instance is made for and run at: a Monday noon in winter. */
export const NOW = new Date('2026-11-23T12:00:00Z');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Where people are and which language they ask for, in thousandths: Europe, then the Americas, few elsewhere. */
const PLACES: Weighted<readonly [zone: string, language: string]> = [
  [['Europe/Berlin', 'de'], 140],
  [['Europe/Berlin', 'en'], 60],
  [['Europe/London', 'en'], 130],
  [['Europe/Paris', 'fr'], 50],
  [['Europe/Paris', 'en'], 20],
  [['Europe/Madrid', 'es'], 50],
  [['Europe/Warsaw', 'en'], 40],
  [['America/New_York', 'en'], 130],
  [['America/New_York', 'es'], 10],
  [['America/Chicago', 'en'], 70],
  [['America/Los_Angeles', 'en'], 90],
  [['America/Mexico_City', 'es'], 40],
  [['America/Sao_Paulo', 'pt'], 50],
  [['Asia/Kolkata', 'en'], 60],
  [['Asia/Singapore', 'en'], 25],
  [['Australia/Sydney', 'en'], 30],
  [['Pacific/Auckland', 'en'], 5],
];
const GOALS: Weighted<readonly [track: string, focus: string | null]> = [
  [['gym', 'strength'], 22],
  [['gym', 'endurance'], 16],
  [['gym', 'mobility'], 8],
  [['gym', null], 9],
  [['dotnet-prompting', 'writing'], 16],
  [['dotnet-prompting', 'testing'], 12],
  [['dotnet-prompting', 'refactoring'], 10],
  [['dotnet-prompting', null], 7],
];
const FOCUSES: Weighted<string | null> = GOALS.filter(([[track]]) => track === 'gym').map(([[, focus], share]) => [
  focus,
  share,
]);
const EXPERIENCE: Weighted<number> = [
  [1, 20],
  [2, 27],
  [3, 28],
  [4, 16],
  [5, 9],
];
const STYLES = ['cheerful', 'direct', 'structured', 'relaxed'] as const;
const AGE_GROUPS: Weighted<string> = [
  ['adult', 94],
  ['younger', 6],
];
const GENDERS: Weighted<string | null> = [
  ['woman', 44],
  ['man', 42],
  ['non-binary', 4],
  [null, 10],
];
const SIZES: Weighted<readonly number[]> = [
  [[2, 3, 4], 82],
  [[2, 3], 7],
  [[3, 4], 5],
  [[2], 6],
];

type Ties = Pick<Candidate, 'blocks' | 'recent' | 'favourites'>;
const NO_TIES: Ties = { blocks: [], recent: [], favourites: [] };

/** People as a season would bring them. The same count and seed give the same people. */
export function realisticPeople(count: number, seed: number): Candidate[] {
  const draw = new Draw(seed);
  return withTies(
    Array.from({ length: count }, (_, nth) => somebody(`person-${nth}`, draw)),
    draw,
  );
}

/** People of one goal and one language: what a run has to sort out among those who may meet at all. */
export const oneCircle = (count: number, seed: number): Candidate[] => circle(count, seed);

/** … who also live in one zone, so that most may meet most. */
export const oneCity = (count: number, seed: number): Candidate[] => circle(count, seed, 'Europe/London');

/** … who also share two hours, and mind nobody: any two may meet. */
export const anyTwo = (count: number, seed: number): Candidate[] =>
  oneCity(count, seed).map((person) => ({
    ...person,
    hours: [...new Set([...person.hours, ...HOURS_OF_ALL])].sort((a, b) => a - b),
    ageGroup: 'adult',
    comfort: null,
    ...NO_TIES,
  }));
const HOURS_OF_ALL = [18, 19];

function circle(count: number, seed: number, everybodysZone?: string): Candidate[] {
  const draw = new Draw(seed);
  const people = Array.from({ length: count }, (_, nth) => {
    const person = somebody(`person-${nth}`, draw);
    const zone = everybodysZone ?? person.zone;
    return {
      ...person,
      zone,
      hours: hoursOf(draw, zone, windowsOfSomebody),
      track: 'gym',
      focus: draw.weighted(FOCUSES),
      language: 'en',
    };
  });
  return withTies(people, draw);
}

export function somebody(id: string, draw: Draw): Candidate {
  const [zone, language] = draw.weighted(PLACES);
  const [track, focus] = draw.weighted(GOALS);
  const gender = draw.weighted(GENDERS);
  return {
    id,
    zone,
    hours: hoursOf(draw, zone, windowsOfSomebody),
    experience: draw.weighted(EXPERIENCE),
    styles: draw.some(STYLES, draw.integer(0, 2)),
    track,
    focus,
    language,
    ageGroup: draw.weighted(AGE_GROUPS),
    waitingSince: waitingSince(draw),
    ...NO_TIES,
    sizes: draw.weighted(SIZES),
    comfort: comfortOf(gender, draw),
    gender,
  };
}

/** People whose short windows are spread over the week, in as many tracks as leave each about `degree` others to meet. */
export function sparsePeople(count: number, seed: number, degree: number): Candidate[] {
  const draw = new Draw(seed);
  const tracks = Math.max(1, Math.round((count * CHANCE_TO_SHARE_HOURS) / degree));
  const people = Array.from({ length: count }, (_, nth) => ({
    ...somebody(`person-${nth}`, draw),
    hours: hoursOf(draw, 'UTC', windowsAtRandom),
    track: `track-${draw.integer(1, tracks)}`,
    language: 'en',
    ageGroup: 'adult',
  }));
  return withTies(people, draw);
}

/** The same people, who all want one podmate: what is left of matching then is pairing. */
export const pairsOnly = (people: readonly Candidate[]): Candidate[] =>
  people.map((person) => ({ ...person, sizes: [2] }));

/** Measured once for `windowsAtRandom`: two of them share two hours or more. */
const CHANCE_TO_SHARE_HOURS = 0.1;

function hoursOf(draw: Draw, zone: string, windows: (draw: Draw) => WeeklyWindow[]): number[] {
  const hours = utcHours(windows(draw), offsetHours(zone));
  return hours.length >= 2 ? hours : hoursOf(draw, zone, windows);
}

/** Six in ten wait since today; a few for weeks. Whole minutes, so that many wait equally long. */
const waitingSince = (draw: Draw): Date => {
  const minutes = Math.floor(draw.exponential(1.1 * DAY_MS) / 60_000);
  return new Date(NOW.getTime() - minutes * 60_000);
};

function comfortOf(gender: string | null, draw: Draw): string | null {
  if (gender === 'woman' && draw.chance(0.12)) return draw.of(['same', 'woman']);
  if (gender === 'non-binary' && draw.chance(0.2)) return 'same';
  return gender !== null && draw.chance(0.01) ? 'same' : null;
}

/** Few block, a third have met somebody lately, some of whom both liked. Ties only matter among those who could meet. */
function withTies(people: readonly Candidate[], draw: Draw): Candidate[] {
  const circles = circlesOf(people).map((circle) => circle.map((nth) => people[nth]!));
  const ties = new Map(people.map(({ id }) => [id, { blocks: [], recent: [], favourites: [] } as MutableTies]));
  for (const circle of circles) {
    for (const { id } of circle) {
      const other = draw.of(circle).id;
      if (other === id) continue;
      const [own, others] = [ties.get(id)!, ties.get(other)!];
      if (draw.chance(0.03)) own.blocks.push(other);
      else if (draw.chance(0.16)) {
        own.recent.push(other);
        others.recent.push(id);
        if (draw.chance(0.4)) own.favourites.push(other);
        if (draw.chance(0.4)) others.favourites.push(id);
      }
    }
  }
  return people.map((person) => ({ ...person, ...ties.get(person.id) }));
}

interface MutableTies {
  readonly blocks: string[];
  readonly recent: string[];
  readonly favourites: string[];
}

const offsets = new Map<string, number>();

/** How far a zone's wall clock is ahead of UTC at `NOW`, in hours. */
function offsetHours(zone: string): number {
  const known = offsets.get(zone);
  if (known !== undefined) return known;
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
    NOW,
  );
  const offset = (Date.parse(`${wall.replace(' ', 'T')}Z`) - NOW.getTime()) / HOUR_MS;
  offsets.set(zone, offset);
  return offset;
}

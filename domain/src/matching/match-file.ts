import * as z from 'zod';
import { DomainError, pathAsWritten } from '../contracts';
import { TimeZone } from '../documents';
import { POD_SIZE } from './can-meet';
import { type Candidate } from './candidate';
import { HOURS_IN_WEEK } from './week-hours';

/** People at most in one file; a run of this many takes seconds. */
const MOST_PEOPLE = 1_000_000;
const MOST_NAMED = 1_000_000;
const Name = z.string().min(1, 'is empty').max(200, 'is longer than 200 characters');
const Names = z.array(Name).max(MOST_NAMED);
const WeekInstant = z.number().min(0, 'is before 0').max(HOURS_IN_WEEK, 'is after 168');
const Instant = z.iso.datetime({ offset: true, error: 'is not an instant (2026-11-23T12:00:00Z)' });

const Person = z.object({
  id: Name,
  zone: TimeZone,
  /** Windows of the UTC week in hours from Monday 00:00; one that ends before it starts goes over the week's end. */
  week: z
    .array(
      z.tuple([WeekInstant, WeekInstant]).refine(([start, end]) => start !== end, 'starts and ends at the same hour'),
    )
    .max(HOURS_IN_WEEK),
  experience: z.number().int('is not a whole number').min(1, 'is below 1').max(5, 'is above 5'),
  style: z.array(Name).max(50),
  /** `track` or `track:focus`. */
  goal: Name,
  language: Name,
  waitingSince: Instant,
  blocks: Names,
  recent: Names,
  favourites: Names,
  sizes: z
    .array(z.number().int().min(POD_SIZE.least, 'is below 2').max(POD_SIZE.most, 'is above 4'))
    .min(1, 'names no size'),
  comfort: Name.nullable(),
  gender: Name.nullable(),
  leftOut: z.number().int('is not a whole number').min(0, 'is below 0').max(1_000_000, 'is above 1000000').optional(),
});

const MatchFileShape = z.object({
  seed: z.number().int('is not a whole number').min(0).max(Number.MAX_SAFE_INTEGER),
  now: Instant,
  people: z.array(z.unknown()).max(MOST_PEOPLE),
  groups: z.array(z.object({ members: z.array(Name).max(100) })).optional(),
});

/** A run of the engine, read from a file. `groups`: groupings to score, where the file names any. */
export interface MatchFile {
  readonly seed: number;
  readonly now: Date;
  readonly people: readonly Candidate[];
  readonly groups: readonly (readonly Candidate[])[] | null;
}

/**
 * Reads what `docs/matching.md` describes. @throws DomainError 'invalid-argument' whose `fields` name each bad field by
 * its path, as in `people[3].week[0][1]`.
 */
export function readMatchFile(content: unknown): MatchFile {
  const { seed, now, people, groups } = parsed(MatchFileShape, content, []);
  const known = new Map<string, Candidate>();
  // One by one, so that what a person was checked with is gone before the next: a third of the memory of a large file.
  people.forEach((entry, n) => {
    const person = parsed(Person, entry, ['people', n]);
    if (known.has(person.id)) throw refused([{ path: ['people', n, 'id'], message: 'stands for somebody already' }]);
    known.set(person.id, candidateFrom(person));
  });
  const memberOf = (id: string, group: number, n: number): Candidate => {
    const member = known.get(id);
    if (member) return member;
    throw refused([{ path: ['groups', group, 'members', n], message: 'is nobody in people' }]);
  };
  return {
    seed,
    now: new Date(now),
    people: [...known.values()],
    groups: groups?.map(({ members }, group) => members.map((id, n) => memberOf(id, group, n))) ?? null,
  };
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, at: readonly PropertyKey[]): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw refused(result.error.issues.map(({ path, message }) => ({ path: [...at, ...path], message })));
}

function candidateFrom(person: z.infer<typeof Person>): Candidate {
  const goal = person.goal.indexOf(':');
  return {
    id: person.id,
    zone: person.zone,
    hours: hoursOf(person.week),
    experience: person.experience,
    styles: person.style.map(plain),
    track: plain(goal < 0 ? person.goal : person.goal.slice(0, goal)),
    focus: goal < 0 ? null : plain(person.goal.slice(goal + 1)) || null,
    language: plain(person.language),
    ageGroup: null,
    waitingSince: new Date(person.waitingSince),
    blocks: person.blocks,
    recent: person.recent,
    favourites: person.favourites,
    sizes: person.sizes,
    comfort: person.comfort === null ? null : comfortNamed(plain(person.comfort)),
    gender: person.gender === null ? null : genderNamed(plain(person.gender)),
    ...(person.leftOut === undefined ? {} : { leftOut: person.leftOut }),
  };
}

/** The whole hours inside the windows, ascending. */
function hoursOf(week: readonly (readonly [number, number])[]): number[] {
  const covered = new Uint8Array(HOURS_IN_WEEK);
  for (const [start, end] of week) {
    const until = end > start ? end : end + HOURS_IN_WEEK;
    for (let hour = Math.ceil(start); hour + 1 <= until; hour += 1) covered[hour % HOURS_IN_WEEK] = 1;
  }
  return Array.from({ length: HOURS_IN_WEEK }, (_, hour) => hour).filter((hour) => covered[hour] === 1);
}

const plain = (name: string): string => name.trim().toLowerCase();

const GENDERS: Readonly<Record<string, string>> = { women: 'woman', female: 'woman', men: 'man', male: 'man' };
const genderNamed = (name: string): string => GENDERS[name] ?? name;

/** `women`, `women-only` and `woman` say the same; `any` says nothing. */
function comfortNamed(name: string): string | null {
  const bare = name.replace(/[- ]?only[- ]?/, '');
  if (bare === '' || bare === 'any' || bare === 'anyone') return null;
  return bare === 'same-gender' || bare === 'same' ? 'same' : genderNamed(bare);
}

const refused = (problems: readonly { path: readonly PropertyKey[]; message: string }[]): DomainError =>
  new DomainError(
    'invalid-argument',
    'This is no file of people to match.',
    problems.map(({ path, message }) => ({ path: pathAsWritten(path), message })),
  );

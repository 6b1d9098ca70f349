import * as z from 'zod';
import { DomainError } from '../contracts';
import { LIMITS, type Track } from '../documents';

/** What one session may hold for the coach. A file beyond it is refused with the path of what is too much. */
export const COACH_LIMITS = {
  members: 20, // a pod has four; a file may describe a larger circle
  notes: 5_000,
  noteText: 20_000, // the product's own notes are shorter; a file may hold a pasted transcript
  allText: 4_000_000, // characters of all notes together, some seconds' work
  openItems: 500,
  itemText: 500,
  minutes: 480,
} as const;

const Key = z.string().min(1, 'is empty').max(200, 'is longer than 200 characters');
const Count = z.number().int('is not a whole number').min(0, 'is below 0').max(100_000, 'is above 100000');
const Instant = z.iso.datetime({ offset: true, error: 'is not an instant (2026-11-23T18:00:00Z)' });
const Day = z.iso.date({ error: 'is not a date (2026-11-23)' });

export const CoachNoteKind = z.enum(['win', 'block', 'next', 'note'], { error: 'is not win, block, next or note' });
export type CoachNoteKind = z.infer<typeof CoachNoteKind>;

const MemberEntry = z.object({
  id: Key,
  name: z
    .string()
    .min(1, 'is empty')
    .max(LIMITS.displayName * 2, 'is longer than 120 characters'),
  /** Whether the coach may read what this member wrote in this session. */
  aiConsent: z.boolean(),
  present: z.boolean(),
  /** Slots in a row that were kept, and planned slots missed since the last session. */
  streak: Count,
  missed: Count,
});
const OpenItemEntry = z.object({
  id: Key,
  member: Key,
  text: z.string().min(1, 'is empty').max(COACH_LIMITS.itemText, 'is longer than 500 characters'),
  since: Day,
});
const NoteEntry = z.object({
  id: Key,
  member: Key,
  kind: CoachNoteKind,
  text: z.string().max(COACH_LIMITS.noteText, 'is longer than 20000 characters'),
  private: z.boolean(),
  at: Instant,
});
const SessionEntry = z.object({
  template: z.enum(['gym', 'prompting'], { error: 'is not gym or prompting' }),
  minutes: z.number().int('is not a whole number').min(1, 'is below 1').max(COACH_LIMITS.minutes, 'is above 480'),
  members: z.array(MemberEntry).min(1, 'names nobody').max(COACH_LIMITS.members, 'has more than 20'),
  openItems: z.array(OpenItemEntry).max(COACH_LIMITS.openItems, 'has more than 500'),
  notes: z.array(NoteEntry).max(COACH_LIMITS.notes, 'has more than 5000'),
});

export type CoachMember = z.infer<typeof MemberEntry>;
/** What somebody took on earlier and had not done when this session began. `since`: the day it was taken on. */
export type OpenItem = z.infer<typeof OpenItemEntry>;
export interface CoachNote {
  readonly id: string;
  readonly member: string;
  readonly kind: CoachNoteKind;
  readonly text: string;
  /** For its author alone; the coach never reads it. */
  readonly private: boolean;
  readonly at: Date;
}

/** One session as the coach is given it. Every `member` is one of `members`; ids are unique. */
export interface CoachSession {
  readonly track: Track;
  /** Length of the session. */
  readonly minutes: number;
  readonly members: readonly CoachMember[];
  readonly openItems: readonly OpenItem[];
  readonly notes: readonly CoachNote[];
}

const TRACKS = { gym: 'gym', prompting: 'dotnet-prompting' } as const satisfies Record<string, Track>;

/**
 * Reads what `docs/coach.md` describes. @throws DomainError 'invalid-argument' whose `fields` name each bad field by
 * its path, as in `notes[3].at`.
 */
export function readCoachFile(content: unknown): CoachSession {
  const result = SessionEntry.safeParse(content);
  if (!result.success) throw refused(result.error.issues);
  const { template, minutes, members, openItems, notes } = result.data;
  const known = new Set(members.map(({ id }) => id));
  const problems = [
    ...repeatedIds('members', members),
    ...repeatedIds('openItems', openItems),
    ...repeatedIds('notes', notes),
    ...strangers('openItems', openItems, known),
    ...strangers('notes', notes, known),
  ];
  const characters = notes.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > COACH_LIMITS.allText)
    problems.push({ path: ['notes'], message: `has more than ${COACH_LIMITS.allText} characters of text` });
  if (problems.length > 0) throw refused(problems);
  return {
    track: TRACKS[template],
    minutes,
    members,
    openItems,
    notes: notes.map((note) => ({ ...note, at: new Date(note.at) })),
  };
}

interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function repeatedIds(list: string, entries: readonly { readonly id: string }[]): Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, n) => {
    if (seen.has(id)) return { path: [list, n, 'id'], message: 'stands for another already' };
    seen.add(id);
    return [];
  });
}

const strangers = (list: string, entries: readonly { readonly member: string }[], known: ReadonlySet<string>) =>
  entries.flatMap(({ member }, n): Problem[] =>
    known.has(member) ? [] : [{ path: [list, n, 'member'], message: 'is nobody in members' }],
  );

/** A file with everything wrong would make as many lines as it has fields. */
const MOST_PROBLEMS = 20;

const refused = (problems: readonly Problem[]): DomainError =>
  new DomainError(
    'invalid-argument',
    'This is no session for the coach.',
    problems.slice(0, MOST_PROBLEMS).map(({ path, message }) => ({ path: said(path), message })),
  );

/** As one would write it in JavaScript: `notes[3].at`. */
const said = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (sofar, key) =>
      typeof key === 'number' ? `${sofar}[${key}]` : sofar === '' ? String(key) : `${sofar}.${String(key)}`,
    '',
  );

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const FOLDER = join(import.meta.dirname, '..', '..', 'sessions');

const Note = z.looseObject({ id: z.string(), member: z.string(), text: z.string(), private: z.boolean() });
const Member = z.looseObject({ id: z.string(), name: z.string(), aiConsent: z.boolean(), present: z.boolean() });
/** What a fair reader wants to find: all `facts`, in one of the wordings each, in lines that cite one of `notes`. */
const Expectation = z.object({
  member: z.string(),
  kind: z.string(),
  notes: z.array(z.string()).min(1),
  facts: z.array(z.array(z.string()).min(1)).min(1),
});
const Written = z.object({
  about: z.string(),
  /** Kept apart while the coach was built; its figures are reported apart. */
  heldOut: z.boolean(),
  session: z.looseObject({
    minutes: z.number(),
    members: z.array(Member),
    openItems: z.array(z.looseObject({ id: z.string() })),
    notes: z.array(Note),
  }),
  expected: z.object({ covers: z.array(Expectation), carried: z.array(z.string()) }),
});
export type Expectation = z.infer<typeof Expectation>;
export type WrittenSession = z.infer<typeof Written> & { readonly name: string };
export type WrittenNote = z.infer<typeof Note>;

/** The sessions in `bench/sessions`, written by hand, by name. */
export const writtenSessions = (): WrittenSession[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      ...Written.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))),
      name: file.replace('.json', ''),
    }));

/** What a coach may read: not private, and by somebody who agreed. */
export function readable({ session }: WrittenSession): WrittenNote[] {
  const agreed = new Set(session.members.filter(({ aiConsent }) => aiConsent).map(({ id }) => id));
  return session.notes.filter((note) => !note.private && agreed.has(note.member));
}

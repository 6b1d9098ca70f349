import { type CoachMember, type CoachNote, type CoachNoteKind, type CoachSession, type OpenItem } from './coach-file';

/** For tests: somebody here who agreed to the coach. */
export const aMember = (id: string, fields: Partial<CoachMember> = {}): CoachMember => ({
  id,
  name: id[0]!.toUpperCase() + id.slice(1),
  aiConsent: true,
  present: true,
  streak: 0,
  missed: 0,
  ...fields,
});

export type NoteInShort = readonly [member: string, kind: CoachNoteKind, text: string, fields?: Partial<CoachNote>];

/** For tests: notes `n1`, `n2` … a minute apart. */
export const someNotes = (...notes: readonly NoteInShort[]): CoachNote[] =>
  notes.map(([member, kind, text, fields], n) => ({
    id: `n${n + 1}`,
    member,
    kind,
    text,
    private: false,
    at: new Date(Date.UTC(2026, 10, 23, 18, n)),
    ...fields,
  }));

export const anItem = (id: string, member: string, text: string): OpenItem => ({
  id,
  member,
  text,
  since: '2026-11-16',
});

/** For tests: Ana and Ben in a gym session of 50 minutes. */
export const aSession = (fields: Partial<CoachSession> = {}): CoachSession => ({
  track: 'gym',
  minutes: 50,
  members: [aMember('ana'), aMember('ben')],
  openItems: [],
  notes: [],
  ...fields,
});

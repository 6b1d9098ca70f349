import {
  AgendaItem,
  agendaPath,
  Attendance,
  attendancePath,
  AttendanceRecord,
  chatPath,
  CheckIn,
  checkInVersionsPath,
  decisionsPath,
  FeedEvent,
  feedPath,
  LIMITS,
  MatchRequest,
  Member,
  MemberStatus,
  messagesPath,
  NoteKind,
  notesPath,
  PATHS,
  Pod,
  PodDecision,
  PodMessage,
  Presence,
  presencePath,
  privateNotesPath,
  Proposal,
  Relations,
  Session,
  SessionNote,
  type SessionState,
  Slot,
  Sprint,
  Streak,
  Testimony,
  testimoniesPath,
} from '@podmates/domain';
import { type QueryConstraint, serverTimestamp, where } from 'firebase/firestore';
import { AGENDA_CASES, EDITING, WORDS } from './agenda-cases';
import { COACH_POLICY } from './coach-policy';
import { PEERS_POLICY } from './peers-policy';
import { SERVER_POLICY } from './server-policy';
import { type FieldPolicy } from './field-mutations';
import { type Fields, type Person } from './rules-world';
import * as sample from './sample-documents';

/**
 * `owner` is whose document it is; `podmate` shares the pod, proposal or session; `stranger` is another active
 * member; `suspended` does what the owner does, with their own document, while suspended.
 */
export const ROLES = ['owner', 'podmate', 'stranger', 'suspended', 'signed-out'] as const;
export type Role = (typeof ROLES)[number];
export const OPERATIONS = ['get', 'list', 'create', 'update', 'delete'] as const;
export type Operation = (typeof OPERATIONS)[number];

export interface CollectionPolicy {
  /** The collection's path; `{key}` stands for the pod or session it lies in. */
  readonly collection: string;
  readonly schema: { parse(stored: unknown): unknown };
  /** The document's id where it is not free. */
  readonly idOf?: (owner: Person) => string;
  readonly stored: (owner: Person) => Fields;
  /** How the app lists the owner's documents. */
  readonly asks?: (owner: Person) => QueryConstraint[];
  readonly allowed: Readonly<Partial<Record<Operation, readonly Role[]>>>;
  /** The states of the session around it in which it may be written. */
  readonly openIn?: readonly SessionState[];
  /** Documents that a client writes itself. */
  readonly writes?: {
    readonly created: (author: Person) => Fields;
    /** What it becomes by an edit; without it no edit is right. */
    readonly edited?: (author: Person) => Fields;
    readonly fields: Readonly<Record<string, FieldPolicy>>;
    /** Fields that an edit must leave alone, each with another value of the right type. */
    readonly immutable?: Fields;
    /** Fields that begin otherwise, with the value that only an edit may give them. */
    readonly onlyByEdit?: Fields;
  };
}

const OWNER = ['owner'] as const;
const GROUP = ['owner', 'podmate'] as const;
const within = (pathOf: (key: string) => string): string => pathOf('{key}');
const byMemberId = (owner: Person) => [where('memberId', '==', owner)];
const byMemberIds = (owner: Person) => [where('memberIds', 'array-contains', owner)];

const byReaderIds = (owner: Person) => [where('readerIds', 'array-contains', owner)];

const FROM_THE_LOBBY: readonly SessionState[] = ['lobby', 'live', 'wrap'];
const TIME: FieldPolicy = { kind: 'server time' };
const AUTHOR: FieldPolicy = { kind: 'author' };
const FLAG: FieldPolicy = { kind: 'flag' };
const text = (longest: number, mayBeEmpty = false): FieldPolicy => ({ kind: 'text', longest, mayBeEmpty });

const NOTE_READERS: FieldPolicy = {
  kind: 'cases',
  mayBeMissing: false,
  denied: {
    'of nobody': [],
    'without the author': ['ben'],
    'with a stranger': ['ana', 'eve'],
    'with what is no id': ['ana', 'not an id'],
    'of five': ['ana', 'ana', 'ben', 'ben', 'sue'],
    'of the wrong type': 'ana',
    'as a map': { ana: true },
  },
  allowed: { 'of the author alone': ['ana'], 'of some': ['ana', 'ben'] },
};

const NOTE_WRITES = {
  created: (author: Person) => ({ ...sample.aNote(author), writtenAt: serverTimestamp() }),
  edited: (author: Person) => ({ ...sample.aNote(author), kind: 'next', text: 'four sessions' }),
  immutable: { writtenAt: new Date('2026-03-03T09:00:00Z'), readerIds: ['ana'] },
  fields: {
    authorId: AUTHOR,
    readerIds: NOTE_READERS,
    kind: { kind: 'one of', values: NoteKind.options },
    text: text(LIMITS.noteText),
    writtenAt: TIME,
  },
} as const satisfies CollectionPolicy['writes'];

/** The one table: whatever is not listed under `allowed` is denied. */
export const POLICY: readonly CollectionPolicy[] = [
  {
    collection: PATHS.memberStatuses,
    schema: MemberStatus,
    idOf: (owner) => owner,
    stored: (owner) => sample.aStatus(owner === 'sue' ? 'suspended' : 'active'),
    allowed: { get: ['owner', 'suspended'] },
  },
  {
    collection: PATHS.members,
    schema: Member,
    idOf: (owner) => owner,
    stored: sample.aMember,
    allowed: { get: OWNER },
  },
  // What a device writes there is the push provider's to read; the domain knows its path alone.
  {
    collection: PATHS.streaks,
    schema: Streak,
    idOf: (owner) => owner,
    stored: sample.aStreak,
    allowed: { get: OWNER },
  },
  {
    collection: PATHS.matchRequests,
    schema: MatchRequest,
    idOf: (owner) => owner,
    stored: sample.aMatchRequest,
    allowed: { get: OWNER },
  },
  {
    collection: PATHS.attendanceRecords,
    schema: AttendanceRecord,
    idOf: (owner) => owner,
    stored: sample.anAttendanceRecord,
    allowed: { get: OWNER },
  },
  // Whom somebody blocked is nobody else's to know, least of all that person's.
  {
    collection: PATHS.relations,
    schema: Relations,
    idOf: (owner) => owner,
    stored: sample.someRelations,
    allowed: { get: OWNER },
  },
  {
    collection: PATHS.sprints,
    schema: Sprint,
    stored: sample.aSprint,
    asks: byMemberId,
    allowed: { get: OWNER, list: OWNER },
  },
  {
    collection: PATHS.slots,
    schema: Slot,
    stored: sample.aSlot,
    asks: byMemberId,
    allowed: { get: OWNER, list: OWNER },
  },
  {
    collection: PATHS.checkIns,
    schema: CheckIn,
    stored: sample.aCheckIn,
    asks: byMemberId,
    allowed: { get: OWNER, list: OWNER },
  },
  {
    collection: within(checkInVersionsPath),
    schema: CheckIn,
    stored: sample.aCheckIn,
    asks: byMemberId,
    allowed: {},
  },
  {
    collection: PATHS.proposals,
    schema: Proposal,
    stored: sample.aProposal,
    asks: byMemberIds,
    allowed: { get: GROUP, list: OWNER },
  },
  {
    collection: PATHS.pods,
    schema: Pod,
    stored: sample.aPod,
    asks: byMemberIds,
    allowed: { get: GROUP, list: OWNER },
  },
  {
    collection: within(feedPath),
    schema: FeedEvent,
    stored: sample.aFeedEvent,
    allowed: { get: GROUP, list: GROUP },
  },
  {
    collection: within(decisionsPath),
    schema: PodDecision,
    stored: sample.aDecision,
    asks: (owner) => [where('askedIds', 'array-contains', owner)],
    allowed: { get: OWNER, list: OWNER },
  },
  {
    collection: within(messagesPath),
    schema: PodMessage,
    stored: sample.aMessage,
    asks: byReaderIds,
    allowed: { get: GROUP, list: OWNER },
  },
  {
    collection: PATHS.sessions,
    schema: Session,
    stored: () => sample.aSession(),
    asks: byMemberIds,
    allowed: { get: GROUP, list: OWNER },
  },
  {
    collection: within(agendaPath),
    schema: AgendaItem,
    stored: sample.anAgendaItem,
    allowed: { get: GROUP, list: GROUP, create: GROUP, update: GROUP },
    openIn: ['scheduled', ...FROM_THE_LOBBY],
    writes: {
      created: (author) => ({
        ...sample.anAgendaItem(author),
        edits: { [author]: 'edit-1' },
        alternatives: {},
        editedAt: serverTimestamp(),
      }),
      edited: (author) => ({
        ...sample.anAgendaItem(author),
        isDone: true,
        rev: 2,
        worded: { by: author, was: WORDS },
        edits: { [author]: 'edit-2' },
        editedAt: serverTimestamp(),
      }),
      fields: {
        title: text(LIMITS.agendaTitle),
        why: text(LIMITS.agendaTitle, true),
        minutes: { kind: 'whole number', least: 1, most: 60 },
        orderKey: { kind: 'order key' },
        isDone: FLAG,
        isRemoved: FLAG,
        rev: { kind: 'revision' },
        editedBy: AUTHOR,
        editedAt: TIME,
        ...AGENDA_CASES,
      },
      immutable: { why: 'Because I say so.' },
      onlyByEdit: {
        isDone: true,
        isRemoved: true,
        worded: { by: 'ana', was: WORDS },
        alternatives: { 'older-edit': { by: 'ben', text: 'Blocks first' }, 'edit-2': { by: 'ana', text: 'Blocks' } },
      },
    },
  },
  {
    collection: within(chatPath),
    schema: PodMessage,
    stored: sample.aMessage,
    asks: byReaderIds,
    allowed: { get: GROUP, list: OWNER },
  },
  {
    collection: within(notesPath),
    schema: SessionNote,
    stored: sample.aNote,
    asks: byReaderIds,
    allowed: { get: GROUP, list: OWNER, create: GROUP, update: OWNER, delete: OWNER },
    openIn: FROM_THE_LOBBY,
    writes: NOTE_WRITES,
  },
  {
    collection: within(privateNotesPath),
    schema: SessionNote,
    stored: sample.aNote,
    asks: (owner) => [where('authorId', '==', owner)],
    allowed: { get: OWNER, list: OWNER, create: GROUP, update: OWNER, delete: OWNER },
    openIn: FROM_THE_LOBBY,
    writes: NOTE_WRITES,
  },
  {
    collection: within(presencePath),
    schema: Presence,
    idOf: (owner) => owner,
    stored: sample.aGoodbye,
    allowed: { get: GROUP, list: GROUP, create: OWNER, update: OWNER },
    openIn: FROM_THE_LOBBY,
    writes: {
      created: sample.aFirstBeat,
      edited: () => ({ ...sample.aBeat(), beatAt: serverTimestamp() }),
      fields: {
        beatAt: TIME,
        isHere: FLAG,
        editing: EDITING,
        since: { kind: 'no choice', others: ['now', null, new Date(0)] },
        earlier: { kind: 'no choice', others: ['none', null, [{ from: new Date(0), to: new Date(1), hasLeft: true }]] },
      },
    },
  },
  {
    collection: within(attendancePath),
    schema: Attendance,
    idOf: (owner) => owner,
    stored: sample.anAttendance,
    allowed: { get: OWNER },
  },
  {
    collection: within(testimoniesPath),
    schema: Testimony,
    idOf: (owner) => owner,
    stored: sample.aTestimony,
    allowed: { get: OWNER },
  },
  ...COACH_POLICY,
  ...PEERS_POLICY,
  ...SERVER_POLICY,
];

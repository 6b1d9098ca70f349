import { type AgendaItem, type CoachAction, type CoachDoc, SCHEMA_VERSION } from '../documents';
import { aSession } from '../sessions/example-session';
import { workingDoc } from './kept-session';

const AT = new Date('2026-06-01T19:00:00Z');

/** For tests: a ready summary of Ana's pod with three questions, the right choice of each the first. */
export const aCoachDoc = (fields: Partial<CoachDoc> = {}): CoachDoc => ({
  ...workingDoc(aSession(), { version: fields.version ?? 1, now: AT }),
  status: 'ready',
  progress: 'done',
  lines: [{ text: 'Ana – win: ran', noteIds: ['n1'] }],
  quiz: [1, 2, 3].map((n) => ({ question: `Which ${n}?`, choices: ['right', 'wrong'], answer: 0, noteIds: ['n1'] })),
  ...fields,
});

/** For tests: a draft of Ana's. */
export const anAction = (fields: Partial<CoachAction> = {}): CoachAction => ({
  id: 'action1',
  sessionId: 'session1',
  podId: 'pod1',
  memberId: 'ana',
  memberIds: ['ana', 'ben', 'cem'],
  text: 'Book the trainer',
  noteIds: ['n1'],
  checklist: [
    { text: 'A time is set', isDone: false },
    { text: 'It happened', isDone: false },
  ],
  status: 'draft',
  answeredAt: null,
  version: 1,
  schemaVersion: SCHEMA_VERSION,
  createdAt: AT,
  ...fields,
});

export const systemItem = (id: string, fields: Partial<AgendaItem> = {}): AgendaItem => ({
  id,
  title: id,
  why: 'Because',
  minutes: 10,
  orderKey: id,
  isDone: false,
  isRemoved: false,
  rev: 1,
  editedBy: 'system',
  editedAt: AT,
  worded: null,
  edits: {},
  alternatives: {},
  ...fields,
});

import {
  AiConsent,
  aiConsentsPath,
  CoachAction,
  CoachBudget,
  CoachDoc,
  coachDocsPath,
  CoachRun,
  PATHS,
  QuizResult,
  quizResultsPath,
  SCHEMA_VERSION,
} from '@podmates/domain';
import { where } from 'firebase/firestore';
import { type CollectionPolicy } from './policy';
import { type Fields, type Person, POD_OF_ANA } from './rules-world';

const AT = new Date('2026-03-02T09:00:00Z');
const KEPT = { version: 1, schemaVersion: SCHEMA_VERSION };

export const aCoachDoc = (): Fields => ({
  sessionId: 'session-1',
  readerIds: [...POD_OF_ANA],
  status: 'ready',
  progress: 'done',
  madeBy: 'rules',
  fellBack: false,
  restoredFrom: null,
  changedBy: null,
  lines: [{ text: 'Ana – win: three sessions', noteIds: ['note-1'] }],
  presentIds: ['ana'],
  presence: [{ memberId: 'ana', stays: [{ from: AT, to: AT }] }],
  agenda: [{ title: 'Wins of the week', minutes: 10, why: 'Begin with what went well.' }],
  carried: [],
  quiz: [{ question: 'Who noted this?', choices: ['Ana', 'Ben'], answer: 0, noteIds: ['note-1'] }],
  erased: null,
  createdAt: AT,
  ...KEPT,
});
export const aCoachAction = (memberId: string): Fields => ({
  sessionId: 'session-1',
  podId: 'pod-1',
  memberId,
  memberIds: [...POD_OF_ANA],
  text: 'four sessions',
  noteIds: ['note-1'],
  checklist: [{ text: 'The bag is packed', isDone: false }],
  status: 'draft',
  answeredAt: null,
  createdAt: AT,
  ...KEPT,
});
const aQuizResult = (): Fields => ({
  sessionId: 'session-1',
  docVersion: 1,
  answers: [0, 1, 1],
  score: 2,
  of: 3,
  answeredAt: AT,
  schemaVersion: SCHEMA_VERSION,
});
const anAiConsent = (): Fields => ({ isAllowed: false, changedAt: AT, ...KEPT });
const aCoachBudget = (): Fields => ({ month: '2026-03', tokens: 1200, schemaVersion: SCHEMA_VERSION });
const aCoachRun = (): Fields => ({
  podId: 'pod-1',
  state: 'waiting',
  dueAt: AT,
  attempts: 0,
  reservedTokens: 0,
  reservedAt: null,
  createdAt: AT,
  ...KEPT,
});

const OWNER = ['owner'] as const;
const GROUP = ['owner', 'podmate'] as const;

/** What the coach keeps: all of it is written by the server. */
export const COACH_POLICY: readonly CollectionPolicy[] = [
  {
    collection: coachDocsPath('{key}'),
    schema: CoachDoc,
    stored: aCoachDoc,
    asks: (owner: Person) => [where('readerIds', 'array-contains', owner)],
    allowed: { get: GROUP, list: OWNER },
  },
  {
    collection: quizResultsPath('{key}'),
    schema: QuizResult,
    idOf: (owner) => owner,
    stored: aQuizResult,
    allowed: { get: OWNER },
  },
  {
    collection: aiConsentsPath('{key}'),
    schema: AiConsent,
    idOf: (owner) => owner,
    stored: anAiConsent,
    allowed: { get: OWNER },
  },
  {
    collection: PATHS.coachActions,
    schema: CoachAction,
    stored: aCoachAction,
    asks: (owner: Person) => [where('memberIds', 'array-contains', owner)],
    allowed: { get: GROUP, list: OWNER },
  },
  { collection: PATHS.coachBudgets, schema: CoachBudget, stored: aCoachBudget, allowed: {} },
  { collection: PATHS.coachRuns, schema: CoachRun, stored: aCoachRun, allowed: {} },
];

import {
  type AgendaItem,
  type CoachAction,
  type CoachDoc,
  type CoachPresence,
  LIMITS,
  SCHEMA_VERSION,
  type Session,
} from '../documents';
import { type ActionDraft, type CoachOutput, OUTPUT_LIMITS } from './coach-output';
import { type CoachSession } from './coach-file';
import { runCoach } from './run-coach';

/** The place of the summary from a session's end until the coach is through with it. */
export const workingDoc = (session: Session, { version, now }: { version: number; now: Date }): CoachDoc => ({
  id: `v${version}`,
  sessionId: session.id,
  version,
  readerIds: [...session.memberIds],
  status: 'working',
  progress: 'waiting',
  madeBy: 'rules',
  fellBack: false,
  restoredFrom: null,
  changedBy: null,
  lines: [],
  presentIds: [...session.joinedIds],
  presence: [],
  agenda: [],
  carried: [],
  quiz: [],
  erased: null,
  schemaVersion: SCHEMA_VERSION,
  createdAt: now,
});

/** The working document with what the coach made; it changes no more but to be erased. */
export function readyDoc(
  working: CoachDoc,
  output: CoachOutput,
  told: Pick<CoachDoc, 'madeBy' | 'fellBack' | 'presence'> & { readonly agenda: readonly AgendaItem[] },
): CoachDoc {
  return {
    ...working,
    status: 'ready',
    progress: 'done',
    madeBy: told.madeBy,
    fellBack: told.fellBack,
    lines: output.summary.map(({ text, cites }) => ({ text, noteIds: cites })),
    presence: told.presence,
    agenda: told.agenda
      .filter(({ isRemoved }) => !isRemoved)
      .slice(0, LIMITS.agendaItems)
      .map(({ title, minutes, why }) => ({ title, minutes, why })),
    carried: output.carried.slice(0, LIMITS.openActions),
    quiz: output.quiz.map(({ question, choices, answer, cites }) => ({ question, choices, answer, noteIds: cites })),
  };
}

/** For whoever was away, what they had written they would do: never more than a suggestion (behaviour 63). */
export function suggestionsFor(session: CoachSession, seed: number): ActionDraft[] {
  const awayIds = session.members.filter(({ present }) => !present).map(({ id }) => id);
  if (awayIds.length === 0) return [];
  const asIfHere = { ...session, members: session.members.map((member) => ({ ...member, present: true })) };
  return runCoach(asIfHere, { seed }).output.actions.filter(({ member }) => awayIds.includes(member));
}

/**
 * The steps to store: drafts of those who are here, suggestions for those who are not, at most two of each member
 * whatever the coach said, and none for somebody who is not of the session. `idOf` gives the id of a member's n-th.
 */
export function actionsToKeep(
  session: Session,
  p: {
    readonly drafts: readonly ActionDraft[];
    readonly suggestions: readonly ActionDraft[];
    readonly hereIds: readonly string[];
    readonly idOf: (memberId: string, n: number) => string;
    readonly now: Date;
  },
): CoachAction[] {
  return session.memberIds.flatMap((memberId) => {
    const isHere = p.hereIds.includes(memberId);
    const own = (isHere ? p.drafts : p.suggestions).filter(({ member }) => member === memberId);
    return own.slice(0, OUTPUT_LIMITS.actionsPerMember).map(({ text, cites, checklist }, n) => ({
      id: p.idOf(memberId, n),
      sessionId: session.id,
      podId: session.podId,
      memberId,
      memberIds: [...session.memberIds],
      text,
      noteIds: [...cites],
      checklist: checklist.map((line) => ({ text: line, isDone: false })),
      status: isHere ? ('draft' as const) : ('suggested' as const),
      answeredAt: null,
      version: 1,
      schemaVersion: SCHEMA_VERSION,
      createdAt: p.now,
    }));
  });
}

/** Who was there when, of every member; within reach of the document. */
export const presenceToKeep = (
  memberIds: readonly string[],
  staysOf: (memberId: string) => readonly { readonly from: Date; readonly to: Date }[],
): CoachPresence[] =>
  memberIds.map((memberId) => ({
    memberId,
    stays: staysOf(memberId)
      .slice(-LIMITS.earlierStays)
      .map(({ from, to }) => ({ from, to })),
  }));

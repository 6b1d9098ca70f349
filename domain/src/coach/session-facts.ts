import { type AgendaItem, type CoachAction, type Session, type SessionNote, type Streak } from '../documents';
import { type CoachMember, type CoachSession, type OpenItem } from './coach-file';

/** What the product knows of a session when the coach is asked about it. */
export interface SessionFacts {
  readonly session: Session;
  /** The pod's notes; private ones are never among them. */
  readonly notes: readonly SessionNote[];
  /** Whose notes the coach may not read: they said so, or a block stands between them and another of the session. */
  readonly silentIds: readonly string[];
  /** Who is here, or is expected before it has begun. */
  readonly hereIds: readonly string[];
  readonly streaks: readonly Streak[];
  /** What members have accepted in earlier sessions and not done. */
  readonly openActions: readonly CoachAction[];
  /** Since when misses are counted. */
  readonly missedSince: Date;
}

/** Who must not be retold to each other: of two with a block between them both. */
export const apartIds = (memberIds: readonly string[], blocksOf: (memberId: string) => readonly string[]): string[] =>
  memberIds.filter((id) =>
    memberIds.some((other) => other !== id && (blocksOf(id).includes(other) || blocksOf(other).includes(id))),
  );

/**
 * The session as the coach reads it. What a silent member wrote is left out before anything looks at it, and so is what
 * somebody wrote who is no longer of the session.
 */
export function coachSessionOf(facts: SessionFacts): CoachSession {
  const { session, silentIds } = facts;
  const speaks = (id: string): boolean => session.memberIds.includes(id) && !silentIds.includes(id);
  return {
    track: session.track,
    minutes: session.minutes,
    members: session.memberIds.map((id) => memberOf(id, facts)),
    openItems: facts.openActions.filter(({ memberId }) => session.memberIds.includes(memberId)).map(itemOf),
    notes: facts.notes
      .filter(({ authorId }) => speaks(authorId))
      .map(({ id, authorId, kind, text, writtenAt }) => ({
        id,
        member: authorId,
        kind,
        text,
        private: false,
        at: writtenAt,
      })),
  };
}

function memberOf(id: string, { session, silentIds, hereIds, streaks, missedSince }: SessionFacts): CoachMember {
  const streak = streaks.find((one) => one.id === id);
  const since = missedSince.toISOString().slice(0, 10);
  return {
    id,
    name: session.names[id] || 'A podmate',
    aiConsent: !silentIds.includes(id),
    present: hereIds.includes(id),
    streak: streak?.current ?? 0,
    missed: streak?.days.filter(({ state, label }) => state === 'missed' && label >= since).length ?? 0,
  };
}

const itemOf = ({ id, memberId, text, answeredAt, createdAt }: CoachAction): OpenItem => ({
  id,
  member: memberId,
  text,
  since: (answeredAt ?? createdAt).toISOString().slice(0, 10),
});

/** The titles that a session's agenda has, as its members may have worded them. */
export const titlesOf = (items: readonly AgendaItem[]): string[] =>
  items.filter(({ isRemoved }) => !isRemoved).map(({ title }) => title);

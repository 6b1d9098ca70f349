import { type Session } from '../documents';

/** Behaviour: every decision of a pod ends within a day, so that none of its people can hold it up. */
export const VOTE_LASTS_MS = 24 * 3_600_000;

export type Verdict = 'agreed' | 'declined' | 'open';
export type Votes = Pick<Session, 'agreedBy' | 'declinedBy'>;

/**
 * What the votes come to. More than half of those who are here, or have answered, carry a time (one of one, two of
 * two, two of three, three of four); once half of them are against it, or nobody is for it, it is declined.
 */
export function verdict(
  votes: Votes,
  among: { readonly memberIds: readonly string[]; readonly awayIds: readonly string[] },
): Verdict {
  const answered = [...votes.agreedBy, ...votes.declinedBy];
  const voters = among.memberIds.filter((id) => answered.includes(id) || !among.awayIds.includes(id));
  if (votes.agreedBy.length * 2 > voters.length) return 'agreed';
  const isLost = votes.declinedBy.length * 2 >= voters.length || votes.agreedBy.length === 0;
  return isLost ? 'declined' : 'open';
}

/** The votes with one member's answer, which may be changed; the same votes when it is theirs already. */
export function withAnswer<V extends Votes>(votes: V, memberId: string, answer: 'agree' | 'decline'): V {
  const [to, from] = answer === 'agree' ? (['agreedBy', 'declinedBy'] as const) : (['declinedBy', 'agreedBy'] as const);
  if (votes[to].includes(memberId)) return votes;
  return { ...votes, [to]: [...votes[to], memberId], [from]: votes[from].filter((id) => id !== memberId) };
}

/** The votes without those who have left. */
export const withoutVoters = <V extends Votes>(votes: V, stays: (id: string) => boolean): V => ({
  ...votes,
  agreedBy: votes.agreedBy.filter(stays),
  declinedBy: votes.declinedBy.filter(stays),
});

/** When a vote that begins now ends: within a day, and no later than any of `limits`. */
export const voteEnd = (now: Date, ...limits: readonly Date[]): Date =>
  new Date(Math.min(now.getTime() + VOTE_LASTS_MS, ...limits.map((limit) => limit.getTime())));

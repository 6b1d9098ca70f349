import { type Challenge, LIMITS, type Relations, type Reviewer, SCHEMA_VERSION } from '../documents';
import { isKeptApart } from '../matching/kept-apart';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Somebody who could look, with what is stored of them at that moment. */
export interface ReviewerCandidate {
  readonly reviewer: Reviewer;
  readonly podId: string | null;
  readonly language: string;
  readonly isAdult: boolean;
  readonly isActive: boolean;
  readonly said: Relations;
}

export interface ReviewNeed {
  readonly challenge: Challenge;
  readonly language: string;
  readonly isAdult: boolean;
  /** Everybody who is or was in the pod of the check-in. */
  readonly podmateIds: readonly string[];
  /** What the check-in's member and those podmates have said of others. */
  readonly said: readonly Relations[];
  /** Who looked at proofs of this member lately, or whose proofs this member looked at: favours cannot be returned. */
  readonly exchangedIds: readonly string[];
  readonly seats: number;
}

export const newReviewer = (memberId: string, p: { isWilling: boolean; draw: number }): Reviewer => ({
  id: memberId,
  ...p,
  openIds: [],
  askedAt: [],
  version: 1,
  schemaVersion: SCHEMA_VERSION,
});

/** Whether somebody has room for one more: two at a time, three a day. */
export function hasRoom({ openIds, askedAt }: Reviewer, now: Date): boolean {
  const today = askedAt.filter((at) => now.getTime() - at.getTime() < DAY_MS);
  return openIds.length < LIMITS.openReviews && today.length < LIMITS.reviewsPerDay;
}

/** The reviewer with one more to look at, and another place in the draw. */
export const withReview = (reviewer: Reviewer, reviewId: string, p: { draw: number; now: Date }): Reviewer => ({
  ...reviewer,
  draw: p.draw,
  openIds: [...reviewer.openIds, reviewId],
  askedAt: [...reviewer.askedAt, p.now].slice(-LIMITS.reviewsPerDay),
  version: reviewer.version + 1,
});

export const withoutReview = (reviewer: Reviewer, reviewId: string): Reviewer =>
  reviewer.openIds.includes(reviewId)
    ? {
        ...reviewer,
        openIds: reviewer.openIds.filter((id) => id !== reviewId),
        version: reviewer.version + 1,
      }
    : reviewer;

const hasMet = (one: Relations, id: string): boolean =>
  one.favourites.includes(id) || one.recent.some(({ memberId }) => memberId === id);

/**
 * Who is asked, in the order in which the draw brings them: willing, with room, outside the pod and of no relation to
 * anybody in it (blocks, reports, favourites, pods of before), of the same age group, of the same language where there
 * is text to read, no two of one pod, and nobody who could return a favour. Fewer than asked for when there are not enough.
 */
export function chooseReviewers(
  candidates: readonly ReviewerCandidate[],
  need: ReviewNeed,
  now: Date,
): ReviewerCandidate[] {
  const chosen: ReviewerCandidate[] = [];
  const pods = new Set(need.challenge.seats.flatMap(({ podId }) => podId ?? []));
  for (const candidate of candidates) {
    if (chosen.length >= need.seats) break;
    if (!mayReview(candidate, need, now) || (candidate.podId !== null && pods.has(candidate.podId))) continue;
    if (chosen.some(({ reviewer }) => reviewer.id === candidate.reviewer.id)) continue;
    if (candidate.podId !== null) pods.add(candidate.podId);
    chosen.push(candidate);
  }
  return chosen;
}

function mayReview({ reviewer, said, ...person }: ReviewerCandidate, need: ReviewNeed, now: Date): boolean {
  const { challenge } = need;
  const { id } = reviewer;
  const nobody = [challenge.memberId, challenge.challengerId, ...challenge.podmateIds, ...challenge.reviewerIds];
  return (
    person.isActive &&
    reviewer.isWilling &&
    hasRoom(reviewer, now) &&
    person.podId !== challenge.podId &&
    person.isAdult === need.isAdult &&
    (challenge.proof.kind === 'image' || person.language === need.language) &&
    ![...nobody, ...need.podmateIds, ...need.exchangedIds].includes(id) &&
    need.said.every((other) => !isKeptApart(said, other) && !hasMet(said, other.id) && !hasMet(other, id))
  );
}

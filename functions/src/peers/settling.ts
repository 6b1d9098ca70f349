import { type Challenge } from '@podmates/domain';
import { isDecided, overturnedSlot, settledCheckIn, withDecision, withoutReview } from '@podmates/domain/peers';
import { auditSlot, readStreakParts, writeSlots } from '../streaks/streak-writer';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';

/**
 * What follows from a decided challenge: the check-in, the slot and the streak counted anew from it, what the challenger
 * learns, and reviews that nobody needs any more. Reads now; what it returns writes. `answeredBy`: whose own review and
 * load are written by who answered.
 */
export async function readSettling(
  unit: UnitOfWork,
  challenge: Challenge,
  by: { answeredBy: string | null; cause: string },
): Promise<() => void> {
  if (!isDecided(challenge)) return () => undefined;
  const { checkIns, challengeRecords, members, reviewers, reviews, slots } = unit.records;
  const { slotId, memberId, challengerId, seats } = challenge;
  const checkIn = await unit.find(checkIns.doc(slotId));
  const settled = checkIn && settledCheckIn(checkIn, challenge);
  const slot = settled ? await unit.find(slots.doc(slotId)) : null;
  const overturned = slot && overturnedSlot(slot, challenge, unit.now);
  const isThere = overturned ? (await unit.find(members.doc(memberId))) !== null : false;
  const parts = overturned && isThere ? await readStreakParts(unit, overturned) : null;
  const record = challengerId === null ? null : await unit.find(challengeRecords.doc(challengerId));
  const waiting = seats.filter(({ answer, reviewerId }) => answer === null && reviewerId !== by.answeredBy);
  const theirReviews = await unit.several(waiting.map(({ reviewId }) => reviews.doc(reviewId)));
  const theirLoads = await unit.several(waiting.map(({ reviewerId }) => reviewers.doc(reviewerId)));

  return () => {
    if (settled) unit.save(checkIns.doc(slotId), settled);
    if (slot && overturned && parts) {
      writeSlots(unit, [overturned], parts);
      auditSlot(unit, { before: slot, after: overturned, actorId: 'system', cause: by.cause });
      const notice = { kind: 'notify', memberId, event: 'proof-overturned', subjectId: slotId } as const;
      unit.send(causeId('proof-overturned', challenge.id), notice);
    }
    if (record && challengerId !== null) {
      unit.save(challengeRecords.doc(challengerId), withDecision(record, slotId, challenge.state));
      const notice = { kind: 'notify', memberId: challengerId, event: 'challenge-decided', subjectId: slotId } as const;
      unit.send(causeId('challenge-decided', challenge.id), notice);
    }
    for (const review of theirReviews)
      unit.save(reviews.doc(review.id), { ...review, state: 'over', version: review.version + 1 });
    for (const load of theirLoads) {
      const mine = waiting.find(({ reviewerId }) => reviewerId === load.id);
      if (mine) unit.save(reviewers.doc(load.id), withoutReview(load, mine.reviewId));
    }
  };
}

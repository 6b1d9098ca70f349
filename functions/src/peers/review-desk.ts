import { type CallableInput, type CallableOutput, DomainError } from '@podmates/domain';
import { isKeptApart } from '@podmates/domain/matching';
import {
  checkChallenge,
  expireChallenge,
  isDecided,
  newReviewer,
  noChallenges,
  openChallenge,
  reviewFor,
  withAnswer,
  withChallenge,
  withoutReview,
  withReview,
  withReviewers,
} from '@podmates/domain/peers';
import { relationsOf } from '../matching/relation-records';
import { eachApart } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { recordsOf } from '../store/records';
import { commit } from '../store/unit-of-work';
import {
  auditChallenge,
  challengeIdOf,
  challengeOfReview,
  reviewIdOf,
  sendForReviewers,
  shareOf,
  writeChallenge,
} from './challenge-records';
import { drawReviewers } from './reviewer-pool';
import { readSettling } from './settling';

/** Challenges looked after by one sweep; the next hour takes the rest. */
const SWEEP_LIMIT = 300;
const noProof = (): DomainError => new DomainError('not-found', 'There is no such proof.');

/** A second look at proofs: asked for by podmates, given by people outside the pod (behaviour 18). */
export class ReviewDesk {
  constructor(private readonly ports: Ports) {}

  /** Asked again by the same podmate it changes nothing. @throws DomainError as `checkChallenge` and `withChallenge` say */
  challenge(memberId: string, input: CallableInput<'challengeProof'>): Promise<CallableOutput<'challengeProof'>> {
    return commit(this.ports, async (unit) => {
      const { challenges, challengeRecords, checkIns, pods, sprints } = unit.records;
      const before = (await unit.find(challengeRecords.doc(memberId))) ?? noChallenges(memberId);
      if (before.asked.some(({ slotId }) => slotId === input.slotId)) return {};
      const checkIn = await unit.find(checkIns.doc(input.slotId));
      const pod = checkIn?.podId ? await unit.find(pods.doc(checkIn.podId)) : null;
      if (!checkIn || !pod?.memberIds.includes(memberId)) throw noProof();
      const said = await relationsOf(unit, [memberId, checkIn.memberId]);
      const isApart = isKeptApart(said(memberId), said(checkIn.memberId));
      checkChallenge(checkIn, { id: memberId, isKeptApart: isApart }, unit.now);
      const id = challengeIdOf(checkIn.slotId);
      if (await unit.find(challenges.doc(id)))
        throw new DomainError('already-exists', 'This proof was looked at before.');
      const sprint = await unit.find(sprints.doc(checkIn.sprintId));
      const record = withChallenge(before, checkIn.slotId, unit.now);
      const asked = { id, cause: 'podmate', challengerId: memberId, reasons: input.reasons, now: unit.now } as const;
      const opened = sprint && openChallenge(checkIn, { ...asked, track: sprint.track });
      if (!opened) throw noProof();
      unit.save(challengeRecords.doc(memberId), record);
      writeChallenge(unit, opened, { actorId: memberId, cause: 'challengeProof' });
      return {};
    });
  }

  setReviewing(
    memberId: string,
    { isWilling }: CallableInput<'setReviewing'>,
  ): Promise<CallableOutput<'setReviewing'>> {
    return commit(this.ports, async (unit) => {
      const ref = unit.records.reviewers.doc(memberId);
      const before = await unit.find(ref);
      if (before?.isWilling === isWilling || (before === null && !isWilling)) return { isWilling };
      const draw = shareOf(unit.ids.next());
      const after = before
        ? { ...before, isWilling, version: before.version + 1 }
        : newReviewer(memberId, { isWilling, draw });
      unit.save(ref, after);
      unit.audit({
        id: causeId('reviewer', memberId, `v${after.version}`),
        actorId: memberId,
        entity: ref.path,
        from: before ? String(before.isWilling) : null,
        to: String(isWilling),
        version: after.version,
        cause: 'setReviewing',
      });
      return { isWilling };
    });
  }

  /** @throws DomainError `not-found` for a review that is not theirs; `failed-precondition` as `withAnswer` says */
  answer(memberId: string, input: CallableInput<'answerReview'>): Promise<CallableOutput<'answerReview'>> {
    return commit(this.ports, async (unit) => {
      const { challenges, reviewers, reviews } = unit.records;
      const review = await unit.find(reviews.doc(input.reviewId));
      const before = await unit.find(challenges.doc(challengeOfReview(input.reviewId)));
      if (!before || review?.reviewerId !== memberId) throw new DomainError('not-found', 'There is no such review.');
      const after = withAnswer(before, review.id, input.answer, unit.now);
      if (after === before) return {};
      const load = await unit.find(reviewers.doc(memberId));
      const settle = await readSettling(unit, after, { answeredBy: memberId, cause: 'answerReview' });
      unit.save(challenges.doc(after.id), after);
      unit.save(reviews.doc(review.id), {
        ...review,
        state: 'answered',
        answer: input.answer,
        version: review.version + 1,
      });
      if (load) unit.save(reviewers.doc(memberId), withoutReview(load, review.id));
      settle();
      if (input.answer === 'pass') sendForReviewers(unit, after);
      auditChallenge(unit, before.state, after, { actorId: memberId, cause: 'answerReview' });
      return {};
    });
  }

  /** Asks people for the seats that are free. Decided, over or full: nothing happens, however often. */
  assign(challengeId: string): Promise<void> {
    return commit(this.ports, async (unit) => {
      const { challenges, reviewers, reviews } = unit.records;
      const before = await unit.find(challenges.doc(challengeId));
      if (before === null || isDecided(before) || unit.now >= before.until) return;
      const chosen = await drawReviewers(unit, before);
      if (chosen.length === 0) return;
      const seats = chosen.map(({ reviewer, podId }) => ({
        reviewId: reviewIdOf(before.id, reviewer.id),
        reviewerId: reviewer.id,
        podId,
      }));
      const after = withReviewers(before, seats);
      unit.save(challenges.doc(after.id), after);
      for (const { reviewer } of chosen) {
        const reviewId = reviewIdOf(before.id, reviewer.id);
        const drawn = { draw: shareOf(unit.ids.next()), now: unit.now };
        unit.save(reviewers.doc(reviewer.id), withReview(reviewer, reviewId, drawn));
        unit.save(reviews.doc(reviewId), reviewFor(after, { reviewId, reviewerId: reviewer.id }, unit.now));
        const notice = { kind: 'notify', memberId: reviewer.id, event: 'review-asked', subjectId: reviewId } as const;
        unit.send(causeId('review-asked', reviewId), notice);
      }
      auditChallenge(unit, before.state, after, { actorId: 'system', cause: 'assignReviewers' });
    });
  }

  /** Ends what nobody decided in time, in favour of the check-in. Too early or decided: nothing happens. */
  expire(challengeId: string): Promise<void> {
    return commit(this.ports, async (unit) => {
      const before = await unit.find(unit.records.challenges.doc(challengeId));
      const after = before && expireChallenge(before, unit.now);
      if (!before || !after) return;
      const settle = await readSettling(unit, after, { answeredBy: null, cause: 'expireChallenge' });
      unit.save(unit.records.challenges.doc(after.id), after);
      settle();
      auditChallenge(unit, before.state, after, { actorId: 'system', cause: 'expireChallenge' });
    });
  }

  /** Ends what is over and has no task, and asks again for seats that nobody took. */
  async sweep(): Promise<void> {
    const undecided = await recordsOf(this.ports.db)
      .challenges.where('state', 'in', ['open', 'in-review'])
      .limit(SWEEP_LIMIT)
      .select()
      .get();
    const ids = undecided.docs.map(({ id }) => id);
    await eachApart('reviews.sweep', ids, async (id) => {
      await this.expire(id);
      await this.assign(id);
    });
  }
}

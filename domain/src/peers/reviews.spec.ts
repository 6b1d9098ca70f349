import fc from 'fast-check';
import { LIMITS, Review, type ReviewAnswer } from '../documents';
import { noRelations } from '../matching/relations';
import { aCandidate, aChallenge, hours, NOW } from './example-challenge';
import {
  auditRate,
  chooseReviewers,
  expireChallenge,
  hasRoom,
  isDecided,
  isDrawn,
  isLooking,
  newReviewer,
  outcomeOf,
  reviewFor,
  type ReviewNeed,
  vacancies,
  withAnswer,
  withoutReview,
  withReview,
  withReviewers,
} from './index';

const anAnswer = fc.constantFrom<(ReviewAnswer | null)[]>('shows-it', 'does-not', 'pass', null);

describe('a review', () => {
  it.each<[(ReviewAnswer | null)[], string | null]>([
    [[], null],
    [['does-not'], null],
    [['does-not', 'shows-it'], null],
    [['does-not', 'shows-it', 'does-not'], 'upheld'],
    [['shows-it', 'shows-it'], 'dismissed'],
    [['pass', 'does-not', 'pass', null], null],
  ])('with the answers %j comes to %s', (answers, outcome) => {
    expect(outcomeOf(answers.map((answer) => ({ answer })))).toBe(outcome);
  });

  it('takes nobody’s day away with fewer than two who agree, in whatever order they answer', () => {
    fc.assert(
      fc.property(fc.array(anAnswer, { maxLength: 9 }), (answers) => {
        const outcome = outcomeOf(answers.map((answer) => ({ answer })));
        if (outcome === 'upheld') expect(answers.filter((answer) => answer === 'does-not').length).toBeGreaterThan(1);
      }),
    );
  });

  it('names nobody, and tells neither slot, day nor pod', () => {
    const challenge = aChallenge();
    const review = reviewFor(challenge, { reviewId: 'r9', reviewerId: 'out9' }, NOW);
    expect(Review.parse(review)).toEqual(review);
    const told = JSON.stringify(review);
    for (const secret of ['ana', 'ben', 'cem', 's1_0', 'p1', 'c1', 'shown/', 'out0'])
      expect(told).not.toContain(secret);
  });

  it('is decided with the second who agrees; later answers come to nothing', () => {
    const one = withAnswer(aChallenge([null, null, null]), 'r0', 'does-not', NOW);
    expect(one.state).toBe('in-review');
    const two = withAnswer(one, 'r2', 'does-not', hours(1));
    expect(two).toMatchObject({ state: 'upheld', decidedAt: hours(1) });
    expect(() => withAnswer(two, 'r1', 'shows-it', hours(2))).toThrow('This review is over.');
    expect(withAnswer(two, 'r2', 'does-not', hours(2))).toBe(two);
  });

  it('takes the first answer of each, in its time', () => {
    const one = withAnswer(aChallenge([null, null]), 'r0', 'shows-it', NOW);
    expect(() => withAnswer(one, 'r0', 'does-not', NOW)).toThrow('the first answer stands');
    expect(() => withAnswer(one, 'r1', 'shows-it', hours(24))).toThrow('This review is over.');
    expect(() => withAnswer(one, 'nobody', 'shows-it', NOW)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('ends in favour of the check-in when two do not agree in time, once', () => {
    const split = aChallenge(['does-not', 'shows-it', null]);
    expect(expireChallenge(split, hours(23.9))).toBeNull();
    const expired = expireChallenge(split, hours(24));
    expect(expired).toMatchObject({ state: 'expired', decidedAt: hours(24) });
    expect(expireChallenge(expired!, hours(25))).toBeNull();
  });

  it('opens the proof for the time of the review alone', () => {
    const challenge = aChallenge([null, 'shows-it']);
    expect(isLooking(challenge, 'r0', NOW)).toBe(true);
    expect(isLooking(challenge, 'r0', hours(24))).toBe(false);
    expect(isLooking(challenge, 'r1', NOW)).toBe(false);
    expect(isLooking(challenge, 'r7', NOW)).toBe(false);
    expect(isLooking({ ...challenge, state: 'dismissed' }, 'r0', NOW)).toBe(false);
  });

  it.each<[(ReviewAnswer | null)[], number]>([
    [[], 3],
    [[null, 'shows-it'], 1],
    [[null, 'pass', null], 1],
    [['pass', 'pass', 'pass'], 3],
    [['pass', 'pass', 'pass', 'pass', 'pass', 'pass', 'pass', 'pass', null], 0],
    [[null, null, 'does-not'], 0],
  ])('with %j has %i seats to give', (answers, free) => expect(vacancies(aChallenge(answers))).toBe(free));

  it('has none to give once it is decided', () => {
    expect(vacancies(aChallenge([], { state: 'expired' }))).toBe(0);
    expect(isDecided(aChallenge())).toBe(false);
  });

  it('gives a seat with the names known to the server alone', () => {
    const challenge = withReviewers(aChallenge(), [{ reviewId: 'r5', reviewerId: 'out5', podId: null }]);
    expect(challenge).toMatchObject({ state: 'in-review', reviewerIds: ['out5'], version: 2 });
  });
});

describe('who is asked to review', () => {
  const need = (changed: Partial<ReviewNeed> = {}): ReviewNeed => ({
    challenge: aChallenge(),
    language: 'en',
    isAdult: true,
    podmateIds: ['ana', 'ben', 'cem', 'former'],
    said: ['ana', 'ben', 'cem'].map(noRelations),
    exchangedIds: [],
    seats: 3,
    ...changed,
  });
  const asked = (candidates: Parameters<typeof chooseReviewers>[0], changed: Partial<ReviewNeed> = {}) =>
    chooseReviewers(candidates, need(changed), NOW).map(({ reviewer }) => reviewer.id);
  const someRelations = { ...noRelations('ana'), blocks: ['out'] };

  it.each<[string, Parameters<typeof aCandidate>[1], Partial<ReviewNeed>, boolean]>([
    ['a stranger', {}, {}, true],
    ['one of the pod', { podId: 'p1' }, {}, false],
    ['one who does not want to', { reviewer: { isWilling: false } }, {}, false],
    ['one who is suspended', { isActive: false }, {}, false],
    ['one of another age group', { isAdult: false }, {}, false],
    ['one who reads another language, for a photo', { language: 'de' }, {}, true],
    [
      'one who reads another language, for a text',
      { language: 'de' },
      { challenge: aChallenge([], { proof: { path: 'x', kind: 'text' } }) },
      false,
    ],
    ['one who blocked somebody of the pod', { said: { blocks: ['cem'] } }, {}, false],
    ['one who reported the member', { said: { reported: ['ana'] } }, {}, false],
    ['one whom the member blocked', {}, { said: [someRelations] }, false],
    ['a favourite of the member', {}, { said: [{ ...noRelations('ana'), favourites: ['out'] }] }, false],
    ['one who favours the challenger', { said: { favourites: ['ben'] } }, {}, false],
    ['a podmate of lately', { said: { recent: [{ memberId: 'ana', until: hours(1) }] } }, {}, false],
    ['one with whom a favour could be returned', {}, { exchangedIds: ['out'] }, false],
    ['one with two to look at already', { reviewer: { openIds: ['a', 'b'] } }, {}, false],
    ['one who was asked three times today', { reviewer: { askedAt: [hours(-1), hours(-2), hours(-23)] } }, {}, false],
    [
      'one who was asked three times, some time ago',
      { reviewer: { askedAt: [hours(-1), hours(-2), hours(-24)] } },
      {},
      true,
    ],
    ['one whose podmate looks already', { podId: 'q0' }, { challenge: aChallenge([null]) }, false],
  ])('%s: %#', (_, changed, needed, isAsked) =>
    expect(asked([aCandidate('out', changed)], needed)).toEqual(isAsked ? ['out'] : []),
  );

  it.each(['ana', 'ben', 'cem', 'former', 'out0'])('never %s, who is part of it', (id) =>
    expect(asked([aCandidate(id)], { challenge: aChallenge([null]) })).toEqual([]),
  );

  it('in the order of the draw, as many as there are seats, and no two of one pod', () => {
    const pool = [
      aCandidate('a', { podId: 'x' }),
      aCandidate('b', { podId: 'x' }),
      aCandidate('c'),
      aCandidate('c'),
      aCandidate('d'),
      aCandidate('e', { podId: 'y' }),
    ];
    expect(asked(pool)).toEqual(['a', 'c', 'd']);
    expect(asked(pool, { seats: 1 })).toEqual(['a']);
    expect(asked(pool, { seats: 0 })).toEqual([]);
  });

  it('never anybody of relation, whoever is in the pool', () => {
    const ids = fc.constantFrom('ana', 'ben', 'cem', 'former', 'u', 'v', 'w', 'x', 'y');
    const person = fc
      .record({
        id: ids,
        podId: fc.constantFrom('p1', 'q', 'r', null),
        blocks: fc.array(ids),
        favourites: fc.array(ids),
      })
      .map(({ id, podId, blocks, favourites }) => aCandidate(id, { podId, said: { blocks, favourites } }));
    fc.assert(
      fc.property(fc.array(person), (pool) => {
        const chosen = chooseReviewers(pool, need(), NOW);
        const inPods = chosen.flatMap(({ podId }) => podId ?? []);
        expect(chosen.length).toBeLessThanOrEqual(3);
        expect(new Set(chosen.map(({ reviewer }) => reviewer.id)).size).toBe(chosen.length);
        expect(new Set(inPods).size).toBe(inPods.length);
        for (const { reviewer, podId, said } of chosen) {
          expect(['ana', 'ben', 'cem', 'former']).not.toContain(reviewer.id);
          expect(podId).not.toBe('p1');
          for (const id of ['ana', 'ben', 'cem']) expect([...said.blocks, ...said.favourites]).not.toContain(id);
        }
      }),
    );
  });

  it('has its load noted and let go of, and moves in the draw', () => {
    let reviewer = newReviewer('out', { isWilling: true, draw: 0.1 });
    for (const id of ['r1', 'r2']) reviewer = withReview(reviewer, id, { draw: 0.9, now: NOW });
    expect(reviewer).toMatchObject({ openIds: ['r1', 'r2'], draw: 0.9, version: 3 });
    expect(hasRoom(reviewer, NOW)).toBe(false);
    const less = withoutReview(reviewer, 'r1');
    expect(hasRoom(less, NOW)).toBe(true);
    expect(withoutReview(less, 'r1')).toBe(less);
    const busy = Array.from({ length: 9 }, (_, i) => `r${i}`).reduce(
      (before, id) => withoutReview(withReview(before, id, { draw: 0, now: NOW }), id),
      less,
    );
    expect(busy.askedAt.length).toBeLessThanOrEqual(LIMITS.reviewsPerDay);
  });
});

describe('what nobody asked about', () => {
  it('is looked at one time in twenty, and one in five where a pod with stakes never doubted anything', () => {
    expect(auditRate({ isStaked: false, everChallenged: false })).toBe(0.05);
    expect(auditRate({ isStaked: true, everChallenged: true })).toBe(0.05);
    expect(auditRate({ isStaked: true, everChallenged: false })).toBe(0.2);
    const draws = Array.from({ length: 1000 }, (_, i) => i / 1000);
    expect(draws.filter((draw) => isDrawn(draw, 0.05))).toHaveLength(50);
  });
});

import { type Challenge, type Reviewer } from '@podmates/domain';
import { noRelations } from '@podmates/domain/matching';
import { chooseReviewers, hasRoom, type ReviewerCandidate, vacancies } from '@podmates/domain/peers';
import { relationsOf } from '../matching/relation-records';
import { type UnitOfWork } from '../store/unit-of-work';
import { shareOf } from './challenge-records';

/** Willing people read for one draw from its place, and as many from the beginning where too few follow. */
const POOL = 24;
/** Challenges read on either side to see who looked at whose proof before. */
const EXCHANGES_READ = 50;
const HISTORY_READ = 100;

/** Draws reviewers for the free seats of a challenge. Some hundred reads, for what is seldom. */
export async function drawReviewers(unit: UnitOfWork, challenge: Challenge): Promise<ReviewerCandidate[]> {
  const { members, pods, podHistory } = unit.records;
  const seats = vacancies(challenge);
  const owner = seats > 0 ? await unit.find(members.doc(challenge.memberId)) : null;
  if (owner === null) return [];
  const pod = await unit.find(pods.doc(challenge.podId));
  const history = await unit.list(podHistory(challenge.podId).limit(HISTORY_READ));
  const podmateIds = [
    ...new Set([...challenge.podmateIds, ...(pod?.memberIds ?? []), ...history.map(({ memberId }) => memberId)]),
  ];
  const concerned = [...new Set([owner.id, ...podmateIds])];
  const said = await relationsOf(unit, concerned);
  const need = {
    challenge,
    language: owner.language,
    isAdult: owner.isAdult,
    podmateIds,
    said: concerned.map(said),
    exchangedIds: await exchangedWith(unit, owner.id),
    seats,
  };
  return chooseReviewers(await candidates(unit), need, unit.now);
}

async function exchangedWith(unit: UnitOfWork, memberId: string): Promise<string[]> {
  const { challenges } = unit.records;
  const ofTheirs = await unit.list(challenges.where('memberId', '==', memberId).limit(EXCHANGES_READ));
  const byThem = await unit.list(challenges.where('reviewerIds', 'array-contains', memberId).limit(EXCHANGES_READ));
  return [...ofTheirs.flatMap(({ reviewerIds }) => reviewerIds), ...byThem.map((challenge) => challenge.memberId)];
}

async function candidates(unit: UnitOfWork): Promise<ReviewerCandidate[]> {
  const { members, memberStatuses, relations } = unit.records;
  const pool = (await drawn(unit)).filter((reviewer) => hasRoom(reviewer, unit.now));
  const people = await unit.several(pool.map(({ id }) => members.doc(id)));
  const statuses = await unit.several(pool.map(({ id }) => memberStatuses.doc(id)));
  const said = await unit.several(pool.map(({ id }) => relations.doc(id)));
  return pool.flatMap((reviewer): ReviewerCandidate[] => {
    const member = people.find(({ id }) => id === reviewer.id);
    if (!member) return [];
    const { podId, language, isAdult } = member;
    const isActive = statuses.some(({ id, status }) => id === reviewer.id && status === 'active');
    const own = said.find(({ id }) => id === reviewer.id) ?? noRelations(reviewer.id);
    return [{ reviewer, podId, language, isAdult, isActive, said: own }];
  });
}

/** From a place that nobody can foresee, and around. */
async function drawn(unit: UnitOfWork): Promise<Reviewer[]> {
  const from = shareOf(unit.ids.next());
  const willing = unit.records.reviewers.where('isWilling', '==', true).orderBy('draw');
  const after = await unit.list(willing.startAt(from).limit(POOL));
  if (after.length === POOL) return after;
  return [...after, ...(await unit.list(willing.endBefore(from).limit(POOL)))];
}

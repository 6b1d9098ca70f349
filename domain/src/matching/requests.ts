import {
  type MatchRequest,
  type Member,
  type Relations,
  SCHEMA_VERSION,
  type Sprint,
  type TimeZone,
  type Track,
} from '../documents';
import { localDay } from '../time';
import { ageGroupOf, type Candidate, stillRecent } from './candidate';
import { copiesOf } from './relations';
import { isSearching } from './request-states';
import { shardNumberOf } from './shards';
import { weekHours } from './week-hours';

/** What a request keeps of its member, so that a run reads one document per person. */
type Copies = Pick<
  MatchRequest,
  | 'language'
  | 'isAdult'
  | 'experience'
  | 'styles'
  | 'sizes'
  | 'gender'
  | 'comfort'
  | 'blocks'
  | 'recent'
  | 'favourites'
  | 'shard'
>;

const copies = (member: Member, relations: Relations): Copies => {
  const { styles, sizes, gender, comfort } = member.preferences;
  const { language, isAdult, experience } = member;
  const said = { language, isAdult, experience, styles, sizes, gender, comfort };
  return { ...said, ...copiesOf(relations), shard: shardNumberOf(member.id) };
};

/**
 * A member's wish for a pod, waiting since `now`. The hours are those of the sprint's first week. `before`: their
 * request until now; its fence goes on to grow, and what they asked for lately is not forgotten.
 */
export const newMatchRequest = (p: {
  member: Member;
  sprint: Sprint;
  relations: Relations;
  isTrusted: boolean;
  before: MatchRequest | null;
  now: Date;
}): MatchRequest => ({
  id: p.member.id,
  memberId: p.member.id,
  sprintId: p.sprint.id,
  track: p.sprint.track,
  focus: p.sprint.goal.focus,
  ...copies(p.member, p.relations),
  timeZone: p.sprint.timeZone,
  hours: weekHours(p.sprint.availability, p.sprint.timeZone, p.sprint.startsOn),
  lane: isNewcomer(p.member, p.before) ? 'newcomer' : 'usual',
  isTrusted: p.isTrusted,
  status: 'waiting',
  lock: null,
  fence: p.before?.fence ?? 0,
  snoozedUntil: null,
  waitlist: null,
  rematchedAt: p.before?.rematchedAt ?? [],
  waitingSince: p.now,
  headStartMs: 0,
  matchedAt: null,
  version: (p.before?.version ?? 0) + 1,
  schemaVersion: SCHEMA_VERSION,
});

/** Never in a pod yet. Demo people are company for newcomers, and need none themselves. */
const isNewcomer = (member: Member, before: MatchRequest | null): boolean =>
  !member.isDemo && (before === null || (before.lane === 'newcomer' && before.status !== 'matched'));

/** The request with what its member has said since, one version on; the same request when nothing differs. */
export function refreshRequest(request: MatchRequest, p: { member: Member; relations: Relations }): MatchRequest {
  const fresh = copies(p.member, p.relations);
  const isSame = (Object.keys(fresh) as (keyof Copies)[]).every(
    (key) => JSON.stringify(fresh[key]) === JSON.stringify(request[key]),
  );
  return isSame ? request : { ...request, ...fresh, version: request.version + 1 };
}

/**
 * The request as its member is now. One that waits follows them anyway; that of somebody in a pod is as old as their
 * pod, and meanwhile they may have other hours, wishes or another age. `sprint`: the one that runs.
 */
export function requestNow(
  request: MatchRequest,
  p: { member: Member; sprint: Sprint | null; relations: Relations; now: Date },
): MatchRequest {
  const { sprint, now } = p;
  const fresh = refreshRequest(request, p);
  if (sprint === null || isSearching(request)) return fresh;
  const { timeZone } = sprint;
  return { ...fresh, timeZone, hours: weekHours(sprint.availability, timeZone, localDay(now, timeZone)) };
}

/** Somebody who looks round before they wait, with the hours they think of. */
export const candidateBefore = (p: {
  member: Member;
  relations: Relations;
  track: Track;
  timeZone: TimeZone;
  hours: readonly number[];
  now: Date;
}): Candidate => {
  const { isAdult, shard: _, recent, ...said } = copies(p.member, p.relations);
  const { track, hours, timeZone: zone, now } = p;
  return {
    ...said,
    id: p.member.id,
    zone,
    hours,
    track,
    focus: null,
    ageGroup: ageGroupOf({ isAdult }),
    waitingSince: now,
    recent: stillRecent({ recent }, now),
  };
};

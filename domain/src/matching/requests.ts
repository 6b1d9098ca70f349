import { type MatchRequest, type Member, SCHEMA_VERSION, type Sprint, type TimeZone, type Track } from '../documents';
import { ageGroupOf, type Candidate } from './candidate';
import { weekHours } from './week-hours';

/**
 * A member's wish for a pod, waiting since `now`. The hours are those of the sprint's first week. `before`: their
 * request until now, whose fence goes on to grow, and whose recent company is not forgotten.
 */
export const newMatchRequest = (p: {
  member: Member;
  sprint: Sprint;
  before: MatchRequest | null;
  now: Date;
}): MatchRequest => ({
  id: p.member.id,
  memberId: p.member.id,
  sprintId: p.sprint.id,
  track: p.sprint.track,
  focus: p.sprint.goal.focus,
  language: p.member.language,
  isAdult: p.member.isAdult,
  experience: p.member.experience,
  ...p.member.preferences,
  timeZone: p.sprint.timeZone,
  hours: weekHours(p.sprint.availability, p.sprint.timeZone, p.sprint.startsOn),
  lane: 'usual',
  isTrusted: false,
  status: 'waiting',
  lock: null,
  fence: p.before?.fence ?? 0,
  snoozedUntil: null,
  waitlist: null,
  rematchedAt: p.before?.rematchedAt ?? [],
  blocks: p.before?.blocks ?? [],
  recent: p.before?.recent ?? [],
  favourites: p.before?.favourites ?? [],
  waitingSince: p.now,
  version: (p.before?.version ?? 0) + 1,
  schemaVersion: SCHEMA_VERSION,
});

/** Somebody who looks round before they wait: with the hours they think of, and their last request's relations. */
export const candidateBefore = (p: {
  member: Member;
  request: MatchRequest | null;
  track: Track;
  timeZone: TimeZone;
  hours: readonly number[];
  now: Date;
}): Candidate => ({
  id: p.member.id,
  zone: p.timeZone,
  hours: p.hours,
  experience: p.member.experience,
  styles: p.member.preferences.styles,
  track: p.track,
  focus: null,
  language: p.member.language,
  ageGroup: ageGroupOf(p.member),
  waitingSince: p.now,
  blocks: p.request?.blocks ?? [],
  recent: p.request?.recent ?? [],
  favourites: p.request?.favourites ?? [],
  sizes: p.member.preferences.sizes,
  comfort: p.member.preferences.comfort,
  gender: p.member.preferences.gender,
});

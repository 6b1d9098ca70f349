import { type MatchRequest, type Member, SCHEMA_VERSION, type Sprint } from '../documents';
import { weekHours } from './week-hours';

/** A member's wish for a pod, waiting since `now`. The hours are those of the sprint's first week. */
export const newMatchRequest = (p: { member: Member; sprint: Sprint; now: Date }): MatchRequest => ({
  id: p.member.id,
  memberId: p.member.id,
  sprintId: p.sprint.id,
  track: p.sprint.track,
  language: p.member.language,
  experience: p.member.experience,
  timeZone: p.sprint.timeZone,
  hours: weekHours(p.sprint.availability, p.sprint.timeZone, p.sprint.startsOn),
  status: 'waiting',
  proposalId: null,
  avoid: [],
  waitingSince: p.now,
  version: 1,
  schemaVersion: SCHEMA_VERSION,
});

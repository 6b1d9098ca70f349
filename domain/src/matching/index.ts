export { canAllMeet, canMeet, countOverlap, mayMeet, MIN_SHARED_HOURS, POD_SIZE } from './can-meet';
export { type Candidate, candidateOf, stillRecent } from './candidate';
export { fairnessReport } from './fairness';
export { isKeptApart, type Said } from './kept-apart';
export { noteLeftOut } from './left-out';
export { type MatchFile, readMatchFile } from './match-file';
export { type LeftOutReason, type MatchEngine, type MatchGroup, type Matching, matchPeople } from './match-people';
export { type Matchmaker, type Seeker, seekerOf, withNewcomers } from './newcomers';
export {
  acceptProposal,
  declineProposal,
  expireProposal,
  isHeldBy,
  type Outcome,
  PROPOSAL_LASTS_MS,
  proposalClosed,
  type ProposalNow,
  proposeGroup,
} from './proposals';
export {
  copiesOf,
  noRelations,
  RECENT_LASTS_MS,
  withBlock,
  withFavourite,
  withoutBlock,
  withRecent,
} from './relations';
export { askForRematch, countedAsRematch, nextRematch, refuseTooSoon } from './rematch';
export { cancel, canStep, isFree, isSearching, isStale, isToWake, release, snooze, wake } from './request-states';
export { relaxationsFor } from './relaxations';
export { candidateBefore, newMatchRequest, refreshRequest, requestNow } from './requests';
export { MATCHING_WEIGHTS, type MatchFactor, PLACED } from './matching-weights';
export { withHoursOf } from './request-hours';
export { scoreGroup, scoreOf, whyOf } from './scoring';
export { type Bucket, type Shard, SHARD_NUMBERS, shardNumberOf, shardOf, shardPlan } from './shards';
export { isTrusted } from './trust';
export { beganToWait, isWaitlistDue, onWaitlist, waitBand } from './waitlist';
export { hourWindows } from './hour-windows';
export { hourOfWeek, weekHours } from './week-hours';

export { canAllMeet, canMeet, countOverlap, MIN_SHARED_HOURS, POD_SIZE } from './can-meet';
export { type Candidate, candidateOf } from './candidate';
export { type MatchEngine, type MatchGroup, plainMatching } from './plain-matching';
export { answerProposal, expireProposal, PROPOSAL_LASTS_MS, proposeGroup } from './proposals';
export { candidateBefore, newMatchRequest } from './requests';
export { MATCHING_WEIGHTS, type MatchFactor } from './matching-weights';
export { scoreGroup, scoreOf, whyOf } from './scoring';
export { hourOfWeek, weekHours } from './week-hours';

export { canAllMeet, canMeet, countOverlap, MIN_SHARED_HOURS } from './can-meet';
export { type MatchEngine, type MatchGroup, plainMatching, POD_SIZE } from './plain-matching';
export { answerProposal, expireProposal, PROPOSAL_LASTS_MS, proposeGroup } from './proposals';
export { newMatchRequest } from './requests';
export { MATCHING_WEIGHTS } from './scoring';
export { hourOfWeek, weekHours } from './week-hours';

export { attendeeOf } from './attendee';
export { backupTimes, type BackupSlot } from './backup-times';
export { BURDEN_WEEKS, burdensFrom, type Burdens } from './burden';
export { fairTurn } from './fair-turn';
export { type Attendee, type Comfort, INCONVENIENCE, type Strain, strainOf } from './inconvenience';
export {
  compareLoads,
  loadsAfter,
  NEAR_EQUAL,
  type RankedTime,
  rankedTime,
  rankTimes,
  type TimesToRank,
} from './rank-times';
export { type SuggestedTime, suggestTimes } from './suggest-times';

export { AWAY_AFTER_MS, REMOVED_AFTER_MS } from './activity';
export {
  answerAddition,
  chooseNewcomer,
  endAddition,
  expireAddition,
  isAddition,
  mayJoin,
  meetingWith,
  proposeAddition,
} from './additions';
export {
  answerDecision,
  askAboutAbsence,
  askToSeparate,
  type Facts,
  joinPod,
  leavePod,
  MOST_IN_A_POD,
  passTime,
  type Whereabouts,
} from './continuity';
export { newSearch } from './deciding';
export { formPod, newPod, refreshCard } from './form-pod';
export { firstMeeting, type MeetingShift, meetingShifts, nextMeeting } from './meetings';
export { podName } from './pod-name';
export { cameTo, lastOfNoShows } from './no-shows';
export { type Circumstances, type Departure, type PodCase, type PodOutcome } from './pod-case';
export { DECISIONS } from './pod-decisions';
export { POD_TRANSITIONS, type PodEvent, statusAfter } from './pod-states';

export { AWAY_AFTER_MS, REMOVED_AFTER_MS } from './activity';
export {
  acceptAddition,
  chooseNewcomer,
  endAddition,
  expireAddition,
  HEAD_OF_QUEUE,
  isAddition,
  mayGoTogether,
  mayJoin,
  meetingWith,
  proposeAddition,
  refuseHost,
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
  pauseMember,
  seeMember,
  type Whereabouts,
} from './continuity';
export { isPaused, notWaitedFor, pausedIds, seenOrPaused } from './paused';
export { formPod, refreshCard, splitPod } from './form-pod';
export { firstMeeting, isWeeklyMeeting, type MeetingShift, meetingShifts, nextMeeting } from './meetings';
export { podName } from './pod-name';
export { cameTo, lastOfNoShows } from './no-shows';
export { type Circumstances, type Departure, type PodCase, type PodOutcome } from './pod-case';
export { atTheTop, matchedRequest, movedRequest, releasedMember, withdrawnRequest } from './release';
export { DECISIONS } from './pod-decisions';
export { POD_TRANSITIONS, type PodEvent, statusAfter } from './pod-states';
export { type ShiftWarning, shiftWarningsDue } from './time-shifts';

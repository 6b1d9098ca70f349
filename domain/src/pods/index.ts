export { formPod, refreshCard } from './form-pod';
export { firstMeeting, type MeetingShift, meetingShifts, nextMeeting } from './meetings';
export { podName } from './pod-name';

export { formPod, refreshCard } from './form-pod';
export { firstMeeting, nextMeeting } from './meetings';

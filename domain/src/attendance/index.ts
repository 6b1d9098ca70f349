export { type Interval } from './intervals';
export { attendedAs, type Excuse, isBetter, judgeSession, type SessionFacts, type Verdict } from './judge';
export { nextBeat, partingBeat, presenceOf, type Signals, staysOf } from './presence-evidence';
export { attendanceScore, emptyRecord, hasExcuse, mayProposeExtra, withSession } from './record';
export { type Asked, contested, emergencyExcused, reviewed } from './review';
export { ASKED_FOR_MS, CONTESTABLE_FOR_MS, isContestable, type Said, whatTheySay } from './testimony';
export { missingFrom, released, toPing, WAITING, waitingStage, type WaitingStage, whoWaits } from './waiting';
export { withdrawalOf, type Withdrawal } from './withdrawal';

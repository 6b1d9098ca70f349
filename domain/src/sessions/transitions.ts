import { type SessionCommand } from '../contracts';
import { type SessionState } from '../documents';

export type CommandKind = SessionCommand['kind'];

/**
 * Which command is allowed in which state, and the state it leads to. What is missing is refused.
 * Some have a condition beside them: a draft stays one until the vote is decided (`time-vote.ts`), `scheduled.join`
 * waits for the lobby to open (`apply-command.ts`), and a session that too few would be left for is cancelled by
 * `cannot-come`, while `cancel` is refused as long as enough are left (`withdrawals.ts`).
 */
export const SESSION_TRANSITIONS = {
  draft: { agree: 'scheduled', decline: 'draft', cancel: 'cancelled' },
  scheduled: {
    agree: 'scheduled',
    'propose-move': 'scheduled',
    'answer-move': 'scheduled',
    'cannot-come': 'scheduled',
    'can-come': 'scheduled',
    join: 'lobby',
    cancel: 'cancelled',
  },
  lobby: {
    join: 'lobby',
    start: 'live',
    'hand-over': 'lobby',
    'take-over': 'lobby',
    'cannot-come': 'lobby',
    'can-come': 'lobby',
    cancel: 'cancelled',
  },
  live: {
    join: 'live',
    'go-to-item': 'live',
    'pause-timer': 'live',
    'resume-timer': 'live',
    'hand-over': 'live',
    'take-over': 'live',
    wrap: 'wrap',
  },
  wrap: { join: 'wrap', 'hand-over': 'wrap', 'take-over': 'wrap', finish: 'done' },
  done: {},
  cancelled: {},
  'no-quorum': {},
} as const satisfies Record<SessionState, Partial<Record<CommandKind, SessionState>>>;

/** The state a command leads to from `state`, or undefined when it is not allowed there. */
export const stateAfter = (state: SessionState, command: CommandKind): SessionState | undefined => {
  const allowed: Partial<Record<CommandKind, SessionState>> = SESSION_TRANSITIONS[state];
  return allowed[command];
};

/** How a refusal names the state: "… while the session is …". */
export const STATE_IN_WORDS: Record<SessionState, string> = {
  draft: 'a proposed time that the pod has not agreed to yet',
  scheduled: 'scheduled and its lobby not open yet',
  lobby: 'in the lobby',
  live: 'live',
  wrap: 'wrapping up',
  done: 'done',
  cancelled: 'cancelled',
  'no-quorum': 'closed because too few came',
};

export const COMMAND_IN_WORDS: Record<CommandKind, string> = {
  agree: 'agree to the time',
  decline: 'decline the time',
  'propose-move': 'propose another time',
  'answer-move': 'answer to another time',
  'cannot-come': 'say that you cannot come',
  'can-come': 'say that you come after all',
  join: 'join',
  start: 'start',
  'go-to-item': 'move to another item',
  'pause-timer': 'pause the timer',
  'resume-timer': 'resume the timer',
  'hand-over': 'hand over',
  'take-over': 'take over',
  wrap: 'wrap up',
  finish: 'finish',
  cancel: 'cancel',
};

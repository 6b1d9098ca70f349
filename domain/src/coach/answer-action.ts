import { DomainError } from '../contracts';
import { type ActionAnswer, type CoachAction, type CoachActionStatus } from '../documents';

/** What each answer makes of a step, by what it is; an answer that is not here is refused. */
const NEXT: Readonly<Record<ActionAnswer, Partial<Record<CoachActionStatus, CoachActionStatus>>>> = {
  accept: { draft: 'accepted', suggested: 'accepted', dismissed: 'accepted', accepted: 'accepted' },
  dismiss: { draft: 'dismissed', suggested: 'dismissed', accepted: 'dismissed', dismissed: 'dismissed' },
  done: { accepted: 'done', done: 'done' },
  reopen: { done: 'accepted', dismissed: 'draft', accepted: 'accepted', draft: 'draft' },
};

/**
 * A member's answer to their own step. The same answer again changes nothing.
 * @throws DomainError `not-found`: it is somebody else's; `failed-precondition`: it cannot become that
 */
export function answeredAction(
  action: CoachAction,
  p: {
    readonly memberId: string;
    readonly answer: ActionAnswer;
    readonly text?: string | undefined;
    readonly now: Date;
  },
): CoachAction {
  checkOwn(action, p.memberId);
  const status = NEXT[p.answer][action.status];
  if (status === undefined) throw new DomainError('failed-precondition', 'Accept this step first.');
  const text = p.answer === 'accept' && p.text !== undefined ? p.text : action.text;
  if (status === action.status && text === action.text) return action;
  return { ...action, status, text, answeredAt: p.now, version: action.version + 1 };
}

/** @throws DomainError as `answeredAction`; `not-found` for a line that it does not have */
export function tickedAction(
  action: CoachAction,
  p: { readonly memberId: string; readonly place: number; readonly isDone: boolean },
): CoachAction {
  checkOwn(action, p.memberId);
  const line = action.checklist[p.place];
  if (line === undefined) throw new DomainError('not-found', 'There is no such line.');
  if (action.status !== 'accepted' && action.status !== 'done')
    throw new DomainError('failed-precondition', 'Accept this step first.');
  if (line.isDone === p.isDone) return action;
  const checklist = action.checklist.map((one, n) => (n === p.place ? { ...one, isDone: p.isDone } : one));
  return { ...action, checklist, version: action.version + 1 };
}

function checkOwn(action: CoachAction, memberId: string): void {
  if (action.memberId !== memberId) throw new DomainError('not-found', 'There is no such step of yours.');
}

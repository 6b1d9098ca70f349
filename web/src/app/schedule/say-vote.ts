import { type Session, type SessionCommand, type TimeZone } from '@podmates/domain';
import { type AbsenceNotice, absenceNotice, isEnoughWithout, restingIds } from '@podmates/domain/sessions';
import { sayMoment } from './say-time';

type Votes = Pick<Session, 'agreedBy' | 'declinedBy'>;

interface Reader {
  readonly selfId: string;
  readonly zone: TimeZone;
  readonly now: Date;
}

const LIST = new Intl.ListFormat('en-GB');
const namesOf = (ids: readonly string[], session: Session, selfId: string): string =>
  LIST.format(ids.map((id) => (id === selfId ? 'you' : (session.names[id] ?? 'a podmate'))));

/** Who agreed and who declined: `Agreed by Ben. Declined by you.` */
export function sayVotes(votes: Votes, session: Session, selfId: string): string {
  const agreed = votes.agreedBy.length > 0 ? `Agreed by ${namesOf(votes.agreedBy, session, selfId)}.` : '';
  const declined = votes.declinedBy.length > 0 ? `Declined by ${namesOf(votes.declinedBy, session, selfId)}.` : '';
  return [agreed, declined].filter((words) => words !== '').join(' ');
}

/** Until when a new time is voted on, and what holds without an answer. */
export const sayDraftEnd = (session: Session, { zone }: Reader): string =>
  `Open until ${sayMoment(session.voteEndsAt ?? session.startsAt, zone)}. It stands once more than half of those who are around agree; otherwise nothing changes.`;

/** The same for another time of a session that stands. */
export const sayMoveEnd = (expiresAt: Date, { zone }: Reader): string =>
  `Open until ${sayMoment(expiresAt, zone)}. Unless more than half of those who are around agree, the time stays as it is.`;

/** Who asks for another time. */
export const sayMove = (session: Session, { selfId, zone }: Reader): string => {
  if (!session.move) return '';
  const { proposedBy, startsAt } = session.move;
  const asks = proposedBy === selfId ? 'You propose' : `${session.names[proposedBy] ?? 'A podmate'} proposes`;
  return `${asks} ${sayMoment(startsAt, zone)} instead.`;
};

/** Who has stepped out, and who rests: `Ben cannot come. You are on a pause.` */
export function sayAbsent(session: Session, selfId: string): string {
  const ids = Object.keys(session.withdrawals).filter((id) => session.memberIds.includes(id) && id !== selfId);
  const out = ids.length > 0 ? `${namesOf(ids, session, selfId)} cannot come.` : '';
  return [out, sayResting(session, selfId)].filter((words) => words !== '').join(' ');
}

/** Of the reader apart, so that each sentence is one of its own. */
function sayResting(session: Session, selfId: string): string {
  const resting = restingIds(session);
  const others = resting.filter((id) => id !== selfId);
  const theirs =
    others.length > 0 ? `${namesOf(others, session, selfId)} ${others.length > 1 ? 'are' : 'is'} on a pause.` : '';
  const own = resting.includes(selfId) ? 'You are on a pause, so nobody waits for you.' : '';
  return [theirs, own].filter((words) => words !== '').join(' ');
}

const NOTICE_WORDS: Record<AbsenceNotice, string> = {
  'no-trace': 'This long before, it leaves no trace.',
  excused: 'You are excused.',
  'half-no-show': 'Less than two hours before, it counts as half a missed session.',
  none: 'It should have begun by now.',
};

/** What follows when the reader says that they cannot come, before they say it. */
export function sayLeavingOut(session: Session, { selfId, now }: Reader): string {
  const others = isEnoughWithout(session, selfId)
    ? 'The others meet without you.'
    : 'Too few would be left, so the session is called off.';
  return `${others} ${NOTICE_WORDS[absenceNotice(session, now)]}`;
}

/** What was done, once the server has it. */
export function sayDone(command: SessionCommand): string {
  switch (command.kind) {
    case 'agree':
      return 'You agreed to the time.';
    case 'decline':
      return 'You declined the time.';
    case 'answer-move':
      return command.answer === 'agree' ? 'You agreed to the other time.' : 'You are for the time as it is.';
    case 'cannot-come':
      return 'Your podmates know that you cannot come.';
    case 'can-come':
      return 'Your podmates know that you come.';
    case 'cancel':
      return 'You took the time back.';
    default:
      return 'Done.';
  }
}

import { DomainError, type SessionCommand } from '../contracts';
import { type AgendaItem, type Session, type SessionState, type SharedTimer } from '../documents';
import { visibleAgenda } from './agenda';
import { NO_JOIN_NOW } from './joining';
import { answerDraft, answerMove, proposeMove, takeBack } from './time-vote';
import { entered, LOBBY_OPENS_MS } from './system-changes';
import { pauseTimer, resumeTimer, startTimer } from './timer';
import { COMMAND_IN_WORDS, STATE_IN_WORDS, stateAfter } from './transitions';
import { callOff, comeAfterAll, stepOut } from './withdrawals';

interface Circumstances {
  readonly actorId: string;
  readonly items: readonly AgendaItem[];
  /** Members for whom no vote waits, as they have not been here for three days. */
  readonly awayIds?: readonly string[];
  readonly now: Date;
}

/**
 * The session after a member's command, one version on. A command whose effect is there already (the current
 * item again, pausing a paused timer, joining twice) gives back the same session: two taps move once.
 * @throws DomainError 'permission-denied': not a member, or handing over as somebody else than the host;
 * 'failed-precondition': not in this state; 'not-found': no such item; 'invalid-argument': no such member
 */
export function applyCommand(session: Session, command: SessionCommand, p: Circumstances): Session {
  if (!session.memberIds.includes(p.actorId))
    throw new DomainError('permission-denied', 'Only members of the pod take part in its sessions.');
  const next = stateAfter(session.state, command.kind);
  if (!next) throw refusal(session.state, command.kind);
  const after = effectOf(session, command, next, p);
  return after === session ? session : { ...after, version: session.version + 1 };
}

const refusal = (state: SessionState, kind: SessionCommand['kind']): DomainError =>
  new DomainError(
    'failed-precondition',
    kind === 'join'
      ? NO_JOIN_NOW
      : `You cannot ${COMMAND_IN_WORDS[kind]} while the session is ${STATE_IN_WORDS[state]}.`,
  );

function effectOf(session: Session, command: SessionCommand, next: SessionState, p: Circumstances): Session {
  switch (command.kind) {
    case 'agree':
    case 'decline':
      return answerDraft(session, command.kind, p);
    case 'propose-move':
      return proposeMove(session, new Date(command.startsAt), p);
    case 'answer-move':
      return answerMove(session, { startsAt: new Date(command.startsAt), answer: command.answer }, p);
    case 'cannot-come':
      return stepOut(session, p);
    case 'can-come':
      return comeAfterAll(session, p);
    case 'join':
      return join(session, next, p);
    case 'start':
      return start(session, next, p);
    case 'go-to-item':
      return goToItem(session, command.itemId, p);
    case 'pause-timer':
      return withTimer(session, (timer) => pauseTimer(timer, p.now));
    case 'resume-timer':
      return withTimer(session, (timer) => resumeTimer(timer, p.now));
    case 'hand-over':
      return handOver(session, command.toMemberId, p);
    case 'take-over':
      return session.hostId === p.actorId ? session : present({ ...session, hostId: p.actorId }, p);
    case 'wrap':
    case 'finish':
      return entered(session, next);
    case 'cancel':
      return session.state === 'draft' ? takeBack(session, p) : callOff(session, p);
  }
}

/** A member may open the lobby in time even if the task that opens it is late. */
function join(session: Session, next: SessionState, p: Circumstances): Session {
  if (session.state === 'scheduled' && p.now.getTime() < session.startsAt.getTime() - LOBBY_OPENS_MS)
    throw refusal('scheduled', 'join');
  if (session.state === next) return present(session, p);
  return present(entered(session, next), p);
}

function start(session: Session, next: SessionState, p: Circumstances): Session {
  const [first] = visibleAgenda(p.items);
  const isHostThere = session.joinedIds.includes(session.hostId);
  return {
    ...present(entered(session, next), p),
    hostId: isHostThere ? session.hostId : p.actorId,
    currentItemId: first?.id ?? null,
    timer: first ? startTimer(first.minutes, p.now) : null,
  };
}

function goToItem(session: Session, itemId: string, p: Circumstances): Session {
  if (session.currentItemId === itemId) return session;
  const item = visibleAgenda(p.items).find((other) => other.id === itemId);
  if (!item) throw new DomainError('not-found', 'That item is not on the agenda any more.');
  return { ...session, currentItemId: item.id, timer: startTimer(item.minutes, p.now) };
}

function withTimer(session: Session, change: (timer: SharedTimer) => SharedTimer): Session {
  if (!session.timer) throw new DomainError('failed-precondition', 'No timer is running in this live session.');
  const timer = change(session.timer);
  return timer === session.timer ? session : { ...session, timer };
}

function handOver(session: Session, toMemberId: string, p: Circumstances): Session {
  if (session.hostId !== p.actorId) throw new DomainError('permission-denied', 'Only the host can hand over.');
  if (!session.memberIds.includes(toMemberId))
    throw new DomainError('invalid-argument', 'Only a member of the pod can be the host.', [
      { path: 'toMemberId', message: 'is not in this session' },
    ]);
  return toMemberId === session.hostId ? session : { ...session, hostId: toMemberId };
}

/** Whoever is there comes after all, whatever they said before. */
function present(session: Session, { actorId, now }: Circumstances): Session {
  if (session.joinedIds.includes(actorId)) return session;
  const { [actorId]: _, ...withdrawals } = session.withdrawals;
  return {
    ...session,
    joinedIds: [...session.joinedIds, actorId],
    joinedAt: { ...session.joinedAt, [actorId]: now },
    withdrawals,
  };
}

import { type AgendaItem, type Session, type SharedTimer } from '@podmates/domain';
import { timerView } from '@podmates/domain/sessions';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Shorter items get no half-time word: it would come on top of the start and the last minute. */
const HALF_TIME_FROM_MS = 4 * MINUTE;

/** Milliseconds as `4:05`, and from an hour on `1:04:05`; part seconds count as whole ones. */
export function sayClock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / SECOND));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

export type TimerStage = 'none' | 'running' | 'half' | 'last-minute' | 'over' | 'paused';

/** The few moments at which a timer is worth a word. */
export function timerStage(timer: SharedTimer | null, now: Date): TimerStage {
  if (!timer) return 'none';
  const view = timerView(timer, now);
  if (view.isPaused) return 'paused';
  if (view.isOver) return 'over';
  if (view.remainingMs <= MINUTE) return 'last-minute';
  return timer.durationMs >= HALF_TIME_FROM_MS && view.elapsedMs >= timer.durationMs / 2 ? 'half' : 'running';
}

/** What a screen reader hears at each stage: never the ticking itself. */
export function sayStage(stage: Exclude<TimerStage, 'running'>): string {
  switch (stage) {
    case 'none':
      return '';
    case 'half':
      return 'Half of the time has passed.';
    case 'last-minute':
      return 'One minute left.';
    case 'over':
      return 'The time for this item is over.';
    case 'paused':
      return 'The timer is paused.';
  }
}

interface Names {
  readonly nameOf: (memberId: string) => string;
  readonly items: readonly AgendaItem[];
}

/** What happened between the session a tap was meant for and the one it met, in sentences. */
export function whatChanged(before: Session, after: Session, p: Names): string {
  const changes: string[] = [];
  if (before.state !== after.state) changes.push(STATE_WORDS[after.state]);
  if (before.startsAt.getTime() !== after.startsAt.getTime()) changes.push('The session is at another time now.');
  if (!before.move && after.move) changes.push('Another time is proposed for it.');
  if (after.currentItemId && before.currentItemId !== after.currentItemId) {
    const title = p.items.find((item) => item.id === after.currentItemId)?.title;
    changes.push(title ? `The agenda is at “${title}” now.` : 'The agenda has moved on.');
  }
  if (before.hostId !== after.hostId) changes.push(`${isNow(p.nameOf(after.hostId))} the host now.`);
  const wasPaused = before.timer?.pausedAt != null;
  const isPaused = after.timer?.pausedAt != null;
  if (wasPaused !== isPaused && after.timer) changes.push(isPaused ? 'The timer is paused.' : 'The timer runs again.');
  const joined = after.joinedIds.filter((id) => !before.joinedIds.includes(id));
  if (joined.length > 0) changes.push(`${joined.map(p.nameOf).join(' and ')} joined.`);
  return changes.length > 0 ? changes.join(' ') : 'Somebody else changed the session a moment before.';
}

const isNow = (name: string): string => (name === 'You' ? 'You are' : `${name} is`);

export const STATE_WORDS: Record<Session['state'], string> = {
  draft: 'The time is a proposal again.',
  scheduled: 'The time is agreed.',
  lobby: 'The lobby is open.',
  live: 'The session has started.',
  wrap: 'The session is wrapping up.',
  done: 'The session is over.',
  cancelled: 'The session was cancelled.',
  'no-quorum': 'Too few people came, so the session did not start.',
};

import { type SharedTimer } from '../documents';

export interface TimerView {
  readonly elapsedMs: number;
  /** Never below 0; `isOver` says that the time has run out. */
  readonly remainingMs: number;
  readonly isOver: boolean;
  readonly isPaused: boolean;
}

export const startTimer = (minutes: number, now: Date): SharedTimer => ({
  startedAt: now,
  durationMs: minutes * 60_000,
  pausedMs: 0,
  pausedAt: null,
});

/** The same timer when it is paused already. */
export const pauseTimer = (timer: SharedTimer, now: Date): SharedTimer =>
  timer.pausedAt ? timer : { ...timer, pausedAt: now };

/** The same timer when it is running already. A clock that went back while paused adds nothing. */
export const resumeTimer = (timer: SharedTimer, now: Date): SharedTimer =>
  timer.pausedAt
    ? { ...timer, pausedAt: null, pausedMs: timer.pausedMs + Math.max(0, now.getTime() - timer.pausedAt.getTime()) }
    : timer;

/** What a timer shows at `now` (server time). Elapsed time goes on past the duration and is never negative. */
export function timerView(timer: SharedTimer, now: Date): TimerView {
  const until = (timer.pausedAt ?? now).getTime();
  const elapsedMs = Math.max(0, until - timer.startedAt.getTime() - timer.pausedMs);
  return {
    elapsedMs,
    remainingMs: Math.max(0, timer.durationMs - elapsedMs),
    isOver: elapsedMs >= timer.durationMs,
    isPaused: timer.pausedAt !== null,
  };
}

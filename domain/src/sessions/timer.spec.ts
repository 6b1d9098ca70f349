import fc from 'fast-check';
import { pauseTimer, resumeTimer, startTimer, timerView } from './timer';

const START = new Date('2026-06-01T18:00:00Z');
const at = (ms: number) => new Date(START.getTime() + ms);

describe('the shared timer', () => {
  it('counts down, and on past its end', () => {
    const timer = startTimer(5, START);
    expect(timerView(timer, at(0))).toEqual({ elapsedMs: 0, remainingMs: 300_000, isOver: false, isPaused: false });
    expect(timerView(timer, at(299_999))).toMatchObject({ remainingMs: 1, isOver: false });
    expect(timerView(timer, at(300_000))).toMatchObject({ remainingMs: 0, isOver: true });
    expect(timerView(timer, at(360_000))).toMatchObject({ elapsedMs: 360_000, remainingMs: 0, isOver: true });
  });

  it('shows its full time to a device whose clock is behind', () =>
    expect(timerView(startTimer(5, START), at(-4000))).toMatchObject({ elapsedMs: 0, remainingMs: 300_000 }));

  it('gains no time from a clock that went back while it was paused', () => {
    const timer = resumeTimer(pauseTimer(startTimer(5, START), at(60_000)), at(30_000));
    expect(timer.pausedMs).toBe(0);
  });

  it('adds up exactly what ran, whatever was paused', () => {
    const steps = fc.array(fc.record({ ms: fc.nat(600_000), act: fc.constantFrom('pause', 'resume', 'look') }));
    fc.assert(
      fc.property(steps, (history) => {
        let timer = startTimer(5, START);
        let clock = 0;
        let ran = 0;
        for (const { ms, act } of history) {
          clock += ms;
          if (!timer.pausedAt) ran += ms;
          if (act === 'pause') timer = pauseTimer(timer, at(clock));
          if (act === 'resume') timer = resumeTimer(timer, at(clock));
          expect(timerView(timer, at(clock)).elapsedMs).toBe(ran);
        }
      }),
    );
  });
});

import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Callables, Identity } from '../firebase';
import { Clock } from './clock';

const SERVER_AHEAD_MS = 10 * 60_000;
const call = jest.fn();
const memberId = signal<string | undefined>('ana');
const start = () => {
  TestBed.configureTestingModule({
    providers: [
      { provide: Callables, useValue: { call } },
      { provide: Identity, useValue: { memberId } },
    ],
  });
  return TestBed.inject(Clock);
};

describe('the clock', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-24T12:00:00Z') });
    localStorage.clear();
    memberId.set('ana');
    call.mockReset().mockImplementation(async () => ({ now: new Date(Date.now() + SERVER_AHEAD_MS).toISOString() }));
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
  });

  it('shows the time of a server that is ahead of this device', async () => {
    const clock = start();
    await clock.measure();
    expect(clock.offset()).toBe(SERVER_AHEAD_MS);
    expect(clock.skew()).toBe(SERVER_AHEAD_MS);
    expect(clock.now().toISOString()).toBe('2026-11-24T12:10:00.000Z');
  });

  it('goes on second by second', async () => {
    const clock = start();
    const before = clock.seconds();
    await jest.advanceTimersByTimeAsync(3000);
    expect(clock.seconds()).toBeGreaterThanOrEqual(before + 3);
  });

  it('measures each minute, and keeps the device time while no answer comes', async () => {
    call.mockReset().mockRejectedValue(new Error('no answer'));
    const clock = start();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(call).toHaveBeenCalledWith('readClock', {});
    expect(clock.offset()).toBe(0);
    expect(clock.skew()).toBeNull(); // not known, which is not the same as none
  });

  it('asks again at once after an answer that was long under way', async () => {
    let tripMs = 8000;
    call.mockReset().mockImplementation(async () => {
      await new Promise((resolve) => setTimeout(resolve, tripMs));
      tripMs = 40;
      return { now: new Date(Date.now() + SERVER_AHEAD_MS).toISOString() };
    });
    const clock = start();
    const measured = clock.measure();
    await jest.advanceTimersByTimeAsync(9000);
    await measured;
    expect(Math.abs(clock.offset() - SERVER_AHEAD_MS)).toBeLessThanOrEqual(20);
  });

  it('knows from an earlier visit what it cannot ask for now, and believes a new answer more', async () => {
    await start().measure();
    TestBed.resetTestingModule();
    call.mockReset().mockRejectedValueOnce(new Error('no network'));
    const offline = start();
    await offline.measure();
    expect(offline.offset()).toBe(SERVER_AHEAD_MS);
    expect(offline.skew()).toBe(SERVER_AHEAD_MS);
    call.mockImplementation(async () => ({ now: new Date().toISOString() }));
    await offline.measure();
    expect(offline.offset()).toBe(0);
  });

  it.each(['', 'x', 'Infinity'])('takes %j in the place of what was found earlier for nothing', (kept) => {
    localStorage.setItem('podmates.clock-offset', kept);
    expect(start().offset()).toBe(0);
  });

  it('follows a clock that was set, and forgets what it knew before', async () => {
    const clock = start();
    await clock.measure();
    call.mockImplementation(async () => ({ now: new Date(Date.now() + 2 * SERVER_AHEAD_MS).toISOString() }));
    await clock.measure();
    expect(clock.offset()).toBe(2 * SERVER_AHEAD_MS);
  });

  it('asks nothing while nobody is signed in', async () => {
    memberId.set(undefined);
    await start().measure();
    expect(call).not.toHaveBeenCalled();
  });
});

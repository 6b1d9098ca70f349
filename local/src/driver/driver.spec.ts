import { type LocalClock } from '../clock/local-clock';
import { Driver } from './driver';
import { type PeriodicWork } from './periodic-work';
import { type TaskDelivery } from './task-delivery';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23) + minutes * 60_000);

/** A clock that stands still unless it is moved, and delayed work at given minutes. */
function aWorld(due: number[]) {
  let now = at(0);
  const log: string[] = [];
  const minute = () => (now.getTime() - at(0).getTime()) / 60_000;
  const clock = {
    now: () => now,
    moveTo: async (instant: Date) => {
      if (instant > now) now = instant;
    },
  } as LocalClock;
  const tasks = {
    nextAt: async () => (due[0] === undefined ? null : at(due[0])),
    deliverDue: async () => {
      while (due[0] !== undefined && due[0] <= minute()) log.push(`task ${due.shift()} at ${minute()}`);
      return 0;
    },
  } as unknown as TaskDelivery;
  const periodic = { runDue: async () => void log.push(`periodic at ${minute()}`) } as unknown as PeriodicWork;
  const follower = { follow: async () => undefined, nextAt: async () => (minute() < 7 ? at(7) : null) };
  return { driver: new Driver(clock, tasks, periodic, [follower]), log, minute };
}

describe('moving the clock', () => {
  it('does each delayed work at its own time, in order, and ends at its aim', async () => {
    const { driver, log, minute } = aWorld([5, 20]);
    await driver.moveTo(at(30));
    expect(log.filter((line) => line.startsWith('task'))).toEqual(['task 5 at 5', 'task 20 at 20']);
    expect(minute()).toBe(30);
  });

  it('stops where somebody wants their turn', async () => {
    const { driver, log } = aWorld([]);
    await driver.moveTo(at(30));
    expect(log).toContain('periodic at 7');
  });

  it('does nothing for an aim in the past', async () => {
    const { driver, log } = aWorld([5]);
    await driver.moveTo(at(-10));
    expect(log).toEqual([]);
  });

  it('takes two moves one after the other', async () => {
    const { driver, minute } = aWorld([]);
    await Promise.all([driver.moveTo(at(20)), driver.moveTo(at(10))]);
    expect(minute()).toBe(20);
  });
});

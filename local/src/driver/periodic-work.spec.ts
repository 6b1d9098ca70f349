import { SCHEDULES } from '../../../functions/src/runtime/schedules';
import { intervalMs, PeriodicWork } from './periodic-work';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23) + minutes * 60_000);

describe('periodic work', () => {
  it('understands every schedule of the product', () => {
    for (const { every } of Object.values(SCHEDULES)) expect(intervalMs(every)).toBeGreaterThan(0);
    expect(() => intervalMs('0 5 * * *')).toThrow('does not understand');
  });

  it('runs at the first look, then when its interval of local time has passed, once however long that was', async () => {
    const runs: string[] = [];
    const work = new PeriodicWork(async (name) => void runs.push(name));
    const runsAt = async (minutes: number) => {
      runs.length = 0;
      await work.runDue(at(minutes));
      return [...runs];
    };
    expect(await runsAt(0)).toContain('sweepSlots');
    expect(await runsAt(4)).toEqual([]);
    expect(await runsAt(5)).toEqual(['sweepPods', 'matchWaiting', 'sweepSessions', 'sweepCoach', 'resendOutbox']);
    expect((await runsAt(5 * 24 * 60)).filter((name) => name === 'sweepSlots')).toHaveLength(1);
  });
});

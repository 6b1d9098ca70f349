import { TestBed } from '@angular/core/testing';
import { FakeBoundary } from '../../testing/fake-boundary';
import { ZoneAnswer } from './zone-answer';

const DAY_MS = 86_400_000;
const arrive = async () => {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: new FakeBoundary().providers() });
  const answer = TestBed.inject(ZoneAnswer);
  TestBed.tick();
  await jest.advanceTimersByTimeAsync(0);
  TestBed.tick();
  return answer;
};

/** The profile says Berlin, the device says UTC. */
describe('a device in another zone', () => {
  beforeEach(() => {
    localStorage.clear();
    jest.useFakeTimers({ now: new Date('2026-11-24T12:00:00Z') });
  });
  afterEach(() => jest.useRealTimers());

  it('leads to a question after a day, not before', async () => {
    expect((await arrive()).isDue()).toBe(false);
    jest.setSystemTime(Date.now() + DAY_MS - 60_000);
    expect((await arrive()).isDue()).toBe(false);
    jest.setSystemTime(Date.now() + 60_000);
    expect((await arrive()).isDue()).toBe(true);
  });

  it('leads to none once the member stays on home time', async () => {
    (await arrive()).stay();
    jest.setSystemTime(Date.now() + 2 * DAY_MS);
    const later = await arrive();
    expect([later.isOpen(), later.isDue()]).toEqual([false, false]);
  });
});

import { TestBed } from '@angular/core/testing';
import { type Streak, type StreakDay } from '@podmates/domain';
import { aCard, aCheckIn, aMember, aPod, NOW } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { type Screen, show } from '../../testing/screen';
import { heatWeeks } from './heat-map';
import { StreakPage } from './streak-page';

const aDay = (seq: number, label: string, state: StreakDay['state'], reason: string): StreakDay => ({
  slotId: `s1_${seq}`,
  seq,
  label,
  state,
  reason,
  lengthAfter: 0,
});
const DAYS = [
  aDay(0, '2026-11-18', 'done', 'Checked in on time; the streak is 1.'),
  aDay(1, '2026-11-20', 'frozen', 'A freeze kept the streak at 1.'),
  aDay(2, '2026-11-23', 'late', 'Counts within the 12 hours after.'),
  aDay(3, '2026-11-25', 'open', 'Still to come.'),
];
const aStreak = (over: Partial<Streak> = {}): Streak => ({
  id: 'ana',
  sprintId: 's1',
  current: 2,
  best: 4,
  lateCount: 1,
  freezeTokens: 0,
  days: DAYS,
  version: 1,
  schemaVersion: 1,
  updatedAt: NOW,
  ...over,
});

describe('the streak page', () => {
  let boundary: FakeBoundary;
  const open = async (): Promise<Screen> => {
    TestBed.configureTestingModule({ providers: boundary.providers() });
    return show(StreakPage);
  };
  const dayButtons = (screen: Screen) => [...screen.element.querySelectorAll<HTMLElement>('button.cell')];

  beforeEach(() => {
    boundary = new FakeBoundary();
    boundary.member.next(aMember({ activeSprintId: 's1' }));
    boundary.streak.next(aStreak());
  });
  afterEach(() => document.body.replaceChildren());

  it('says the count, the best, late ones and freezes', async () => {
    const text = (await open()).text();
    expect(text).toMatch(/Current\s?2\s?Best\s?4\s?Late\s?1\s?Freeze tokens\s?0 of 2/);
  });

  it('says beside it how long the pod has kept together, and what that means', async () => {
    boundary.member.next(aMember({ activeSprintId: 's1', podId: 'p1' }));
    boundary.pod.next(aPod({ cards: [aCard({ streak: { current: 5, best: 6 } }), aCard({ id: 'ana' })] }));
    const text = (await open()).text();
    expect(text).toMatch(/Freeze tokens\s?0 of 2\s?Pod\s?4/);
    expect(text).toContain('the shortest current streak among its members');
  });

  it('stands alone without a pod, and where the pod cannot be read', async () => {
    expect((await open()).text()).not.toContain('Pod');
    TestBed.resetTestingModule();
    boundary.member.next(aMember({ activeSprintId: 's1', podId: 'p1' }));
    boundary.isBroken = true;
    const text = (await open()).text();
    expect(text).toMatch(/Current\s?2/);
    expect(text).not.toContain('Pod');
  });

  it('gives each day its reason in words, without a pointer', async () => {
    const screen = await open();
    expect(screen.text()).toContain('A freeze kept the streak at 1.');
    expect(dayButtons(screen).map((day) => day.getAttribute('aria-label'))).toEqual([
      'Wednesday 18 November: Done. Checked in on time; the streak is 1.',
      'Friday 20 November: Frozen. A freeze kept the streak at 1.',
      'Monday 23 November: Late. Counts within the 12 hours after.',
      'Wednesday 25 November: Open. Still to come.',
    ]);
  });

  it('is walked by arrows from the newest decided day, with one day in the tab order', async () => {
    const screen = await open();
    const tabbable = () => dayButtons(screen).filter((day) => day.tabIndex === 0);
    expect(tabbable()).toHaveLength(1);
    tabbable()[0]?.focus();
    const press = async (key: string) => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await screen.settle();
      return document.activeElement?.getAttribute('data-day');
    };
    expect(await press('ArrowLeft')).toBe('2026-11-20');
    expect(await press('ArrowLeft')).toBe('2026-11-18');
    expect(await press('ArrowDown')).toBe('2026-11-25');
    expect(await press('Home')).toBe('2026-11-18');
    expect(screen.element.querySelector('.detail')?.textContent).toContain('Checked in on time');
    expect(tabbable()).toHaveLength(1);
  });

  it('is kind where nothing is yet', async () => {
    boundary.streak.next(null);
    expect((await open()).text()).toContain('Your streak begins with your first slot');
  });

  it('offers a rest after three slots at the limit, and takes a no for these three', async () => {
    boundary.streak.next(aStreak());
    const hard = (n: number) =>
      aCheckIn({ id: `s1_${n}`, rpe: 9, receivedAt: new Date(NOW.getTime() - n * 24 * 3_600_000) });
    boundary.hardCheckIns.next([hard(1), hard(3)]);
    const screen = await open();
    expect(screen.text()).not.toContain('A rest, if you would like one');
    boundary.hardCheckIns.next([hard(1), hard(3), hard(20)]);
    await screen.settle();
    expect(screen.text()).not.toContain('A rest, if you would like one');
    boundary.hardCheckIns.next([hard(1), hard(3), hard(5)]);
    await screen.settle();
    expect(screen.text()).toContain('Three of your slots within two weeks were at the limit.');
    await screen.press('Not now');
    expect(screen.text()).not.toContain('A rest, if you would like one');
    boundary.hardCheckIns.next([hard(0), hard(1), hard(3)]);
    await screen.settle();
    expect(screen.hasAct('Not now')).toBe(true);
  });
});

describe('the heat map', () => {
  it('has whole weeks from Monday around the slots, across the end of a year', () => {
    const weeks = heatWeeks([aDay(0, '2026-12-30', 'done', ''), aDay(1, '2027-01-04', 'open', '')]);
    expect(weeks.map(({ monday }) => monday)).toEqual(['2026-12-28', '2027-01-04']);
    expect(weeks.every(({ cells }) => cells.length === 7)).toBe(true);
  });

  it('shows the later slot where a move over the date line put two on one day', () => {
    const [week] = heatWeeks([aDay(1, '2026-11-25', 'done', 'later'), aDay(0, '2026-11-25', 'late', 'earlier')]);
    expect(week?.cells.find(({ slot }) => slot)?.slot?.reason).toBe('later');
  });

  it('is empty without slots', () => expect(heatWeeks([])).toEqual([]));
});

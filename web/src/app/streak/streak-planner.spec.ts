import { TestBed } from '@angular/core/testing';
import { type Slot } from '@podmates/domain';
import { aMember, aSlot, aSprint, inHours } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { type Screen, show } from '../../testing/screen';
import { CallRefused } from '../firebase';
import { sayStanding, standingOf } from '../check-in/slot-standing';
import { StreakPage } from './streak-page';

/** Now is Tuesday, 24 November, 13:00 in Berlin. */
const missed = (over: Partial<Slot> = {}) =>
  aSlot({
    id: 's1_0',
    seq: 0,
    label: '2026-11-23',
    startsAt: inHours(-19),
    openAt: inHours(-33),
    dueAt: inHours(-9),
    graceEndsAt: inHours(3),
    state: 'missed',
    ...over,
  });
const today = aSlot({ id: 's1_1', seq: 1 });
const thursday = aSlot({
  id: 's1_2',
  seq: 2,
  label: '2026-11-26',
  openAt: inHours(39),
  dueAt: inHours(63),
  graceEndsAt: inHours(75),
});

describe('the planner of the streak page', () => {
  let boundary: FakeBoundary;
  const open = async (): Promise<Screen> => {
    TestBed.configureTestingModule({ providers: boundary.providers() });
    return show(StreakPage);
  };

  beforeEach(() => {
    boundary = new FakeBoundary();
    boundary.member.next(aMember({ activeSprintId: 's1' }));
    boundary.sprint.next(aSprint());
    boundary.slots.next([missed(), today, thursday, aSlot({ id: 's0_9', sprintId: 's0' })]);
    boundary.streak.next({
      id: 'ana',
      sprintId: 's1',
      current: 0,
      best: 0,
      lateCount: 0,
      freezeTokens: 0,
      days: [],
      version: 1,
      schemaVersion: 1,
      updatedAt: inHours(0),
    });
    boundary.answers.set('scheduleMakeUp', () => ({ expiresAt: '2026-11-27T03:00:00.000Z' }));
  });
  afterEach(() => document.body.replaceChildren());

  it('answers what missing a slot would mean, for each of those ahead', async () => {
    const screen = await open();
    const select = screen.element.querySelector<HTMLSelectElement>('#what-if')!;
    expect([...select.options].map(({ text }) => text.trim())).toEqual(['Tuesday 24 November', 'Thursday 26 November']);
    // The one freeze went to Monday.
    expect(screen.text()).toContain('Without Tuesday 24 November there is no freeze left for it');
    select.value = 's1_2';
    select.dispatchEvent(new Event('change'));
    await screen.settle();
    expect(screen.text()).toContain('Without Thursday 26 November there is no freeze left');
    expect(screen.text()).toContain(
      'With it the streak would be 2. It could be made up until Monday 30 November, 04:00.',
    );
  });

  it('plans a make-up with one tap', async () => {
    const screen = await open();
    expect(screen.text()).toContain('Monday 23 November can be made up until Friday 27 November, 04:00.');
    await screen.press('Plan a make-up for Monday 23 November');
    const [asked] = boundary.asked.filter(({ name }) => name === 'scheduleMakeUp');
    expect(asked?.input).toEqual({ slotId: 's1_0', at: expect.stringMatching(/^2026-11-25T/) });
  });

  it('leads to the check-in of a make-up that is planned', async () => {
    boundary.slots.next([missed({ makeUpAt: inHours(20) }), today]);
    const screen = await open();
    expect(screen.text()).toContain('The make-up for Monday 23 November is planned for Wednesday 25 November');
    const link = [...screen.element.querySelectorAll('a')].find((a) => a.textContent?.includes('Check in the make-up'));
    expect(link?.getAttribute('href')).toBe('/check-in/s1_0');
  });

  it('says kindly when a make-up was refused', async () => {
    boundary.refuse('scheduleMakeUp', new CallRefused('failed-precondition', 'That is over.'));
    const screen = await open();
    await screen.press('Plan a make-up for Monday 23 November');
    expect(screen.element.querySelector('[role=alert]')?.textContent).toBe('That is over.');
  });

  it('waits for a network to plan one, and still answers', async () => {
    boundary.isOnline.set(false);
    const screen = await open();
    expect(screen.text()).toContain('A make-up can be planned once you are online again.');
    expect(screen.text()).toContain('Without Tuesday 24 November');
  });

  it('is not there without a sprint', async () => {
    boundary.member.next(aMember({ activeSprintId: null }));
    expect((await open()).text()).not.toContain('Looking ahead');
  });
});

describe('a slot whose make-up is planned', () => {
  it('takes its check-in until the make-up expires', () => {
    const planned = missed({ makeUpAt: inHours(20) });
    expect(standingOf(planned, inHours(20))).toBe('make-up');
    expect(sayStanding(planned, inHours(20))).toContain('until Friday 27 November, 04:00');
    expect(standingOf(planned, inHours(64))).toBe('closed');
    expect(standingOf(missed(), inHours(20))).toBe('closed');
  });
});

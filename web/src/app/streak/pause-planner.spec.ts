import { TestBed } from '@angular/core/testing';
import { type Pause } from '@podmates/domain';
import { slotsOf } from '@podmates/domain/sprints';
import { aMember, aSprint, inHours } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { type Screen, show } from '../../testing/screen';
import { CallRefused } from '../firebase';
import { outlookOf, saySlots } from './pause-words';
import { StreakPage } from './streak-page';

/** Now is Tuesday, 24 November, 13:00 in Berlin; Tuesdays, Thursdays and Saturdays at 18:00. */
const sprint = aSprint({
  slots: [2, 4, 6].map((weekday) => ({ weekday, time: '18:00', minutes: 45, ifPart: 'work ends', thenPart: 'I go' })),
});
const slots = slotsOf(sprint);
const aPause = (over: Partial<Pause> = {}): Pause => ({
  requestedAt: inHours(-1),
  from: '2026-12-03',
  to: '2026-12-05',
  kind: 'planned',
  ...over,
});

describe('days off on the streak page', () => {
  let boundary: FakeBoundary;
  const open = async (): Promise<Screen> => {
    TestBed.configureTestingModule({ providers: boundary.providers() });
    return show(StreakPage);
  };
  const asked = (name: string) => boundary.asked.filter((one) => one.name === name).map(({ input }) => input);

  beforeEach(() => {
    boundary = new FakeBoundary();
    boundary.member.next(aMember({ activeSprintId: 's1' }));
    boundary.sprint.next(sprint);
    boundary.slots.next(slots);
    boundary.streak.next({
      id: 'ana',
      sprintId: 's1',
      current: 0,
      best: 0,
      lateCount: 0,
      freezeTokens: 1,
      days: [],
      version: 1,
      schemaVersion: 1,
      updatedAt: inHours(0),
    });
    boundary.answers.set('planPause', () => ({ days: 3, endsOn: sprint.endsOn }));
    boundary.answers.set('endPause', () => ({ endsOn: sprint.endsOn }));
  });
  afterEach(() => document.body.replaceChildren());

  it('are planned, with what they will do said beforehand', async () => {
    const screen = await open();
    await screen.press('Plan a pause');
    await screen.fill('First day', '2026-12-03');
    await screen.fill('Last day', '2026-12-05');
    expect(screen.text()).toContain('Thursday 3 and Saturday 5 December will be excused; your streak stays 0.');
    await screen.press('Plan this pause');
    expect(asked('planPause')).toEqual([{ kind: 'planned', from: '2026-12-03', to: '2026-12-05' }]);
    expect(screen.text()).toContain('Your pause is planned.');
  });

  it('for illness begin today, and say when the sprint ends', async () => {
    const screen = await open();
    await screen.press('Plan a pause');
    await screen.tick('Illness');
    expect(screen.field('First day').value).toBe('2026-11-24');
    await screen.fill('Last day', '2026-11-26');
    expect(screen.text()).toContain('Tuesday 24 and Thursday 26 November will be excused; your streak stays 0.');
    expect(screen.text()).toContain('The sprint then ends on Thursday 7 January.');
  });

  it('cannot be asked for backwards, and say so', async () => {
    const screen = await open();
    await screen.press('Plan a pause');
    await screen.fill('First day', '2026-12-05');
    await screen.fill('Last day', '2026-12-03');
    expect(screen.text()).toContain('The last day is before the first day.');
    expect(screen.act('Plan this pause').hasAttribute('disabled')).toBe(true);
  });

  it('are cancelled before they begin, and ended with today while they last', async () => {
    const running = aPause({ from: '2026-11-23', to: '2026-11-27', kind: 'illness' });
    boundary.sprint.next({ ...sprint, pauses: [aPause(), running, aPause({ from: '2026-11-20', to: '2026-11-21' })] });
    const screen = await open();
    expect(screen.text()).toContain('Illness, now');
    expect(screen.text()).toContain('Over');
    await screen.press('Cancel the pause of Thursday 3 December to Saturday 5 December');
    await screen.press('End with today, the pause of Monday 23 November to Friday 27 November');
    expect(asked('endPause')).toEqual([
      { kind: 'planned', from: '2026-12-03', to: '2026-12-05' },
      { kind: 'illness', from: '2026-11-23', to: '2026-11-27' },
    ]);
    expect(screen.text()).toContain('The pause ends with today.');
  });

  it('say kindly what was refused, and wait for a network', async () => {
    boundary.refuse('planPause', new CallRefused('failed-precondition', 'This sprint is over.'));
    const screen = await open();
    await screen.press('Plan a pause');
    await screen.press('Plan this pause');
    expect(screen.element.querySelector('[role=alert]')?.textContent).toBe('This sprint is over.');
    boundary.isOnline.set(false);
    await screen.settle();
    expect(screen.text()).toContain('A pause can be planned once you are online again.');
  });
});

describe('the outlook of a pause', () => {
  const ask = (over: Partial<Pause>, p: { staked?: boolean; pauses?: Pause[] } = {}) => {
    const { requestedAt: _, ...asked } = aPause(over);
    const running = { ...sprint, pauses: p.pauses ?? [] };
    return outlookOf(running, slots, { asked, staked: p.staked ?? false, now: inHours(0) });
  };

  it('names the earliest day where notice is asked for', () => {
    expect(ask({ from: '2026-11-26', to: '2026-11-27' }, { staked: true })).toEqual({
      isGranted: false,
      words:
        'With a deposit a pause is asked for at least 7 days ahead. If you are ill, a pause for illness begins at once. ' +
        'The first day can be Tuesday 1 December at the earliest.',
    });
    expect(ask({ from: '2026-12-01' }, { staked: true }).isGranted).toBe(true);
  });

  it('says when no slot is touched, what is planned already, and that an illness has its limit', () => {
    expect(ask({ from: '2026-12-04', to: '2026-12-04' }).words).toMatch(/^No slot of yours falls on these days/);
    expect(ask({}, { pauses: [aPause()] })).toEqual({ isGranted: false, words: 'This pause is planned already.' });
    expect(ask({ kind: 'illness', to: '2026-12-20' }).words).toContain('An illness covers its first 7 days');
    expect(ask({ from: '' }).words).toBe('Choose the first and the last day.');
    expect(ask({ from: '2026-11-01', to: '2026-11-02' }).words).toContain('leaves no day of this sprint');
  });

  it('names a few days and counts many', () => {
    expect(saySlots(['2026-11-28', '2026-12-01', '2026-12-03'])).toBe(
      'Saturday 28 November, Tuesday 1 and Thursday 3 December',
    );
    const many = ['2026-12-01', '2026-12-03', '2026-12-05', '2026-12-08', '2026-12-10'];
    expect(saySlots(many)).toBe('5 slots from Tuesday 1 December to Thursday 10 December');
  });
});

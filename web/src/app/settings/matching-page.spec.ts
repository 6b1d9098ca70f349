import { TestBed } from '@angular/core/testing';
import { aMatchRequest, aMember, aSprint } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { CallRefused } from '../firebase';
import { MatchingPage } from './matching-page';

let boundary: FakeBoundary;
const saved = () => boundary.asked.filter(({ name }) => name !== 'previewOverlap');
beforeEach(() => {
  boundary = new FakeBoundary();
  boundary.sprint.next(aSprint());
  boundary.member.next(aMember({ activeSprintId: 's1' }));
  TestBed.configureTestingModule({ providers: boundary.providers() });
});
afterEach(() => document.body.replaceChildren());

describe('wishes and hours', () => {
  it('are saved where they were changed, and nowhere else', async () => {
    const screen = await show(MatchingPage);
    await screen.tick('Relaxed');
    await screen.press('Save');
    expect(saved()).toEqual([
      {
        name: 'saveMatchPreferences',
        input: { preferences: { styles: ['relaxed'], sizes: [2, 3, 4], gender: null, comfort: null } },
      },
    ]);
  });

  it('of the sprint that runs can be changed', async () => {
    const screen = await show(MatchingPage);
    await screen.fill('Tuesday, until', '22:00');
    await screen.press('Save');
    const availability = [{ weekday: 2, start: '18:00', end: '22:00' }];
    expect(saved()).toEqual([{ name: 'saveAvailability', input: { availability } }]);
  });

  it('that cannot be are explained at their field, and nothing is sent', async () => {
    const screen = await show(MatchingPage);
    for (const size of ['Two', 'Three, the usual', 'Four']) await screen.tick(size);
    await screen.fill('Tuesday, until', '17:00');
    await screen.press('Save');
    expect(screen.text()).toContain('The pod needs at least one size');
    expect(screen.text()).toContain('The end is not after the start');
    expect(document.activeElement).toBe(screen.field('Two'));
    expect(saved()).toEqual([]);
  });

  it('have no hours without a sprint', async () => {
    boundary.member.next(aMember());
    expect((await show(MatchingPage)).text()).not.toContain('Hours for your pod');
  });

  it('stay in the form when the server says no', async () => {
    boundary.refuse('saveMatchPreferences', new CallRefused('unavailable', 'You are offline.'));
    const screen = await show(MatchingPage);
    await screen.tick('Direct');
    await screen.press('Save');
    expect(screen.text()).toContain('You are offline.');
    expect(screen.field('Direct').checked).toBe(true);
  });
});

describe('a pause', () => {
  it('is offered to those who are looked for', async () => {
    boundary.request.next(aMatchRequest());
    const screen = await show(MatchingPage);
    await screen.press('Pause until …');
    await screen.press('Pause');
    expect(saved()).toEqual([{ name: 'snoozeMatching', input: { until: '2026-11-30T23:00:00.000Z' } }]);
  });

  it('is not offered to others', async () => {
    expect((await show(MatchingPage)).hasAct('Pause until …')).toBe(false);
  });

  it('can be ended', async () => {
    boundary.request.next(aMatchRequest({ status: 'snoozed', snoozedUntil: new Date('2026-11-30T23:00:00Z') }));
    const screen = await show(MatchingPage);
    expect(screen.text()).toContain('You are back on Tuesday 1 December, 00:00.');
    await screen.press('Wake up now');
    expect(saved()).toEqual([{ name: 'snoozeMatching', input: { until: null } }]);
  });
});

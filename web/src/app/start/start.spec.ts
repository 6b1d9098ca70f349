import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { aMember } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { type Screen, show } from '../../testing/screen';
import { CallRefused } from '../firebase';
import { Start } from './start';

let boundary: FakeBoundary;
beforeEach(() => {
  localStorage.clear();
  boundary = new FakeBoundary();
  TestBed.configureTestingModule({ providers: boundary.providers() });
});
afterEach(() => document.body.replaceChildren());

const chooseGym = (screen: Screen) => {
  screen.element.querySelector<HTMLInputElement>('input[value="gym"]')?.click();
  return screen.press('Continue');
};
const toReview = async (screen: Screen) => {
  await chooseGym(screen);
  await screen.press('Continue');
  await screen.press('+ Workday evenings');
  await screen.press('Continue');
};

describe('onboarding', () => {
  it('asks for a template before it goes on', async () => {
    const screen = await show(Start);
    await screen.press('Continue');
    expect(screen.text()).toContain('The template is not chosen yet');
    expect(screen.text()).toContain('What are the next six weeks about?');
  });

  it('fills the plan from the template and goes on to hours', async () => {
    const screen = await show(Start);
    await chooseGym(screen);
    expect(screen.field('Your goal').value).toBe('Train three times a week');
    expect(screen.field('Day', 2).value).toBe('5');
    await screen.press('Continue');
    expect(screen.text()).toContain('When could you meet a pod?');
    expect(document.activeElement?.textContent).toBe('Where, when and with whom?');
  });

  it('shows each problem at its field and puts the focus on the first', async () => {
    const screen = await show(Start);
    await chooseGym(screen);
    await screen.fill('Day', '1', 1);
    await screen.fill('If', '', 3);
    await screen.press('Continue');
    expect(screen.text()).toContain('This slot is on the same day as another slot');
    expect(screen.text()).toContain('The “if” is empty');
    expect(document.activeElement).toBe(screen.field('Day', 1));
    expect(screen.field('Day', 1).getAttribute('aria-describedby')).toBe('problem-slots-1-weekday');
    await screen.fill('Day', '3', 1);
    expect(screen.text()).not.toContain('on the same day');
  });

  it('adds slots when the goal asks for more', async () => {
    const screen = await show(Start);
    await chooseGym(screen);
    await screen.fill('How often', 'times-5');
    await screen.press('Continue');
    expect(screen.text()).toContain('When could you meet a pod?');
  });

  it('keeps what was typed across a reload', async () => {
    const before = await show(Start);
    await chooseGym(before);
    await before.fill('Your goal', 'Lift kindly');
    const after = await show(Start);
    expect(after.field('Your goal').value).toBe('Lift kindly');
  });

  it('asks for at least some hours', async () => {
    const screen = await show(Start);
    await chooseGym(screen);
    await screen.press('Continue');
    await screen.press('Continue');
    expect(screen.text()).toContain('Your availability needs at least one window');
  });

  it('lets a window be added, changed and removed by native controls', async () => {
    const screen = await show(Start);
    await chooseGym(screen);
    await screen.press('Continue');
    await screen.press('Add hours on Tuesday');
    await screen.fill('Tuesday, until', '24:00');
    expect(screen.hasAct('Remove Tuesday, 18:00 to 24:00')).toBe(true);
    await screen.press('Remove Tuesday, 18:00 to 24:00');
    expect(screen.hasAct('Remove Tuesday, 18:00 to 24:00')).toBe(false);
    expect(document.activeElement).toBe(screen.act('Add hours on Tuesday'));
  });

  it('says how many people share the hours', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'], advanceTimers: 100 });
    boundary.answers.set('previewOverlap', () => ({ people: 4, hours: 9 }));
    const screen = await show(Start);
    await chooseGym(screen);
    await screen.press('Continue');
    await screen.press('+ Workday evenings');
    await jest.advanceTimersByTimeAsync(500);
    await screen.settle();
    expect(screen.text()).toContain('4 people who wait share 9 of your hours right now.');
    jest.useRealTimers();
  });
});

describe('who would suit', () => {
  const toHours = async (screen: Screen) => {
    await chooseGym(screen);
    await screen.press('Continue');
  };

  it('begins with the profile, survives a reload, and is saved before the sprint starts', async () => {
    boundary.answers.set('startSprint', () => ({ sprintId: 's1' }));
    const before = await show(Start);
    expect(before.element.querySelector('input[name="focus"]')).toBeNull();
    before.element.querySelector<HTMLInputElement>('input[value="gym"]')?.click();
    await before.settle();
    await before.tick('Endurance');
    await before.press('Continue');
    await before.press('Continue');
    expect(before.field('I am at least 18 years old').checked).toBe(true);
    await before.tick('Direct');
    await before.tick('Two');
    document.body.replaceChildren();

    const screen = await show(Start);
    expect(screen.field('Direct').checked).toBe(true);
    await screen.press('+ Workday evenings');
    await screen.press('Continue');
    expect(screen.text()).toContain('endurance');
    expect(screen.text()).toContain('Direct · Pods of three or four · With adults');
    await screen.press('Find my pod');
    expect(boundary.asked.filter(({ name }) => name !== 'previewOverlap')).toEqual([
      {
        name: 'saveMatchPreferences',
        input: { preferences: { styles: ['direct'], sizes: [3, 4], gender: null, comfort: null } },
      },
      {
        name: 'startSprint',
        input: expect.objectContaining({ goal: expect.objectContaining({ focus: 'endurance' }) }),
      },
    ]);
  });

  it('says which wish cannot be kept yet', async () => {
    const screen = await show(Start);
    await toHours(screen);
    await screen.press('+ Workday evenings');
    await screen.fill('Be in a pod with', 'Only people of my gender');
    expect(screen.text()).toContain('You meet people who said who they are, so it can take longer');
    await screen.press('Continue');
    expect(screen.text()).toContain('Your gender is needed to find people of the same gender');
    expect(document.activeElement).toBe(screen.field('You are'));
    await screen.fill('You are', 'A woman');
    await screen.press('Continue');
    expect(screen.text()).toContain('Only people of my gender');
  });

  it('keeps every choice, also those made before the page was drawn again', async () => {
    boundary.answers.set('startSprint', () => ({ sprintId: 's1' }));
    const screen = await show(Start);
    await toHours(screen);
    screen.act('+ Workday evenings').click();
    screen.act('+ Lunch breaks').click();
    screen.field('Direct').click();
    screen.field('Two').click();
    for (const [label, value] of [
      ['You are', 'A woman'],
      ['Be in a pod with', 'Only women'],
    ] as const) {
      const field = screen.field(label);
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await screen.settle();
    expect(screen.field('Direct').checked).toBe(true);
    expect(screen.field('Two').checked).toBe(false);
    await screen.press('Continue');
    expect(screen.text()).toMatch(/12:00.*18:00/);
    await screen.press('Find my pod');
    expect(boundary.asked.find(({ name }) => name === 'saveMatchPreferences')?.input).toEqual({
      preferences: { styles: ['direct'], sizes: [3, 4], gender: 'woman', comfort: 'woman' },
    });
  });

  it('counts with the wishes as they are in the form', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'], advanceTimers: 100 });
    const screen = await show(Start);
    await toHours(screen);
    await screen.press('+ Workday evenings');
    await screen.tick('I am at least 18 years old');
    await jest.advanceTimersByTimeAsync(500);
    await screen.settle();
    jest.useRealTimers();
    expect(boundary.asked.at(-1)).toMatchObject({ name: 'previewOverlap', input: { isAdult: false } });
  });
});

describe('Find my pod', () => {
  it('starts the sprint with one id, forgets the draft and goes to matching once the sprint is known', async () => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    boundary.answers.set('startSprint', () => ({ sprintId: 's1' }));
    const screen = await show(Start);
    await toReview(screen);
    await screen.press('Find my pod');
    expect(navigate).not.toHaveBeenCalled();
    boundary.member.next(aMember({ activeSprintId: 's1' }));
    await screen.settle();
    expect(navigate).toHaveBeenCalledWith('/matching');
    expect(localStorage.length).toBe(0);
  });

  it('places the server’s refusal at its field, keeps everything, and asks again under the same id', async () => {
    boundary.refuse(
      'startSprint',
      new CallRefused('invalid-argument', 'The plan needs another look.', [
        { path: 'slots.1.time', message: 'overlaps another slot' },
      ]),
    );
    const screen = await show(Start);
    await toReview(screen);
    await screen.press('Find my pod');
    expect(screen.text()).toContain('The time overlaps another slot');
    expect(document.activeElement).toBe(screen.field('Time', 1));
    await screen.fill('Time', '19:00', 1);
    expect(screen.text()).not.toContain('overlaps another slot');
    for (const act of ['Continue', 'Continue', 'Find my pod']) await screen.press(act);
    const ids = boundary.asked
      .filter(({ name }) => name === 'startSprint')
      .map(({ input }) => (input as { clientMutationId: string }).clientMutationId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('keeps the plan when no answer comes', async () => {
    boundary.refuse('startSprint', new CallRefused('unavailable', 'You are offline. What you entered is still here.'));
    const screen = await show(Start);
    await toReview(screen);
    await screen.press('Find my pod');
    expect(screen.text()).toContain('You are offline.');
    expect(screen.hasAct('Find my pod')).toBe(true);
    expect(localStorage.length).toBe(1);
  });

  it('is not offered while a sprint runs', async () => {
    boundary.member.next(aMember({ activeSprintId: 's1' }));
    const screen = await show(Start);
    expect(screen.hasAct('Open today')).toBe(true);
    expect(screen.hasAct('Continue')).toBe(false);
  });
});

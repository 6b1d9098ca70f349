import { TestBed } from '@angular/core/testing';
import { FakeBoundary } from '../../testing/fake-boundary';
import { anItem, FakeRoom } from '../../testing/fake-room';
import { openRoom, rowsOf } from '../../testing/room-screen';
import { type Screen } from '../../testing/screen';

const AGAIN_COMES_MS = 250;
const ALL_TRIES_MS = 4800;

describe('an agenda that several write at once', () => {
  let boundary: FakeBoundary;
  let stored: FakeRoom;
  const open = (): Promise<Screen> => openRoom(boundary, stored);
  const pause = (ms: number) => new Promise((over) => setTimeout(over, ms));
  const reopen = async (): Promise<Screen> => {
    TestBed.resetTestingModule();
    document.body.replaceChildren();
    return open();
  };
  const bens = { title: 'Pair work', worded: { by: 'ben', was: 'Work' } };

  beforeEach(() => {
    localStorage.clear();
    boundary = new FakeBoundary();
    stored = new FakeRoom();
  });
  afterEach(() => document.body.replaceChildren());

  it('puts words that came second beside the first, with their author, for everybody', async () => {
    const screen = await open();
    await screen.press('Edit title: Work');
    await screen.fill('Title of Work', 'Deep work');
    stored.change('work', bens);
    screen.field('Title of Work').form?.requestSubmit(); // before the eye has met the other title
    await screen.settle();
    expect(stored.item('work')).toMatchObject({ title: 'Pair work', worded: bens.worded });
    expect(Object.values(stored.item('work')?.alternatives ?? {})).toEqual([{ by: 'ana', text: 'Deep work' }]);
    expect(screen.text()).toContain('You wrote: “Deep work”');
    expect((await reopen()).text()).toContain('You wrote: “Deep work”');
  });

  it('does so too when the refusal tells that somebody was quicker', async () => {
    const screen = await open();
    await screen.press('Edit title: Work');
    await screen.fill('Title of Work', 'Deep work');
    stored.refuses = 1;
    await screen.press('Save');
    stored.change('work', bens);
    await pause(AGAIN_COMES_MS);
    await screen.settle();
    expect(rowsOf(screen)).toEqual(['Warm up', 'Pair work']);
    expect(screen.text()).toContain('You wrote: “Deep work”');
  });

  it.each([
    ['Keep mine', 'Pair work', 1],
    ['Keep Ben Okafor’s', 'Deep work', 1],
    ['Keep both', 'Pair work', 2],
  ])('lets the one who wrote first choose: %s', async (choice, title, count) => {
    stored.change('work', { title: 'Pair work', worded: { by: 'ana', was: 'Work' } });
    stored.change('work', { alternatives: { b1: { by: 'ben', text: 'Deep work' } } });
    const screen = await open();
    expect(screen.text()).toContain('Ben Okafor wrote: “Deep work”');
    await screen.press(choice);
    expect(stored.item('work')).toMatchObject({ title, alternatives: {} });
    expect(rowsOf(screen).slice(1)).toHaveLength(count);
    if (count === 2) expect(stored.item('b1')).toMatchObject({ title: 'Deep work' });
  });

  it('sends one edit of an item at a time, and the later ones after it', async () => {
    const screen = await open();
    stored.isAway = true;
    await screen.press('Edit title: Work');
    await screen.fill('Title of Work', 'Deep work');
    await screen.press('Save');
    screen.field('Done: Deep work').click();
    await screen.settle();
    expect(screen.field('Done: Deep work').checked).toBe(true);
    expect(stored.item('work')).toMatchObject({ title: 'Deep work', isDone: false });
    stored.comeBack();
    await pause(1100);
    expect(stored.item('work')).toMatchObject({ title: 'Deep work', isDone: true });
  });

  it('sends what was kept from before a reload, once, after the network has told what had arrived', async () => {
    const edit = { itemId: 'warm', titleWas: '', settles: [], changes: { isDone: true } };
    const there = { ...edit, id: 'e1' };
    const missing = { ...edit, id: 'e2', itemId: 'work' };
    stored.change('warm', { isDone: false, edits: { ana: 'e1' } }); // it had arrived, and Ben has taken the tick back
    localStorage.setItem('podmates.draft.session.se1.edits', JSON.stringify([there, missing]));
    await open();
    await pause(AGAIN_COMES_MS);
    expect([stored.item('warm')?.isDone, stored.item('work')?.isDone]).toEqual([false, true]);
    expect(localStorage.getItem('podmates.draft.session.se1.edits')).toBeNull();
  });

  it('folds the steps of a held-down key into what can be written, and ends at the last place', async () => {
    const more = ['c', 'd', 'e'].map((id, n) => anItem({ id, title: id, orderKey: `a${n + 2}` }));
    stored.agenda.next([...stored.agenda.value, ...more]);
    const screen = await open();
    const down = { key: 'ArrowDown', altKey: true, bubbles: true, cancelable: true };
    for (const _ of more) {
      screen.field('Done: Warm up').dispatchEvent(new KeyboardEvent('keydown', down));
      await pause(0);
    }
    await screen.settle();
    expect(rowsOf(screen)).toEqual(['Work', 'c', 'd', 'Warm up', 'e']);
    expect(stored.item('warm')?.rev).toBe(2);
    await pause(1100);
    expect(stored.item('warm')?.rev).toBe(3);
    expect(rowsOf(screen)).toEqual(['Work', 'c', 'd', 'Warm up', 'e']);
  });

  it('keeps words in the field that stay refused, and says so of a tick', async () => {
    const screen = await open();
    stored.refuses = 99;
    await screen.press('Edit title: Work');
    await screen.fill('Title of Work', 'Deep work');
    await screen.press('Save');
    screen.field('Done: Warm up').click();
    await pause(ALL_TRIES_MS);
    await screen.settle();
    expect(screen.field('Title of Work').value).toBe('Deep work');
    expect(screen.text()).toContain('That change did not get through. Please do it once more.');
  }, 10_000);

  it('gives words back to their writer where the item is gone', async () => {
    const screen = await open();
    await screen.press('Edit title: Work');
    await screen.fill('Title of Work', 'Deep work');
    stored.refuses = 1;
    await screen.press('Save');
    stored.change('work', { isRemoved: true });
    await pause(AGAIN_COMES_MS);
    await screen.settle();
    expect(screen.field('Title of Work').value).toBe('Deep work');
    expect(screen.hasAct('Bring back with my words')).toBe(true);
  });

  it('tells who else is writing a title, and lets one write all the same', async () => {
    stored.presence.next([{ ...stored.presence.value[0]!, editing: 'work' }]);
    const screen = await open();
    expect(screen.text()).toContain('Ben Okafor is editing');
    await screen.press('Edit title: Work');
    expect(screen.field('Title of Work').value).toBe('Work');
    stored.presence.next([{ ...stored.presence.value[0]!, editing: null }]);
    await screen.settle();
    expect(screen.text()).not.toContain('is editing');
  });

  it('tells the others by one beat that one is writing, none by the keystroke, and one when it is over', async () => {
    const screen = await open();
    await screen.press('Edit title: Work');
    screen.field('Title of Work').focus();
    for (const text of ['D', 'De', 'Dee']) await screen.fill('Title of Work', text);
    await pause(1100);
    expect(stored.editing).toEqual([null, 'work']);
    await screen.press('Cancel');
    await pause(1100);
    expect(stored.editing).toEqual([null, 'work', null]);
  });

  it('costs no beat to take a title up and let it go at once', async () => {
    const screen = await open();
    await screen.press('Edit title: Work');
    screen.field('Title of Work').focus();
    await screen.press('Cancel');
    await pause(1100);
    expect(stored.editing).toEqual([null]);
  });
});

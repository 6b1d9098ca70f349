import { type Session } from '@podmates/domain';
import { NOW } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { aLiveSession, anItem, FakeRoom } from '../../testing/fake-room';
import { openRoom, rowsOf, spokenIn } from '../../testing/room-screen';
import { type Screen } from '../../testing/screen';

const MINUTE = 60;

describe('what a room tells of itself', () => {
  let boundary: FakeBoundary;
  let stored: FakeRoom;
  const open = (): Promise<Screen> => openRoom(boundary, stored);
  const becomes = (over: Partial<Session>) => stored.session.next({ ...stored.session.value!, ...over });
  const laterBy = (seconds: number) => boundary.seconds.update((now) => now + seconds);
  const isHereToo = async (screen: Screen) => {
    stored.presence.next([
      ...stored.presence.value,
      { id: 'ana', beatAt: NOW, isHere: true, editing: null, since: NOW, earlier: [] },
    ]);
    dispatchEvent(new Event('online')); // beats at once
    await screen.settle();
    await screen.settle();
  };
  /** So many seconds ago on this device. */
  const wasSeen = (secondsAgo: number) =>
    localStorage.setItem('podmates.draft.session.se1.seen', String(NOW.getTime() - secondsAgo * 1000));
  const noteOf = (authorId: string, kind: 'win' | 'next', text: string, secondsLater: number) => ({
    id: text.replaceAll(' ', '-'),
    authorId,
    readerIds: ['ana', 'ben'],
    kind,
    text,
    writtenAt: new Date(NOW.getTime() + secondsLater * 1000),
  });

  beforeEach(() => {
    localStorage.clear();
    boundary = new FakeBoundary();
    stored = new FakeRoom();
  });
  afterEach(() => document.body.replaceChildren());

  it('is said through one live region: the stage, the item and its place, and who leads', async () => {
    stored.session.next(aLiveSession({ state: 'lobby', currentItemId: null, timer: null }));
    const screen = await open();
    expect(screen.element.querySelectorAll('[data-voice]')).toHaveLength(1);
    expect(await spokenIn(screen)).toBe('');
    stored.session.next(aLiveSession({ version: 6 }));
    expect(await spokenIn(screen)).toBe('The session has started. Now: Warm up, item 1 of 2.');
    becomes({ currentItemId: 'work', hostId: 'ana' });
    expect(await spokenIn(screen)).toBe('Now: Work, item 2 of 2. You lead now.');
    becomes({ state: 'wrap', currentItemId: null, timer: null });
    expect(await spokenIn(screen)).toBe('The session is wrapping up.');
  });

  it('says that the time is almost over, and nothing of the ticking', async () => {
    const screen = await open();
    laterBy(9 * MINUTE + 1);
    await new Promise((looked) => setTimeout(looked, 300));
    expect(await spokenIn(screen)).toBe('One minute left.');
    laterBy(5);
    await new Promise((looked) => setTimeout(looked, 300));
    expect(await spokenIn(screen)).toBe('One minute left.');
  });

  it('says nothing of who comes and who writes notes', async () => {
    wasSeen(10);
    const screen = await open();
    becomes({ joinedIds: ['ana', 'ben', 'cem'], version: 6 });
    stored.notes.next([noteOf('ben', 'win', 'ran', 1)]);
    expect(await spokenIn(screen)).toBe('');
  });

  it('tells whoever led who leads now', async () => {
    becomes({ hostId: 'ana' });
    const screen = await open();
    becomes({ hostId: 'ben', version: 7 });
    await screen.settle();
    expect(screen.text()).toContain('Ben Okafor leads now. Everything goes on as it is.');
  });

  it('gives a host who has gone half a minute, then offers to take over, and takes nothing by itself', async () => {
    stored.presence.next([
      { id: 'ben', beatAt: new Date(NOW.getTime() - 91_000), isHere: true, editing: null, since: NOW, earlier: [] },
      { id: 'ana', beatAt: NOW, isHere: true, editing: null, since: NOW, earlier: [] },
    ]);
    const screen = await open();
    expect(screen.text()).not.toContain('seems to be away');
    await new Promise((told) => setTimeout(told, 1600));
    await screen.settle();
    expect(screen.text()).toContain('Ben Okafor leads, and seems to be away.');
    expect(screen.hasAct('Take over')).toBe(false);
    stored.presence.next([
      { id: 'ben', beatAt: new Date(NOW.getTime() - 121_000), isHere: true, editing: null, since: NOW, earlier: [] },
      { id: 'ana', beatAt: NOW, isHere: true, editing: null, since: NOW, earlier: [] },
    ]);
    await screen.settle();
    expect(boundary.asked.filter(({ name }) => name === 'commandSession')).toEqual([]);
    await screen.press('Take over');
    expect(boundary.asked.at(-1)).toMatchObject({ input: { command: { kind: 'take-over' } } });
  });

  it('says nothing of the host to somebody who is cut off themselves', async () => {
    stored.isAway = true;
    stored.presence.next([
      { id: 'ben', beatAt: new Date(NOW.getTime() - 600_000), isHere: true, editing: null, since: NOW, earlier: [] },
    ]);
    const screen = await open();
    await new Promise((told) => setTimeout(told, 1600));
    await screen.settle();
    expect(screen.text()).not.toContain('away');
  });

  it('keeps a host away who is, while an own beat is on its way', async () => {
    stored.presence.next([
      { id: 'ben', beatAt: new Date(NOW.getTime() - 200_000), isHere: true, editing: null, since: NOW, earlier: [] },
      { id: 'ana', beatAt: NOW, isHere: true, editing: null, since: NOW, earlier: [] },
    ]);
    const screen = await open();
    await new Promise((told) => setTimeout(told, 1600));
    stored.isAway = true;
    dispatchEvent(new Event('online')); // beats at once
    await screen.settle();
    expect(screen.text()).toContain('1 of 2 here');
    expect(screen.hasAct('Take over')).toBe(true);
  });

  it('tells somebody who comes late what happened so far, once, and leaves their focus alone', async () => {
    stored.change('warm', { isDone: true });
    stored.notes.next([noteOf('ben', 'win', 'Ran twice', 20), noteOf('ben', 'next', 'Swim on Monday', 2)]);
    stored.session.next(aLiveSession({ currentItemId: 'work' }));
    const screen = await open();
    await isHereToo(screen);
    expect(screen.text()).toContain('What happened so far');
    expect(screen.text()).toContain('The agenda is at Work, item 2 of 2. Ben Okafor leads. Ben Okafor is here.');
    expect(screen.text()).toContain('DoneWarm upDecidedBen Okafor: Swim on MondayNotedBen Okafor: Ran twice');
    expect(document.activeElement).toBe(document.body);
    await screen.press('Got it');
    expect(screen.text()).not.toContain('What happened so far');
    expect(document.activeElement?.id).toBe('agenda-heading');
  });

  it('tells nothing to somebody who was there a minute ago', async () => {
    stored.change('warm', { isDone: true });
    wasSeen(60);
    const screen = await open();
    await isHereToo(screen);
    expect(screen.text()).not.toContain('While you were away');
  });

  it('tells somebody who is back after two minutes what is new since then', async () => {
    stored.notes.next([noteOf('ben', 'win', 'Before', -200), noteOf('ben', 'win', 'Meanwhile', -60)]);
    wasSeen(130);
    const screen = await open();
    await isHereToo(screen);
    const card = screen.element.querySelector('app-catch-up-card')?.textContent;
    expect(card).toContain('While you were away');
    expect(card).toContain('Meanwhile');
    expect(card).not.toContain('Before');
  });

  it('keeps the focus on an item that others move, and hands it on from one that they remove', async () => {
    stored.agenda.next([...stored.agenda.value, anItem({ id: 'end', title: 'End', orderKey: 'a2' })]);
    const screen = await open();
    const tick = screen.field('Done: Work');
    tick.focus();
    stored.change('work', { orderKey: 'a9' });
    stored.agenda.next([...stored.agenda.value, anItem({ id: 'new', title: 'New', orderKey: 'Zz' })]);
    await screen.settle();
    expect(rowsOf(screen)).toEqual(['New', 'Warm up', 'End', 'Work']);
    expect(document.activeElement).toBe(tick);
    stored.change('work', { title: 'Deep work' });
    stored.change('warm', { isRemoved: true });
    await screen.settle();
    expect(document.activeElement).toBe(tick);
    stored.change('work', { isRemoved: true });
    await screen.settle();
    expect(document.activeElement).toBe(screen.field('Done: End'));
  });

  it('moves an item with Alt and an arrow, keeps the focus on it and says its place', async () => {
    wasSeen(10);
    const screen = await open();
    const tick = screen.field('Done: Work');
    tick.focus();
    tick.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true, cancelable: true }));
    await screen.settle();
    expect(rowsOf(screen)).toEqual(['Work', 'Warm up']);
    expect(document.activeElement).toBe(tick);
    expect(await spokenIn(screen)).toBe('“Work” is at place 1 of 2.');
  });
});

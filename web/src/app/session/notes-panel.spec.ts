import { NOW } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { FakeRoom } from '../../testing/fake-room';
import { openRoom } from '../../testing/room-screen';
import { type Screen } from '../../testing/screen';

describe('notes of a session', () => {
  let stored: FakeRoom;
  const open = (): Promise<Screen> => openRoom(new FakeBoundary(), stored);
  const press = (key: string, on: Element = document.body, how: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...how });
    on.dispatchEvent(event);
    return event;
  };

  beforeEach(() => {
    localStorage.clear();
    stored = new FakeRoom();
    stored.notes.next([
      { id: 'n1', authorId: 'ana', readerIds: [], kind: 'win', text: 'Ran', writtenAt: NOW },
      { id: 'n2', authorId: 'ben', readerIds: [], kind: 'block', text: 'Rain', writtenAt: NOW },
    ]);
  });
  afterEach(() => document.body.replaceChildren());

  it('are worded anew and taken back by their author alone', async () => {
    const screen = await open();
    expect(screen.hasAct('Edit note: Rain')).toBe(false);
    await screen.press('Edit note: Ran');
    await screen.fill('Your note: Ran', 'Ran twice');
    await screen.press('Save note');
    expect(stored.notes.value[0]).toMatchObject({ text: 'Ran twice', kind: 'win', authorId: 'ana' });
    await screen.press('Remove note: Ran twice');
    expect(stored.notes.value.map(({ id }) => id)).toEqual(['n2']);
  });

  it.each([
    ['w', 'What went well?'],
    ['B', 'What is in the way?'],
    ['n', 'What will you do next?'],
  ])('begin with the key %s', async (key, asks) => {
    const screen = await open();
    press(key);
    await screen.settle();
    expect(document.activeElement).toBe(screen.field(asks));
  });

  it('leave every letter to whoever types, and to the shortcuts of the browser', async () => {
    const screen = await open();
    const field = screen.field('New item');
    field.focus();
    expect(press('w', field).defaultPrevented).toBe(false);
    expect(press('n', document.body, { ctrlKey: true }).defaultPrevented).toBe(false);
    await screen.settle();
    expect(document.activeElement).toBe(field);
  });

  it('leave the keys alone once they are turned off, also after a reload', async () => {
    const screen = await open();
    await screen.tick('Keys W, B and N begin a note');
    expect(press('w').defaultPrevented).toBe(false);
    expect(localStorage.getItem('podmates.draft.session.note-keys')).toBe('false');
  });
});

import { SAFETY_WORDS } from '@podmates/domain/coach';
import { CallRefused } from '../../firebase';
import { NOW } from '../../../testing/examples';
import { FakeBoundary } from '../../../testing/fake-boundary';
import { aCoachDoc } from '../../../testing/fake-coach';
import { aLiveSession, FakeRoom } from '../../../testing/fake-room';
import { openRoom } from '../../../testing/room-screen';
import { type Screen } from '../../../testing/screen';

const OWN = { text: 'Ana Silva – next: book the class', noteIds: ['n2'] };
const THEIRS = { text: 'Ben Okafor – win: ran 5 km', noteIds: ['n1'] };

describe('a sentence of the summary', () => {
  let boundary: FakeBoundary;
  let stored: FakeRoom;
  const open = (): Promise<Screen> => openRoom(boundary, stored);
  const field = (screen: Screen) => screen.element.querySelector<HTMLTextAreaElement>('app-summary-line textarea');
  const type = async (screen: Screen, words: string) => {
    const area = field(screen)!;
    area.value = words;
    area.dispatchEvent(new Event('input'));
    await screen.settle();
  };
  const changes = (screen: Screen) => [
    ...screen.element.querySelectorAll<HTMLButtonElement>('app-summary-line .about button'),
  ];
  const begin = async (screen: Screen) => {
    changes(screen)[0]?.click();
    await screen.settle();
  };

  beforeEach(() => {
    localStorage.clear();
    boundary = new FakeBoundary();
    stored = new FakeRoom();
    stored.session.next(aLiveSession({ state: 'done', currentItemId: null, timer: null }));
    const said = { kind: 'win' as const, readerIds: ['ana', 'ben'], writtenAt: NOW };
    stored.notes.next([
      { ...said, id: 'n1', authorId: 'ben', text: 'ran 5 km' },
      { ...said, id: 'n2', authorId: 'ana', text: 'book the class' },
    ]);
    stored.summary.next(aCoachDoc({ lines: [THEIRS, OWN] }));
  });
  afterEach(() => document.body.replaceChildren());

  it('can be changed only where it stands on the reader’s own notes', async () => {
    stored.summary.next(
      aCoachDoc({
        lines: [THEIRS, OWN, { text: 'Both', noteIds: ['n1', 'n2'] }, { text: SAFETY_WORDS.pause, noteIds: ['n2'] }],
      }),
    );
    const names = changes(await open()).map((button) => button.getAttribute('aria-label'));
    expect(names).toEqual([`Change: ${OWN.text}`]);
  });

  it('takes other words after its lead, for the version that was seen', async () => {
    const screen = await open();
    await begin(screen);
    expect(document.activeElement).toBe(field(screen));
    expect(field(screen)?.value).toBe('book the class');
    await type(screen, 'book the Tuesday class');
    await screen.press('Save these words');
    const input = { sessionId: 'se1', version: 1, place: 1, text: 'book the Tuesday class' };
    expect(boundary.asked).toEqual([{ name: 'rewordCoachLine', input }]);
    expect(field(screen)).toBeNull();
    expect(document.activeElement).toBe(changes(screen)[0]);
  });

  it('keeps the words over a newer version, says so, and saves them for that one', async () => {
    boundary.refuse('rewordCoachLine', new CallRefused('aborted', 'This summary was changed meanwhile.'));
    const screen = await open();
    await begin(screen);
    await type(screen, 'book the Tuesday class');
    stored.summary.next(aCoachDoc({ version: 2, lines: [OWN] }));
    await screen.settle();
    expect(field(screen)?.value).toBe('book the Tuesday class');
    await screen.press('Save these words');
    expect(screen.text()).toContain('This summary was changed meanwhile.');
    boundary.answers.set('rewordCoachLine', () => ({ version: 3 }));
    await screen.press('Save these words');
    expect(boundary.asked.map(({ input }) => input)).toMatchObject([
      { version: 1, place: 0 },
      { version: 2, place: 0 },
    ]);
  });

  it('can be taken out, and left as it was', async () => {
    const screen = await open();
    await begin(screen);
    await screen.press('Leave it as it was');
    expect(boundary.asked).toEqual([]);
    await begin(screen);
    await screen.press('Take the sentence out');
    expect(boundary.asked).toMatchObject([{ name: 'rewordCoachLine', input: { place: 1, text: null } }]);
  });

  it('waits for a word, for room and for the network', async () => {
    const screen = await open();
    await begin(screen);
    const isOff = () => field(screen)?.form?.querySelector<HTMLButtonElement>('app-busy-button button')?.disabled;
    expect(isOff()).toBe(false);
    await type(screen, '  ');
    expect(isOff()).toBe(true);
    await type(screen, 'x'.repeat(281));
    expect(screen.text()).toContain('1 characters too many');
    expect(isOff()).toBe(true);
    await type(screen, 'fine');
    boundary.isOnline.set(false);
    await screen.settle();
    expect(isOff()).toBe(true);
    expect(screen.text()).toContain('Your words stay here until you are back.');
  });

  it('says who worded it, and shows it as text', async () => {
    const lines = [
      { ...THEIRS, text: 'Ben Okafor – win: <b>ran</b>', editedBy: 'ben' },
      { ...OWN, editedBy: 'ana' },
    ];
    stored.summary.next(aCoachDoc({ lines, version: 2, changedBy: 'ana' }));
    const screen = await open();
    expect(screen.text()).toContain('edited by Ben Okafor');
    expect(screen.text()).toContain('edited by you');
    expect(screen.text()).toContain('<b>ran</b>');
    expect(screen.text()).toContain('Version 2, edited by you,');
  });
});

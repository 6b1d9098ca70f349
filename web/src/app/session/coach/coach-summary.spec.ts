import { TestBed } from '@angular/core/testing';
import { SAFETY_WORDS } from '@podmates/domain/coach';
import { throwError } from 'rxjs';
import { CallRefused } from '../../firebase';
import { aMember, NOW } from '../../../testing/examples';
import { FakeBoundary } from '../../../testing/fake-boundary';
import { aCoachDoc } from '../../../testing/fake-coach';
import { aLiveSession, FakeRoom } from '../../../testing/fake-room';
import { openRoom } from '../../../testing/room-screen';
import { type Screen } from '../../../testing/screen';

const aNote = (id: string, authorId: string, text: string) => ({
  id,
  authorId,
  readerIds: ['ana', 'ben'],
  kind: 'win' as const,
  text,
  writtenAt: NOW,
});
const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);

describe('the summary of a session', () => {
  let boundary: FakeBoundary;
  let stored: FakeRoom;
  const open = (): Promise<Screen> => openRoom(boundary, stored);
  const disclose = async (screen: Screen, words: string) => {
    const summaries = [...screen.element.querySelectorAll<HTMLElement>('details > summary')];
    summaries.find((one) => one.textContent?.includes(words))?.click();
    await screen.settle();
  };

  beforeEach(() => {
    localStorage.clear();
    boundary = new FakeBoundary();
    stored = new FakeRoom();
    stored.session.next(aLiveSession({ state: 'done', currentItemId: null, timer: null }));
    stored.notes.next([aNote('n1', 'ben', 'ran 5 km'), aNote('n2', 'ana', 'I book the Tuesday class')]);
    stored.summary.next(aCoachDoc());
  });
  afterEach(() => document.body.replaceChildren());

  it('says how far the coach is, and then the summary, without a reload', async () => {
    stored.summary.next(aCoachDoc({ status: 'working', progress: 'reading', lines: [] }));
    const screen = await open();
    expect(screen.element.querySelector('[aria-current=step]')?.textContent).toContain('Reading your notes');
    stored.summary.next(aCoachDoc());
    await screen.settle();
    expect(screen.text()).toContain('Ben Okafor – win: ran 5 km');
    expect(screen.element.querySelector('app-coach-summary [role=status]')?.textContent).toBe('The summary is there.');
  });

  it('says that it is on its way while there is none, and offers another look where it cannot be read', async () => {
    stored.summary.next(null);
    const screen = await open();
    expect(screen.text()).toContain('The summary is being put together.');
    document.body.replaceChildren();
    Object.assign(stored, { summary: throwError(() => new Error('not now')) });
    TestBed.resetTestingModule();
    const broken = await open();
    expect(broken.text()).toContain('Your notes are kept.');
    expect(broken.hasAct('Try again')).toBe(true);
  });

  it('shows the notes that a sentence stands on, when asked', async () => {
    const screen = await open();
    expect(screen.text()).toContain('from 1 note');
    expect(screen.element.querySelector('q')).toBeNull();
    await disclose(screen, 'ran 5 km');
    expect(screen.element.querySelector('app-cited-line li')?.textContent).toMatch(/ran 5 km\s*Ben Okafor/);
  });

  it('says so where a note was taken back since', async () => {
    stored.summary.next(aCoachDoc({ lines: [{ text: 'Both trained', noteIds: ['n1', 'gone'] }] }));
    const screen = await open();
    await disclose(screen, 'Both trained');
    expect(screen.text()).toContain('One note is not shown any more.');
  });

  it.each([
    [{ madeBy: 'rules', fellBack: false }, 'without an AI model'],
    [{ madeBy: 'model', fellBack: false }, 'An AI model put this together'],
    [{ madeBy: 'rules', fellBack: true }, 'fixed rules made this instead'],
  ] as const)('says who made it: %j', async (made, words) => {
    stored.summary.next(aCoachDoc(made));
    expect((await open()).text()).toContain(words);
  });

  it('lists who was there when, in the reader’s zone, and who was not', async () => {
    const presence = [
      {
        memberId: 'ben',
        stays: [
          { from: minutesAgo(60), to: minutesAgo(30) },
          { from: minutesAgo(20), to: NOW },
        ],
      },
      { memberId: 'ana', stays: [] },
    ];
    stored.summary.next(aCoachDoc({ presence }));
    const rows = [...(await open()).element.querySelectorAll('dl div')].map((row) => row.textContent?.trim());
    expect(rows).toEqual(['Ben Okafor12:00–12:30, 12:40–13:00', 'Youwas not there']);
  });

  it('compares versions, reads them only when asked, and brings one back after a question', async () => {
    const now = aCoachDoc({
      version: 2,
      lines: [
        { text: 'B', noteIds: [] },
        { text: 'C', noteIds: [] },
      ],
    });
    const before = aCoachDoc({
      lines: [
        { text: 'A', noteIds: [] },
        { text: 'B', noteIds: [] },
      ],
    });
    stored.summary.next(now);
    stored.coach.versions.next([now, before]);
    const screen = await open();
    expect(stored.coach.versionListeners).toBe(0);
    await disclose(screen, 'Versions');
    expect(screen.text()).toContain('Sentences: 1 added, 1 removed.');
    expect(screen.element.querySelector('ins')?.textContent).toBe('C');
    expect(screen.element.querySelector('del')?.textContent).toBe('A');
    await screen.press('Bring back version 1');
    expect(boundary.asked).toEqual([]);
    expect(document.activeElement?.textContent).toBe('Bring version 1 back for all of you?');
    await screen.press('Bring it back');
    expect(boundary.asked).toEqual([{ name: 'restoreCoachDoc', input: { sessionId: 'se1', version: 1 } }]);
  });

  it('is taken away only after saying what goes and what stays', async () => {
    const screen = await open();
    await disclose(screen, 'Versions');
    await screen.press('Take away what the coach made');
    expect(screen.text()).toContain('go for good, for everybody of this session');
    await screen.press('Keep it');
    expect(boundary.asked).toEqual([]);
    await screen.press('Take away what the coach made');
    boundary.refuse('eraseCoachDoc', new CallRefused('unavailable', 'You are offline.'));
    await screen.press('Take it all away');
    expect(boundary.asked).toEqual([{ name: 'eraseCoachDoc', input: { sessionId: 'se1' } }]);
    expect(screen.text()).toContain('You are offline.');
    stored.summary.next(aCoachDoc({ status: 'erased', lines: [], erased: { by: 'ben', at: NOW } }));
    await screen.settle();
    expect(screen.text()).toContain('Ben Okafor took it away on Tuesday 24 November, 13:00.');
  });

  it('offers a rest to the one whose notes speak of pain, and to nobody else', async () => {
    stored.summary.next(aCoachDoc({ lines: [{ text: SAFETY_WORDS.pause, noteIds: ['n1'] }] }));
    const screen = await open();
    expect(screen.hasAct('Not now')).toBe(false);
    stored.summary.next(aCoachDoc({ lines: [{ text: SAFETY_WORDS.pause, noteIds: ['n2'] }] }));
    await screen.settle();
    await screen.press('Not now');
    expect(screen.text()).not.toContain('A rest, if you would like one');
  });

  it('takes a rest of three days, of which today is the first', async () => {
    boundary.member.next(aMember({ activeSprintId: 's1' }));
    stored.summary.next(aCoachDoc({ lines: [{ text: SAFETY_WORDS.pause, noteIds: ['n2'] }] }));
    const screen = await open();
    await screen.press('Rest for 3 days');
    const input = { from: '2026-11-24', to: '2026-11-26', kind: 'illness' };
    expect(boundary.asked).toEqual([{ name: 'planPause', input }]);
    expect(screen.text()).toContain('rest until the end of Thursday 26 November');
  });

  it('names help to the one who wrote it, and quotes the note to nobody', async () => {
    stored.notes.next([aNote('n3', 'ana', 'the heavy words')]);
    stored.summary.next(aCoachDoc({ lines: [{ text: SAFETY_WORDS['call-a-human'], noteIds: ['n3'] }] }));
    const screen = await open();
    expect(screen.hasAct('findahelpline.com')).toBe(true);
    expect(screen.element.querySelectorAll('app-cited-line')).toHaveLength(0);
    expect(screen.text()).not.toContain('the heavy words');
    stored.notes.next([aNote('n3', 'ben', 'the heavy words')]);
    await screen.settle();
    expect(screen.hasAct('findahelpline.com')).toBe(false);
  });
});

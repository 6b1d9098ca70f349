import { TestBed } from '@angular/core/testing';
import { CoachDoc } from '@podmates/domain';
import { CallRefused } from '../firebase';
import { NOW } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { aLiveSession, anItem, FakeRoom } from '../../testing/fake-room';
import { openRoom, rowsOf as rows } from '../../testing/room-screen';
import { type Screen } from '../../testing/screen';

describe('the session room', () => {
  let boundary: FakeBoundary;
  let stored: FakeRoom;
  const open = (): Promise<Screen> => openRoom(boundary, stored);
  const commands = () =>
    boundary.asked.filter(({ name }) => name === 'commandSession').map(({ input }) => input as { commandId: string });

  beforeEach(() => {
    localStorage.clear();
    boundary = new FakeBoundary();
    stored = new FakeRoom();
  });
  afterEach(() => document.body.replaceChildren());

  it('lets one into the lobby and says when it begins and who is here', async () => {
    stored.session.next(
      aLiveSession({ state: 'lobby', joinedIds: ['ben'], startsAt: new Date(NOW.getTime() + 300_000) }),
    );
    const screen = await open();
    expect(screen.text()).toContain('in 5 min');
    expect(screen.text()).toMatch(/Ben Okafor\s?here · host/);
    await screen.press('Join session');
    expect(boundary.asked).toContainEqual({
      name: 'commandSession',
      input: { sessionId: 'se1', commandId: expect.any(String), expectedVersion: 5, command: { kind: 'join' } },
    });
  });

  it('says of each planned item why it is there', async () => {
    stored.session.next(aLiveSession({ state: 'lobby', joinedIds: [] }));
    stored.agenda.next([anItem({ why: 'Ana has kept 12 slots in a row.' }), anItem({ id: 'work', orderKey: 'a1' })]);
    const screen = await open();
    expect(screen.text()).toContain('Why: Ana has kept 12 slots in a row.');
    expect(screen.text().match(/Why:/g)).toHaveLength(1);
  });

  it('keeps the door shut before the lobby opens, and says when it does', async () => {
    stored.session.next(aLiveSession({ state: 'scheduled', startsAt: new Date(NOW.getTime() + 3_600_000) }));
    const screen = await open();
    expect(screen.hasAct('Join session')).toBe(false);
    expect(screen.text()).toContain('The lobby opens in 50 min');
  });

  it('shows the current item, its clock and the next one, and moves on by name', async () => {
    boundary.seconds.update((seconds) => seconds + 60);
    const screen = await open();
    expect(screen.element.querySelector('[role=timer]')?.textContent?.trim()).toBe('9:00');
    expect(screen.text()).toContain('Then: Work');
    await screen.press('Next item');
    expect(commands()).toMatchObject([{ command: { kind: 'go-to-item', itemId: 'work' }, expectedVersion: 5 }]);
  });

  it('has video beside the rest, loaded when the room is open', async () => {
    const screen = await open();
    await screen.settle();
    expect(screen.hasAct('Join with video')).toBe(true);
    expect(boundary.asked).toEqual([]);
  });

  it('repeats a command whose answer was lost under the same id', async () => {
    let tries = 0;
    boundary.answers.set('commandSession', () => {
      tries += 1;
      if (tries === 1) throw new CallRefused('unavailable', 'no answer');
      return { version: 6 };
    });
    const screen = await open();
    await screen.press('Pause');
    await new Promise((done) => setTimeout(done, 600));
    const ids = commands().map(({ commandId }) => commandId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('explains a tap that came after somebody else’s, and does nothing with it', async () => {
    boundary.answers.set('commandSession', () => {
      stored.session.next(aLiveSession({ version: 6, currentItemId: 'work', hostId: 'ana' }));
      throw new CallRefused('aborted', 'stale');
    });
    const screen = await open();
    await screen.press('Pause');
    expect(screen.text()).toContain('Somebody was quicker. The agenda is at “Work” now. You are the host now.');
    expect(commands()).toHaveLength(1);
  });

  it('joins again by itself when somebody else joined in the same moment', async () => {
    stored.session.next(aLiveSession({ state: 'lobby', joinedIds: [], version: 5 }));
    let tries = 0;
    boundary.answers.set('commandSession', () => {
      tries += 1;
      if (tries > 1) return { version: 7 };
      stored.session.next(aLiveSession({ state: 'lobby', joinedIds: ['ben'], version: 6 }));
      throw new CallRefused('aborted', 'stale');
    });
    const screen = await open();
    await screen.press('Join session');
    expect(commands()).toMatchObject([{ expectedVersion: 5 }, { expectedVersion: 6 }]);
    expect(screen.text()).not.toContain('quicker');
  });

  it('starts all the same when somebody comes in at that moment', async () => {
    stored.session.next(aLiveSession({ state: 'lobby', joinedIds: ['ana'], version: 5 }));
    let tries = 0;
    boundary.answers.set('commandSession', () => {
      tries += 1;
      if (tries > 1) return { version: 7 };
      stored.session.next(aLiveSession({ state: 'lobby', joinedIds: ['ana', 'ben'], version: 6 }));
      throw new CallRefused('aborted', 'stale');
    });
    const screen = await open();
    await screen.press('Start session');
    expect(commands()).toMatchObject([{ expectedVersion: 5 }, { expectedVersion: 6 }]);
  });

  it('shows an own edit at once and hides nothing while the network is away', async () => {
    const screen = await open();
    stored.isAway = true;
    await screen.press('Edit title: Work');
    await screen.fill('Title of Work', 'Deep work');
    await screen.press('Save');
    expect(rows(screen)).toEqual(['Warm up', 'Deep work']);
    expect(screen.text()).toContain('on its way');
    stored.comeBack();
    await screen.settle();
    expect(screen.text()).not.toContain('on its way');
  });

  it('keeps what is typed, the caret and the focus when remote changes arrive', async () => {
    const screen = await open();
    await screen.press('Edit title: Work');
    await screen.fill('Title of Work', 'Deep wo');
    const field = screen.field('Title of Work');
    field.focus();
    field.setSelectionRange(3, 3);
    stored.change('warm', { orderKey: 'a9' }); // would move the row below
    stored.change('work', { isDone: true });
    stored.agenda.next([...stored.agenda.value, anItem({ id: 'new', title: 'New', orderKey: 'Zz' })]);
    await screen.settle();
    expect(screen.field('Title of Work')).toBe(field);
    expect(document.activeElement).toBe(field);
    expect([field.value, field.selectionStart]).toEqual(['Deep wo', 3]);
  });

  it('shows both titles with their author when somebody wrote another one, and can keep both', async () => {
    const screen = await open();
    await screen.press('Edit title: Work');
    await screen.fill('Title of Work', 'Deep work');
    stored.change('work', { title: 'Pair work' });
    await screen.settle();
    expect(screen.text()).toContain('Ben Okafor wrote meanwhile: “Pair work”');
    expect(screen.field('Title of Work').value).toBe('Deep work');
    await screen.press('Keep both');
    expect(rows(screen)).toEqual(['Warm up', 'Pair work', 'Deep work']);
  });

  it('keeps the words of a removed item until their writer lets them go', async () => {
    const screen = await open();
    await screen.press('Edit title: Work');
    await screen.fill('Title of Work', 'Deep work');
    stored.change('work', { isRemoved: true });
    await screen.settle();
    expect(screen.text()).toContain('Ben Okafor removed this item meanwhile.');
    await screen.press('Bring back with my words');
    expect(stored.item('work')).toMatchObject({ title: 'Deep work', isRemoved: false });
  });

  it('finds an open edit again after a reload', async () => {
    const screen = await open();
    await screen.press('Edit title: Work');
    await screen.fill('Title of Work', 'Half a thou');
    TestBed.resetTestingModule();
    document.body.replaceChildren();
    const again = await open();
    expect(again.field('Title of Work').value).toBe('Half a thou');
  });

  it('shows words that a chat would hold to their author alone', async () => {
    const held = 'you faggot';
    stored.agenda.next([
      anItem({ id: 'warm', title: held, worded: { by: 'ben', was: 'Warm up' }, rev: 2 }),
      anItem({ id: 'own', title: `${held} too`, orderKey: 'a1', worded: { by: 'ana', was: 'Work' }, rev: 2 }),
    ]);
    const note = { kind: 'win', writtenAt: NOW } as const;
    stored.notes.next([
      { ...note, id: 'n1', authorId: 'ben', readerIds: [], text: `${held} said Ben` },
      { ...note, id: 'n2', authorId: 'ben', readerIds: [], text: 'ran 5 km' },
    ]);
    const screen = await open();
    expect(screen.text()).toContain('Words that are not shown');
    expect(screen.text()).toContain(`${held} too`);
    expect(screen.text()).toContain('ran 5 km');
    expect(screen.text()).not.toContain('said Ben');
    const labels = [...screen.element.querySelectorAll('[aria-label]')].map((part) => part.getAttribute('aria-label'));
    expect([screen.text(), ...labels].join('\n').replaceAll(`${held} too`, '')).not.toContain(held);
    expect(screen.hasAct('Edit title: Words that are not shown')).toBe(false);
    expect(screen.hasAct('Remove: Words that are not shown')).toBe(true);
  });

  it('moves items by keyboard and says where they lie', async () => {
    const screen = await open();
    await screen.press('Move up: Work');
    expect(rows(screen)).toEqual(['Work', 'Warm up']);
    await new Promise((said) => setTimeout(said, 700));
    await screen.settle();
    expect(screen.text()).toContain('“Work” is at place 1 of 2.');
  });

  it('takes new items, ticks and removals, and a removal back', async () => {
    const screen = await open();
    await screen.fill('New item', 'Stretch');
    await screen.press('Add item');
    expect(rows(screen)).toEqual(['Warm up', 'Work', 'Stretch']);
    await screen.press('Remove: Warm up');
    expect(rows(screen)).toEqual(['Work', 'Stretch']);
    screen.field('Done: Work').click();
    await screen.settle();
    expect(stored.item('work')?.isDone).toBe(true);
  });

  it('refuses 10,000 pasted characters in a note, says why, and keeps every one', async () => {
    const screen = await open();
    await screen.fill('What went well?', 'x'.repeat(10_000));
    await screen.press('Add note');
    expect(screen.text()).toContain('That is 10,000 characters; a note holds 500. Nothing is lost');
    expect(screen.field('What went well?').value).toHaveLength(10_000);
    expect(stored.notes.value).toEqual([]);
  });

  it('writes a private note where only its author looks', async () => {
    const screen = await open();
    await screen.fill('What went well?', 'Slept well');
    screen.field('Only for me').click();
    await screen.press('Add note');
    expect(stored.privateNotes.value).toMatchObject([{ text: 'Slept well', kind: 'win' }]);
    expect(stored.notes.value).toEqual([]);
    expect(screen.text()).toContain('Slept well You only for you');
  });

  it('gives take-over to those who are not the host, and hand-over to the host', async () => {
    const screen = await open();
    await screen.press('Take over');
    expect(commands()).toMatchObject([{ command: { kind: 'take-over' } }]);
    stored.session.next(aLiveSession({ hostId: 'ana', version: 6 }));
    await screen.settle();
    expect(screen.hasAct('Take over')).toBe(false);
    await screen.press('Hand over to Ben Okafor');
    expect(commands().at(-1)).toMatchObject({ command: { kind: 'hand-over', toMemberId: 'ben' } });
  });

  it.each(['Leave', 'Leave safely'])('says "here" while open and "gone" on %s', async (way) => {
    const screen = await open();
    expect(stored.beats).toEqual([true]);
    await screen.press(way);
    expect(stored.beats).toEqual([true, false]);
    expect(boundary.asked.map(({ name }) => name)).toEqual(way === 'Leave' ? [] : ['leaveSafely']);
  });

  it('counts oneself as here while the own beat is still on its way', async () => {
    stored.isAway = true;
    const screen = await open();
    expect(screen.element.textContent).toContain('2 of 2 here');
  });

  it('calls somebody who joined and left away, and not yet here only who never came', async () => {
    stored.session.next(aLiveSession({ memberIds: ['ana', 'ben', 'cem'], names: { ben: 'Ben', cem: 'Cem' } }));
    stored.presence.next([{ id: 'ben', beatAt: NOW, isHere: false, editing: null, since: NOW, earlier: [] }]);
    const screen = await open();
    expect(screen.text()).toMatch(/Ben\s?away · host/);
    expect(screen.text()).toMatch(/Cem\s?not here yet/);
    stored.presence.next([{ id: 'ben', beatAt: NOW, isHere: true, editing: null, since: NOW, earlier: [] }]);
    await screen.settle();
    expect(screen.text()).toMatch(/Ben\s?here · host/);
  });

  it('wraps up into the kept summary', async () => {
    stored.session.next(aLiveSession({ state: 'wrap', currentItemId: null, timer: null }));
    const screen = await open();
    await screen.press('Finish session');
    expect(commands()).toMatchObject([{ command: { kind: 'finish' } }]);
    stored.session.next(aLiveSession({ state: 'done', currentItemId: null, timer: null, version: 6 }));
    const lines = [{ text: 'Ben Okafor – win: ran 5 km', noteIds: ['n1'] }];
    const summary = CoachDoc.parse({
      id: 'd1',
      sessionId: 'se1',
      version: 1,
      lines,
      presentIds: ['ana', 'ben'],
      schemaVersion: 1,
      createdAt: NOW,
    });
    stored.summary.next(summary);
    await screen.settle();
    expect(screen.text()).toContain('Ben Okafor – win: ran 5 km');
    expect(screen.text()).toContain('There: You, Ben Okafor');
  });

  it.each([
    ['cancelled', 'This session was cancelled'],
    ['no-quorum', 'Too few people came this time'],
  ] as const)('says kindly that it is %s', async (state, words) => {
    stored.session.next(aLiveSession({ state }));
    expect((await open()).text()).toContain(words);
  });

  it('says what to do where there is no such session, and when it cannot be read', async () => {
    stored.session.next(null);
    expect((await open()).text()).toContain('This session is not here');
    TestBed.resetTestingModule();
    stored.isBroken = true;
    expect((await open()).hasAct('Try again')).toBe(true);
  });
});

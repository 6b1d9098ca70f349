import { CallRefused } from '../../firebase';
import { NOW } from '../../../testing/examples';
import { FakeBoundary } from '../../../testing/fake-boundary';
import { aCoachAction, aCoachDoc } from '../../../testing/fake-coach';
import { aLiveSession, FakeRoom } from '../../../testing/fake-room';
import { openRoom } from '../../../testing/room-screen';
import { type Screen } from '../../../testing/screen';

const OF_ANA = { sessionId: 'se1', actionId: 'act1' };

describe('next steps after a session', () => {
  let boundary: FakeBoundary;
  let stored: FakeRoom;
  const open = (): Promise<Screen> => openRoom(boundary, stored);
  const steps = (screen: Screen) => screen.element.querySelector('app-next-steps')?.textContent ?? '';

  beforeEach(() => {
    localStorage.clear();
    boundary = new FakeBoundary();
    stored = new FakeRoom();
    stored.session.next(aLiveSession({ state: 'done', currentItemId: null, timer: null }));
    stored.notes.next([
      { id: 'n2', authorId: 'ana', readerIds: [], kind: 'next', text: 'I book the Tuesday class', writtenAt: NOW },
    ]);
    stored.summary.next(aCoachDoc());
    stored.coach.actions.next([aCoachAction()]);
  });
  afterEach(() => document.body.replaceChildren());

  it('are drafts to take on, with the note that they come from', async () => {
    const screen = await open();
    expect(screen.element.querySelector('article')?.getAttribute('aria-label')).toBe('Draft: Book the Tuesday class');
    expect(screen.element.querySelector('app-step-card summary')?.textContent).toContain('from 1 note');
    expect(screen.element.querySelector('app-proof-list')).toBeNull();
    await screen.press('Take it on');
    expect(boundary.asked).toEqual([{ name: 'answerCoachAction', input: { ...OF_ANA, answer: 'accept' } }]);
  });

  it('are taken on in other words, of which none is cut off', async () => {
    const screen = await open();
    await screen.press('In other words');
    await screen.fill('Your step, in your words', 'x'.repeat(201));
    await screen.press('Take it on in these words');
    expect(screen.text()).toContain('1 characters too many; a step holds 200.');
    expect(boundary.asked).toEqual([]);
    await screen.fill('Your step, in your words', ' Book both classes ');
    await screen.press('Take it on in these words');
    const input = { ...OF_ANA, answer: 'accept', text: 'Book both classes' };
    expect(boundary.asked).toEqual([{ name: 'answerCoachAction', input }]);
  });

  it('are laid aside, and brought back', async () => {
    const screen = await open();
    await screen.press('Lay it aside');
    stored.coach.actions.next([aCoachAction({ status: 'dismissed' })]);
    await screen.settle();
    await screen.press('Bring it back');
    expect(boundary.asked.map(({ input }) => input)).toEqual([
      { ...OF_ANA, answer: 'dismiss' },
      { ...OF_ANA, answer: 'reopen' },
    ]);
  });

  it('keep a refusal beside them', async () => {
    boundary.refuse('answerCoachAction', new CallRefused('failed-precondition', 'It was taken away meanwhile.'));
    const screen = await open();
    await screen.press('Take it on');
    expect(screen.text()).toContain('It was taken away meanwhile.');
  });

  it('count two proofs that are ticked at once, and show both before the server has them', async () => {
    stored.coach.actions.next([aCoachAction({ status: 'accepted' })]);
    const screen = await open();
    screen.field('The day and time it is booked for').click();
    screen.field('A confirmation, or who confirmed it').click();
    await screen.settle();
    expect(boundary.asked.map(({ input }) => input)).toEqual([
      { ...OF_ANA, place: 0, isDone: true },
      { ...OF_ANA, place: 1, isDone: true },
    ]);
    expect(steps(screen)).toContain('(2 of 2)');
    const [first, second] = aCoachAction().checklist.map((line) => ({ ...line, isDone: true }));
    stored.coach.actions.next([
      aCoachAction({ status: 'accepted', checklist: [first!, aCoachAction().checklist[1]!], version: 2 }),
    ]);
    await screen.settle();
    expect(steps(screen)).toContain('(2 of 2)');
    stored.coach.actions.next([aCoachAction({ status: 'accepted', checklist: [first!, second!], version: 3 })]);
    await screen.settle();
    expect(steps(screen)).toContain('(2 of 2)');
  });

  it('take a tick back that did not get through, and say so', async () => {
    stored.coach.actions.next([aCoachAction({ status: 'accepted' })]);
    boundary.refuse('tickChecklist', new CallRefused('unavailable', 'Podmates did not answer.'));
    const screen = await open();
    await screen.tick('The day and time it is booked for');
    expect(screen.field('The day and time it is booked for').checked).toBe(false);
    expect(steps(screen)).toContain('(0 of 2)');
    expect(steps(screen)).toContain('Podmates did not answer.');
  });

  it('are only an idea for whoever was away', async () => {
    stored.coach.actions.next([aCoachAction({ status: 'suggested' })]);
    const screen = await open();
    expect(steps(screen)).toContain('You were not there, so this is only an idea.');
    expect(screen.hasAct('Take it on')).toBe(true);
  });

  it('show what the others do, a suggestion as one, and nothing that they laid aside', async () => {
    stored.coach.actions.next([
      aCoachAction({ id: 'b1', memberId: 'ben', text: 'Run on Friday', status: 'suggested' }),
      aCoachAction({ id: 'b2', memberId: 'ben', text: 'Buy shoes', status: 'dismissed' }),
    ]);
    const words = steps(await open());
    expect(words).toContain('Run on FridayBen Okafor · was not there: a suggestion');
    expect(words).not.toContain('Buy shoes');
    expect(words).toContain('The coach found no step of yours');
  });

  it('bring along what is still open from earlier sessions, without notes that are not here', async () => {
    const earlier = aCoachAction({ id: 'old', sessionId: 'se0', text: 'Ask the physio', status: 'accepted' });
    stored.coach.actions.next([earlier]);
    const screen = await open();
    expect(steps(screen)).toContain('From an earlier session');
    expect(screen.element.querySelector('app-step-card summary')).toBeNull();
    await screen.press('It is done');
    const input = { sessionId: 'se0', actionId: 'old', answer: 'done' };
    expect(boundary.asked).toEqual([{ name: 'answerCoachAction', input }]);
  });

  it('wait for the network, and say so', async () => {
    boundary.isOnline.set(false);
    const screen = await open();
    expect(steps(screen)).toContain('You are offline. You can answer once you are back.');
    expect((screen.act('Take it on') as HTMLButtonElement).disabled).toBe(true);
  });

  it('offer another look where they cannot be read', async () => {
    stored.coach.isBroken = true;
    const screen = await open();
    expect(steps(screen)).toContain('Try again');
  });
});

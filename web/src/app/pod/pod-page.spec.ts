import { TestBed } from '@angular/core/testing';
import { type CallableInput } from '@podmates/domain';
import { CallRefused } from '../firebase';
import { aCard, aFeedEvent, aMember, aMessage, aPod } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { PodPage } from './pod-page';

const MESSAGE = 'Message to your pod';
type Said = CallableInput<'sendMessage'>;
const said = () => boundary.asked.flatMap(({ name, input }) => (name === 'sendMessage' ? [input as Said] : []));
let boundary: FakeBoundary;
beforeEach(() => {
  localStorage.clear();
  boundary = new FakeBoundary();
  boundary.member.next(aMember({ podId: 'p1' }));
  boundary.pod.next(aPod());
  TestBed.configureTestingModule({ providers: boundary.providers() });
});
afterEach(() => document.body.replaceChildren());

describe('the pod', () => {
  it('shows members with their time and streak, the meeting on the reader’s clock, and the feed', async () => {
    boundary.feed.next([aFeedEvent({ proof: { slotId: 's1_0', kind: 'image' } })]);
    const screen = await show(PodPage);
    const text = screen.text();
    expect(text).toContain('Ben Okafor');
    expect(text).toContain('13:00 in Lagos');
    expect(text).toContain('Streak: 4');
    expect(text).toContain('Pod streak 4: the shortest current streak among you.');
    expect(text).toContain('Thursday 20:00');
    expect(text).toContain('Thursday 19:00 London time');
    expect(text).toContain('Ben Okoye · Checked in. Win: ran 5 km');
    expect(screen.hasAct('See the photo')).toBe(true);
  });

  it('keeps a zone that a podmate hides to themself', async () => {
    boundary.pod.next(aPod({ cards: [aCard({ timeZone: null })] }));
    expect((await show(PodPage)).text()).not.toMatch(/\d in [A-Z]/);
  });

  it('leads to one when there is none yet', async () => {
    boundary.member.next(aMember());
    expect((await show(PodPage)).hasAct('Find my pod')).toBe(true);
  });

  it('offers another try when a listener ended', async () => {
    boundary.isBroken = true;
    const screen = await show(PodPage);
    boundary.isBroken = false;
    await screen.press('Try again');
    expect(screen.text()).toContain('Steady Otters');
  });
});

describe('the thread', () => {
  it('shows markup as text', async () => {
    boundary.messages.next([aMessage({ text: '<script>alert(1)</script>' })]);
    const screen = await show(PodPage);
    expect(screen.text()).toContain('<script>alert(1)</script>');
    expect(screen.element.querySelector('script')).toBeNull();
  });

  it('sends what was written and empties the box', async () => {
    const screen = await show(PodPage);
    await screen.fill(MESSAGE, '  Hello all ');
    await screen.press('Send');
    expect(said()).toMatchObject([{ scope: 'pod', id: 'p1', text: 'Hello all', isMeant: false }]);
    expect(screen.field(MESSAGE).value).toBe('');
    expect(screen.text()).toContain('Hello allSent');
    boundary.messages.next([aMessage({ id: 'sent-1', authorId: 'ana', text: 'Hello all' })]);
    await screen.settle();
    expect(screen.text().match(/Hello all/g)).toHaveLength(1);
  });

  it('sends nothing that is empty or too long, and says how much too long', async () => {
    const screen = await show(PodPage);
    await screen.fill(MESSAGE, '   ');
    await screen.press('Send');
    await screen.fill(MESSAGE, 'x'.repeat(10_000));
    expect(screen.text()).toContain('9000 characters too many');
    await screen.press('Send');
    expect(screen.text()).toContain('Split it in two');
    expect(screen.field(MESSAGE).value).toHaveLength(10_000);
    expect(said()).toEqual([]);
  });

  it('says why the server would not have it, and gives the words back', async () => {
    boundary.refuse('sendMessage', new CallRefused('not-found', 'There is no such pod.'));
    const screen = await show(PodPage);
    await screen.fill(MESSAGE, 'Hello all');
    await screen.press('Send');
    expect(screen.text()).toContain('There is no such pod.');
    await screen.fill(MESSAGE, 'and more');
    await screen.press('Take it back');
    expect(screen.field(MESSAGE).value).toBe('Hello all\nand more');
  });

  it('keeps what is said offline, shows that it waits, and sends it under the same id later', async () => {
    boundary.isOnline.set(false);
    boundary.refuse('sendMessage', new CallRefused('unavailable', 'no answer'));
    const screen = await show(PodPage);
    await screen.fill(MESSAGE, 'Hello all');
    await screen.press('Send');
    expect(screen.text()).toContain('it goes out when you are back');
    boundary.answers.delete('sendMessage');
    boundary.isOnline.set(true);
    dispatchEvent(new Event('online'));
    await screen.settle();
    expect(screen.text()).toContain('Hello allSent');
    const [first, ...others] = said();
    expect(others.length).toBeGreaterThan(0);
    expect(new Set(others.map(({ clientMutationId }) => clientMutationId))).toEqual(new Set([first?.clientMutationId]));
  });

  it('asks once before words go out that may hurt, and sends or gives them back', async () => {
    boundary.answers.set('sendMessage', (input) => ({
      messageId: 'm9',
      state: (input as { isMeant: boolean }).isMeant ? 'sent' : 'asks',
      showsHelp: false,
    }));
    const screen = await show(PodPage);
    await screen.fill(MESSAGE, 'you idiot');
    await screen.press('Send');
    expect(screen.text()).toContain('This may hurt. Send anyway?');
    await screen.press('Change it');
    expect(screen.field(MESSAGE).value).toBe('you idiot');
    await screen.press('Send');
    await screen.press('Send anyway');
    expect(said().map(({ isMeant }) => isMeant)).toEqual([false, false, true]);
    expect(screen.text()).not.toContain('This may hurt');
  });

  it('tells the author calmly that their words wait for a look, until they are released', async () => {
    boundary.answers.set('sendMessage', () => ({ messageId: 'm9', state: 'held', showsHelp: false }));
    const screen = await show(PodPage);
    await screen.fill(MESSAGE, 'held words');
    await screen.press('Send');
    expect(screen.text()).toContain('This waits until a moderator has looked at it.');
    boundary.messages.next([aMessage({ id: 'm9', authorId: 'ana', text: 'held words' })]);
    await screen.settle();
    expect(screen.text()).not.toContain('waits until');
  });

  it('asks what became of held words when the app is opened again', async () => {
    boundary.answers.set('sendMessage', () => ({ messageId: 'm9', state: 'held', showsHelp: false }));
    const screen = await show(PodPage);
    await screen.fill(MESSAGE, 'held words');
    await screen.press('Send');
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: boundary.providers() });
    boundary.answers.set('sendMessage', () => ({ messageId: 'm9', state: 'dropped', showsHelp: false }));
    expect((await show(PodPage)).text()).toContain('it was not passed on');
  });

  it('shows where help is after words of self-harm, which are sent', async () => {
    boundary.answers.set('sendMessage', () => ({ messageId: 'm9', state: 'sent', showsHelp: true }));
    const screen = await show(PodPage);
    await screen.fill(MESSAGE, 'I want to die');
    await screen.press('Send');
    expect(screen.text()).toContain('free and confidential help');
    await screen.press('Close');
    expect(screen.text()).not.toContain('free and confidential help');
  });

  it('keeps an unsent message across a reload', async () => {
    await (await show(PodPage)).fill(MESSAGE, 'Half a thou');
    expect((await show(PodPage)).field(MESSAGE).value).toBe('Half a thou');
  });
});

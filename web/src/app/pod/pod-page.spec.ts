import { TestBed } from '@angular/core/testing';
import { aCard, aFeedEvent, aMember, aMessage, aPod } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { PodPage } from './pod-page';

const MESSAGE = 'Message to your pod';
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
    boundary.feed.next([aFeedEvent()]);
    const text = (await show(PodPage)).text();
    expect(text).toContain('Ben Okafor');
    expect(text).toContain('13:00 in Lagos');
    expect(text).toContain('Streak: 4');
    expect(text).toContain('Pod streak 4: the shortest current streak among you.');
    expect(text).toContain('Thursday 20:00');
    expect(text).toContain('Thursday 19:00 London time');
    expect(text).toContain('Ben Okoye · Checked in. Win: ran 5 km');
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
    expect(boundary.sent).toEqual(['Hello all']);
    expect(screen.field(MESSAGE).value).toBe('');
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
    expect(boundary.sent).toEqual([]);
  });

  it('gives the words back when the server would not have them', async () => {
    boundary.sendOutcome = () => Promise.reject(new Error('refused'));
    const screen = await show(PodPage);
    await screen.fill(MESSAGE, 'Hello all');
    await screen.press('Send');
    expect(screen.field(MESSAGE).value).toBe('Hello all');
    expect(screen.text()).toContain('It is back in the box');
  });

  it('says what becomes of a message that is sent offline', async () => {
    boundary.isOnline.set(false);
    boundary.sendOutcome = () => new Promise(() => undefined);
    const screen = await show(PodPage);
    await screen.fill(MESSAGE, 'Hello all');
    await screen.press('Send');
    expect(screen.text()).toContain('goes out when you are back');
  });

  it('keeps an unsent message across a reload', async () => {
    await (await show(PodPage)).fill(MESSAGE, 'Half a thou');
    expect((await show(PodPage)).field(MESSAGE).value).toBe('Half a thou');
  });
});

import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { aMessage, NOW } from '../../../testing/examples';
import { FakeBoundary } from '../../../testing/fake-boundary';
import { aLiveSession, FakeRoom } from '../../../testing/fake-room';
import { type Screen, show } from '../../../testing/screen';
import { Room } from '../room';
import { SessionChat } from './session-chat';

const MESSAGE = 'Message to the session';

@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  selector: 'app-host',
  template: '<app-session-chat />',
  imports: [SessionChat],
  providers: [Room],
})
class Host {
  constructor() {
    inject(Room).id.set('se1');
  }
}

describe('the chat of a session', () => {
  let boundary: FakeBoundary;
  let stored: FakeRoom;
  const open = (): Promise<Screen> => {
    TestBed.configureTestingModule({ providers: [...boundary.providers(), ...stored.providers()] });
    return show(Host);
  };
  const bar = (screen: Screen) => screen.element.querySelector<HTMLButtonElement>('.bar');
  const toggle = async (screen: Screen) => {
    bar(screen)?.click();
    await screen.settle();
  };
  const byBen = (n: number) => aMessage({ id: `m${n}`, text: `line ${n}`, sentAt: new Date(NOW.getTime() + n * 1000) });

  beforeEach(() => {
    localStorage.clear();
    boundary = new FakeBoundary();
    stored = new FakeRoom();
  });
  afterEach(() => document.body.replaceChildren());

  it('counts what is unread while it is closed, and says it once', async () => {
    stored.chat.next([byBen(1), byBen(2)]);
    const screen = await open();
    expect(screen.text()).toContain('2 new');
    expect(screen.element.querySelector('[role=status]')?.textContent).toContain('Ben Okafor wrote in the chat.');
    expect(screen.text()).not.toContain('line 1');
    expect(bar(screen)?.getAttribute('aria-expanded')).toBe('false');
    await toggle(screen);
    expect(screen.text()).toContain('line 1');
    expect(screen.text()).not.toContain('new');
    await toggle(screen);
    stored.chat.next([byBen(1), byBen(2), byBen(3)]);
    await screen.settle();
    expect(screen.text()).toContain('1 new');
  });

  it('remembers what was read when the page is opened again', async () => {
    stored.chat.next([byBen(1)]);
    await toggle(await open());
    TestBed.resetTestingModule();
    stored.chat.next([byBen(1), byBen(2)]);
    expect((await open()).text()).toContain('1 new');
  });

  it('sends to the session, and keeps focus and words when others write', async () => {
    const screen = await open();
    await toggle(screen);
    const field = screen.field(MESSAGE);
    field.focus();
    await screen.fill(MESSAGE, 'Half a li');
    stored.chat.next([byBen(1)]);
    stored.session.next(aLiveSession({ state: 'wrap', version: 6 }));
    await screen.settle();
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe('Half a li');
    await screen.press('Send');
    expect(boundary.asked.at(-1)).toMatchObject({
      name: 'sendMessage',
      input: { scope: 'session', id: 'se1', text: 'Half a li' },
    });
  });

  it('listens only in the room, from the lobby to the wrap-up', async () => {
    stored.session.next(aLiveSession({ state: 'lobby', joinedIds: ['ben'] }));
    const screen = await open();
    expect(bar(screen)).toBeNull();
    expect(stored.chatListeners).toBe(0);
    stored.session.next(aLiveSession({ state: 'lobby', version: 6 }));
    await screen.settle();
    expect(bar(screen)).not.toBeNull();
    stored.session.next(aLiveSession({ state: 'live', version: 7 }));
    await screen.settle();
    expect(stored.chatListeners).toBe(1);
    stored.session.next(aLiveSession({ state: 'done', version: 8 }));
    await screen.settle();
    expect(bar(screen)).toBeNull();
  });

  it('shows markup as the text it is', async () => {
    stored.chat.next([aMessage({ text: '<img src=x onerror=alert(1)>' })]);
    const screen = await open();
    await toggle(screen);
    expect(screen.text()).toContain('<img src=x onerror=alert(1)>');
    expect(screen.element.querySelector('img')).toBeNull();
  });

  it('says of a closed chat that words in it ask their author', async () => {
    boundary.answers.set('sendMessage', () => ({ messageId: 'm9', state: 'asks', showsHelp: false }));
    const screen = await open();
    await toggle(screen);
    await screen.fill(MESSAGE, 'you idiot');
    await screen.press('Send');
    await toggle(screen);
    expect(screen.text()).toContain('asks you');
  });
});

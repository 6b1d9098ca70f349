import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type Session } from '@podmates/domain';
import { CallRefused } from '../../firebase';
import { FakeBoundary } from '../../../testing/fake-boundary';
import { aLiveSession } from '../../../testing/fake-room';
import { type Screen, show } from '../../../testing/screen';
import { Room } from '../room';
import { VideoCall, VideoDoor } from './video-call';
import { type FrameEvent } from './video-state';
import { VideoPanel } from './video-panel';

const ORIGIN = 'https://meet.example.org';
const PASS = { domain: 'meet.example.org', room: 'room-of-se1', jwt: 'a.b.c', displayName: 'Ana Silva', isHost: false };

@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  selector: 'app-host',
  template: '<app-video-panel />',
  imports: [VideoPanel],
  providers: [VideoCall],
})
class Host {
  readonly call = inject(VideoCall);
}

/** A frame that says what the test says. */
class FakeDoor {
  origin = async (): Promise<string | null> => ORIGIN;
  failure: Error | null = null;
  opened = 0;
  closed = 0;
  toggled = 0;
  hear: (event: FrameEvent) => void = () => undefined;
  open = async (p: { hear: (event: FrameEvent) => void }) => {
    if (this.failure) throw this.failure;
    this.opened += 1;
    this.hear = p.hear;
    return { toggleMute: () => void (this.toggled += 1), close: () => void (this.closed += 1) };
  };
}

describe('video in the room', () => {
  let boundary: FakeBoundary;
  let door: FakeDoor;
  const session = signal<Session>(aLiveSession());
  const notice = signal('');
  const open = async (): Promise<Screen> => {
    TestBed.configureTestingModule({
      providers: [
        ...boundary.providers(),
        { provide: VideoDoor, useValue: door },
        { provide: Room, useValue: { id: () => 'se1', current: session, notice } },
      ],
    });
    return show(Host);
  };
  const joined: FrameEvent = { name: 'videoConferenceJoined', id: 'self' };
  const tell = async (screen: Screen, ...events: FrameEvent[]) => {
    for (const event of events) door.hear(event);
    await screen.settle();
  };
  const NOT_NOW = 'Video cannot be reached just now. Agenda, timer and notes go on without it.';

  beforeEach(() => {
    session.set(aLiveSession());
    boundary = new FakeBoundary();
    boundary.answers.set('enterVideo', () => PASS);
    door = new FakeDoor();
  });
  afterEach(() => {
    jest.useRealTimers();
    document.body.replaceChildren();
  });

  it('asks nothing of anybody until somebody wants it', async () => {
    const screen = await open();
    expect(screen.text()).toContain('You come in muted.');
    expect(boundary.asked).toEqual([]);
    expect(door.opened).toBe(0);
  });

  it('is opened, muted, hidden and left by one button each', async () => {
    const screen = await open();
    await screen.press('Join with video');
    expect(boundary.asked).toEqual([{ name: 'enterVideo', input: { sessionId: 'se1' } }]);
    expect(screen.text()).toContain('Opening the video');
    await tell(screen, joined, { name: 'participantJoined', id: 'b' });
    expect(screen.text()).toContain('You and one other are in the call.');
    await screen.press('Unmute');
    expect(door.toggled).toBe(1);
    await tell(screen, { name: 'audioMuteStatusChanged', isMuted: false });
    expect(screen.hasAct('Mute')).toBe(true);
    await screen.press('Hide video');
    expect(screen.element.querySelector('.frame')?.hasAttribute('hidden')).toBe(true);
    expect(door.closed).toBe(0); // out of sight, not out of the call
    await screen.press('Show video');
    await screen.press('Leave video');
    expect(door.closed).toBe(1);
    expect(screen.text()).toContain('You left the video. The room goes on.');
  });

  it.each([
    ['the server says no', () => boundary.refuse('enterVideo', new CallRefused('failed-precondition', 'Not now.'))],
    ['the network is away', () => boundary.refuse('enterVideo', new CallRefused('unavailable', 'No answer.'))],
    ['the script is blocked', () => (door.failure = new Error('blocked'))],
    ['video is off here', () => (door.origin = async () => null)],
    ['this build was deployed for another service', () => (door.origin = async () => 'https://other.example.org')],
    ['nobody knows where it is', () => (door.origin = () => Promise.reject(new Error('offline')))],
  ])('says so in one line when %s, and can be tried again', async (_what, given) => {
    given();
    const screen = await open();
    await screen.press('Join with video');
    expect(screen.text()).toContain(NOT_NOW);
    boundary.answers.set('enterVideo', () => PASS);
    door.failure = null;
    door.origin = async () => ORIGIN;
    await screen.press('Try again');
    await tell(screen, joined);
    expect(screen.text()).toContain('You are the first in the call.');
  });

  it('gives a frame that says nothing twenty seconds', async () => {
    const screen = await open();
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate', 'performance'] });
    screen.act('Join with video').click();
    await jest.advanceTimersByTimeAsync(19_000);
    expect(screen.element.textContent).toContain('Opening the video');
    await jest.advanceTimersByTimeAsync(1_500);
    jest.useRealTimers();
    await screen.settle();
    expect(screen.text()).toContain(NOT_NOW);
    expect(door.closed).toBe(1);
    await tell(screen, joined); // too late: nobody waits for it any more
    expect(screen.text()).toContain(NOT_NOW);
  });

  it('says so when the frame breaks, and closes it', async () => {
    const screen = await open();
    await screen.press('Join with video');
    await tell(screen, joined, { name: 'errorOccurred', isFatal: true });
    expect(screen.text()).toContain(NOT_NOW);
    expect(door.closed).toBeGreaterThan(0);
  });

  it('hangs up when the page goes away', async () => {
    const screen = await open();
    await screen.press('Join with video');
    await tell(screen, joined);
    TestBed.resetTestingModule();
    expect(door.closed).toBe(1);
  });

  it('closes a frame that opens after the member has left', async () => {
    let letIn = (): void => undefined;
    const inner = door.open;
    door.open = async (p) => {
      await new Promise<void>((resolve) => (letIn = resolve));
      return inner(p);
    };
    const screen = await open();
    await screen.press('Join with video');
    TestBed.resetTestingModule();
    letIn();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect([door.opened, door.closed]).toEqual([1, 1]);
  });

  it('shows a link elsewhere as text and as a link that tells nothing of here (row 6.6)', async () => {
    session.set(aLiveSession({ video: { kind: 'link', url: 'https://zoom.us/j/1' } }));
    const screen = await open();
    const link = screen.act('Open the meeting') as HTMLAnchorElement;
    expect([link.href, link.target, link.rel]).toEqual(['https://zoom.us/j/1', '_blank', 'noopener noreferrer']);
    expect(screen.text()).toContain('https://zoom.us/j/1');
    await screen.press('Meet here instead');
    expect(boundary.asked).toEqual([
      { name: 'placeVideo', input: { sessionId: 'se1', commandId: expect.any(String), url: null } },
    ]);
  });

  it.each(['javascript:alert(1)', 'https://zoom.us.evil.com/j/1', 'https://evil.com'])(
    'shows no link to %s, wherever it came from',
    async (url) => {
      session.set(aLiveSession({ video: { kind: 'link', url } }));
      const screen = await open();
      expect(screen.element.querySelector('a')).toBeNull();
      expect(screen.text()).toContain('This session has no video room.');
    },
  );

  it('takes a link, and says which kinds there are when it is another', async () => {
    const screen = await open();
    await screen.press('Use Zoom or Meet');
    await screen.fill('Zoom or Google Meet link', 'https://zoom.us.evil.com/j/1');
    await screen.press('Use this link');
    expect(screen.text()).toContain('That is not a Zoom or Google Meet link.');
    expect(boundary.asked).toEqual([]);
    await screen.fill('Zoom or Google Meet link', ' HTTPS://meet.google.com/abc-defg-hij ');
    await screen.press('Use this link');
    expect(boundary.asked).toEqual([
      {
        name: 'placeVideo',
        input: { sessionId: 'se1', commandId: expect.any(String), url: 'https://meet.google.com/abc-defg-hij' },
      },
    ]);
    expect(screen.hasAct('Use this link')).toBe(false);
  });

  it('says what the server says of a link', async () => {
    boundary.refuse('placeVideo', new CallRefused('failed-precondition', 'This session is over.'));
    const screen = await open();
    await screen.press('Use Zoom or Meet');
    await screen.fill('Zoom or Google Meet link', 'https://zoom.us/j/1');
    await screen.press('Use this link');
    expect(screen.text()).toContain('This session is over.');
  });

  it('offers a link where a session from before has no room', async () => {
    session.set(aLiveSession({ video: null }));
    const screen = await open();
    expect(screen.text()).toContain('This session has no video room. Everything else in the room works without it.');
    expect(screen.hasAct('Use Zoom or Meet')).toBe(true);
  });
});

import type * as Module from './video-frame';
import { type FrameEvent } from './video-state';

const ORIGIN = 'https://meet.example.org';
const PASS = { domain: 'meet.example.org', room: 'room-of-se1', jwt: 'a.b.c', displayName: 'Ana', isHost: true };

class FakeApi {
  static made: { domain: string; options: Record<string, unknown>; api: FakeApi }[] = [];
  readonly listeners = new Map<string, ((detail: object) => void)[]>();
  readonly commands: unknown[][] = [];
  readonly frame = document.createElement('iframe');
  constructor(domain: string, options: Record<string, unknown>) {
    FakeApi.made.push({ domain, options, api: this });
    this.frame.setAttribute('allowfullscreen', 'true');
    (options['parentNode'] as HTMLElement).append(this.frame);
  }
  addListener(name: string, listener: (detail: object) => void): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }
  executeCommand(...command: unknown[]): void {
    this.commands.push(command);
  }
  getIFrame(): HTMLIFrameElement {
    return this.frame;
  }
  dispose(): void {
    this.frame.remove();
  }
  tell(name: string, detail: object = {}): void {
    for (const listener of this.listeners.get(name) ?? []) listener(detail);
  }
}

describe('the frame of the video service', () => {
  let page: typeof Module;
  let heard: FrameEvent[];
  let place: HTMLElement;
  const scripts: HTMLScriptElement[] = [];
  /** The script comes, or (null) does not. */
  const answer = (api: typeof FakeApi | null) =>
    jest.spyOn(document.head, 'append').mockImplementation((node) => {
      const script = node as HTMLScriptElement;
      scripts.push(script);
      if (api) Object.assign(window, { JitsiMeetExternalAPI: api });
      setTimeout(() => script.dispatchEvent(new Event(api ? 'load' : 'error')), 0);
    });
  const open = (over: Partial<typeof PASS> | { jwt: null } = {}, origin = ORIGIN) =>
    page.openFrame({ place, origin, pass: { ...PASS, ...over }, hear: (event) => heard.push(event) });
  const made = () => {
    const last = FakeApi.made.at(-1);
    if (!last) throw new Error('There is no frame.');
    return last;
  };

  beforeEach(async () => {
    await jest.isolateModulesAsync(async () => {
      page = await import('./video-frame');
    });
    heard = [];
    scripts.length = 0;
    FakeApi.made = [];
    place = document.createElement('div');
    document.body.append(place);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    document.body.replaceChildren();
    for (const name of ['JitsiMeetExternalAPI', 'trustedTypes']) Reflect.deleteProperty(window, name);
  });

  it('is the service’s own, for one person in one room, muted, and never over the whole screen', async () => {
    answer(FakeApi);
    await open();
    expect(scripts.map(({ src }) => src)).toEqual([`${ORIGIN}/external_api.js`]);
    expect(made()).toMatchObject({
      domain: 'meet.example.org',
      options: { roomName: 'room-of-se1', jwt: 'a.b.c', configOverwrite: { startWithAudioMuted: true } },
    });
    const frame = place.querySelector('iframe');
    expect(frame?.title).toBe('Video of the session');
    expect(frame?.hasAttribute('allowfullscreen')).toBe(false);
    expect(JSON.stringify(made().options['configOverwrite'])).not.toContain('fullscreen');
  });

  it('loads the script once, and again when it did not come', async () => {
    answer(null);
    await expect(open()).rejects.toThrow('did not come');
    answer(FakeApi);
    await open();
    await open();
    expect(scripts).toHaveLength(2);
  });

  it('names the script to the page by a policy that knows this one address', async () => {
    const policies: { createScriptURL(url: string): string }[] = [];
    const createPolicy = jest.fn((_name: string, rules: { createScriptURL(url: string): string }) => {
      policies.push(rules);
      return rules;
    });
    Object.assign(window, { trustedTypes: { createPolicy } });
    answer(FakeApi);
    await open();
    expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['podmates#video']);
    expect(policies[0]?.createScriptURL(`${ORIGIN}/external_api.js`)).toBe(`${ORIGIN}/external_api.js`);
    for (const url of [`${ORIGIN}/other.js`, 'https://evil.com/external_api.js', 'data:text/javascript,1'])
      expect(() => policies[0]?.createScriptURL(url)).toThrow('No video script from');
  });

  it('tells what happens in it, read piece by piece', async () => {
    answer(FakeApi);
    await open();
    const { api } = made();
    api.tell('videoConferenceJoined', { id: 'self', displayName: '<img onerror=alert(1)>' });
    api.tell('participantJoined', { id: 7 });
    api.tell('participantLeft', { id: 'x'.repeat(500) });
    api.tell('audioMuteStatusChanged', { muted: 'yes' });
    api.tell('errorOccurred', { error: { isFatal: true } });
    api.tell('errorOccurred', { error: 'bad' });
    api.tell('somethingElse', {});
    expect(heard).toEqual([
      { name: 'videoConferenceJoined', id: 'self' },
      { name: 'participantJoined', id: '' },
      { name: 'participantLeft', id: 'x'.repeat(100) },
      { name: 'audioMuteStatusChanged', isMuted: false },
      { name: 'errorOccurred', isFatal: true },
      { name: 'errorOccurred', isFatal: false },
    ]);
  });

  it('hangs up and is gone when it is closed, once, and tells nothing after', async () => {
    answer(FakeApi);
    const frame = await open();
    frame.close();
    frame.close();
    made().api.tell('participantJoined', { id: 'b' });
    expect(made().api.commands).toEqual([['hangup']]);
    expect(place.children).toHaveLength(0);
    expect(heard).toEqual([]);
  });

  it('is taken out of the page also when it is dead and refuses everything', async () => {
    answer(FakeApi);
    const frame = await open();
    const { api } = made();
    const refuse = () => {
      throw new Error('dead');
    };
    Object.assign(api, { executeCommand: refuse, dispose: refuse });
    expect(() => frame.close()).not.toThrow();
    expect(place.children).toHaveLength(0);
  });

  it.each([
    ['the host, where nobody checks tokens', { jwt: null, isHost: true }, [['toggleLobby', true]]],
    ['another, where nobody checks tokens', { jwt: null, isHost: false }, []],
    ['the host, where tokens are checked', { isHost: true }, []],
  ])('has its lobby set up by %s: %j', async (_who, over, commands) => {
    answer(FakeApi);
    await open(over);
    made().api.tell('videoConferenceJoined', { id: 'self' });
    expect(made().api.commands).toEqual(commands);
    expect('jwt' in made().options).toBe(!('jwt' in over));
  });
});

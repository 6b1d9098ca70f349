import { type CallableOutput } from '@podmates/domain';
import { type FrameEvent } from './video-state';

export type VideoPass = CallableOutput<'enterVideo'>;

/** An open frame. Closing it hangs up, and nothing is heard of it afterwards. */
export interface VideoFrame {
  toggleMute(): void;
  close(): void;
}

interface JitsiApi {
  addListener(name: string, listener: (detail: Readonly<Record<string, unknown>>) => void): void;
  executeCommand(command: string, ...values: unknown[]): void;
  getIFrame(): HTMLIFrameElement;
  dispose(): void;
}
type JitsiPage = Window & {
  JitsiMeetExternalAPI?: new (domain: string, options: object) => JitsiApi;
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(url: string): string },
    ): { createScriptURL(url: string): string };
  };
};

const SCRIPT = '/external_api.js';
/** Nothing that would cover the page, where the way out is; and nothing that keeps what is said. */
const TOOLBAR = ['microphone', 'camera', 'desktop', 'tileview', 'settings', 'raisehand', 'hangup'];

let policy: { createScriptURL(url: string): string } | undefined;
let allowed = '';
let loading: Promise<void> | undefined;

/**
 * Opens the member's frame in `place`, with the script of `origin` and of nowhere else. Rejects when that script does
 * not come; then it may be asked again.
 */
export async function openFrame(p: {
  place: HTMLElement;
  origin: string;
  pass: VideoPass;
  hear: (event: FrameEvent) => void;
}): Promise<VideoFrame> {
  const { pass, hear } = p;
  loading ??= loadScript(p.origin);
  loading.catch(() => (loading = undefined));
  await loading;
  const { JitsiMeetExternalAPI: Api } = window as JitsiPage;
  if (!Api) throw new Error('the video script brought nothing');
  const api = new Api(pass.domain, {
    roomName: pass.room,
    parentNode: p.place,
    width: '100%',
    height: '100%',
    ...(pass.jwt === null ? {} : { jwt: pass.jwt }),
    userInfo: { displayName: pass.displayName },
    configOverwrite: {
      prejoinConfig: { enabled: false },
      startWithAudioMuted: true,
      startWithVideoMuted: false,
      disableDeepLinking: true,
      toolbarButtons: TOOLBAR,
    },
  });
  const frame = api.getIFrame();
  frame.title = 'Video of the session';
  frame.removeAttribute('allowfullscreen');
  let isOpen = true;
  for (const [name, read] of Object.entries(READ))
    api.addListener(name, (detail) => {
      const event = isOpen ? read(detail ?? {}) : null;
      if (event) hear(event);
    });
  // Where nobody checks a token, the lobby is what keeps strangers out, and a moderator alone can set it up.
  if (pass.jwt === null && pass.isHost)
    api.addListener('videoConferenceJoined', () => api.executeCommand('toggleLobby', true));
  return {
    toggleMute: () => api.executeCommand('toggleAudio'),
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      quietly(() => api.executeCommand('hangup'));
      quietly(() => api.dispose());
      p.place.replaceChildren();
    },
  };
}

/** A frame that is dead may refuse even to be closed; then taking it out of the page is what ends the call. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    return;
  }
}

const idIn = ({ id }: Readonly<Record<string, unknown>>): string => (typeof id === 'string' ? id.slice(0, 100) : '');

/** What the frame tells is outside text: read piece by piece, and never shown. */
const READ: Readonly<Record<FrameEvent['name'], (detail: Readonly<Record<string, unknown>>) => FrameEvent | null>> = {
  videoConferenceJoined: (detail) => ({ name: 'videoConferenceJoined', id: idIn(detail) }),
  participantJoined: (detail) => ({ name: 'participantJoined', id: idIn(detail) }),
  participantLeft: (detail) => ({ name: 'participantLeft', id: idIn(detail) }),
  audioMuteStatusChanged: ({ muted }) => ({ name: 'audioMuteStatusChanged', isMuted: muted === true }),
  videoConferenceLeft: () => ({ name: 'videoConferenceLeft' }),
  readyToClose: () => ({ name: 'readyToClose' }),
  errorOccurred: ({ error }) => ({
    name: 'errorOccurred',
    isFatal: typeof error === 'object' && error !== null && 'isFatal' in error && error.isFatal === true,
  }),
};

function loadScript(origin: string): Promise<void> {
  const script = document.createElement('script');
  return new Promise<void>((loaded, missed) => {
    script.addEventListener('load', () => loaded());
    script.addEventListener('error', () => missed(new Error('the video script did not come')));
    script.src = trusted(origin);
    script.async = true;
    document.head.append(script);
  }).finally(() => script.remove());
}

/** Under Trusted Types a script is named by a policy; ours knows one address. */
function trusted(origin: string): string {
  allowed = `${origin}${SCRIPT}`;
  const { trustedTypes } = window as JitsiPage;
  policy ??= trustedTypes?.createPolicy('podmates#video', {
    createScriptURL: (url) => {
      if (url !== allowed) throw new TypeError(`No video script from ${url}`);
      return url;
    },
  });
  return policy ? policy.createScriptURL(allowed) : allowed;
}

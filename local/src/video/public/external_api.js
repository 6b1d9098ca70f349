/** The part of Jitsi's IFrame API that the web app uses, for the local stand-in. */
{
  const { addEventListener, document, location, removeEventListener, URLSearchParams } = globalThis;
  const FROM_FRAME = 'podmates-local-video';
  let frames = 0;

  class JitsiMeetExternalAPI {
    #frame;
    #origin;
    #listeners = new Map();
    #people = new Set();
    #hear = (message) => {
      const { data, origin, source } = message;
      if (origin !== this.#origin || source !== this.#frame.contentWindow || data?.from !== FROM_FRAME) return;
      if (data.name === 'videoConferenceJoined' || data.name === 'participantJoined') this.#people.add(data.detail.id);
      if (data.name === 'participantLeft') this.#people.delete(data.detail.id);
      for (const listener of this.#listeners.get(data.name) ?? []) listener(data.detail);
    };

    constructor(domain, { roomName, parentNode = document.body, jwt = '', configOverwrite = {} }) {
      this.#origin = `http://${domain}`;
      const isMuted = configOverwrite.startWithAudioMuted !== false;
      const address = new URL(`${this.#origin}/${roomName}`);
      address.hash = new URLSearchParams({ jwt, muted: String(isMuted), parent: location.origin }).toString();
      this.#frame = document.createElement('iframe');
      this.#frame.allow = 'autoplay; camera; clipboard-write; display-capture; microphone';
      this.#frame.name = `jitsiConferenceFrame${(frames += 1)}`;
      this.#frame.style.border = '0';
      this.#frame.style.width = '100%';
      this.#frame.style.height = '100%';
      this.#frame.src = address.href;
      addEventListener('message', this.#hear);
      parentNode.append(this.#frame);
    }

    addListener(name, listener) {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
    }

    executeCommand(command, ...values) {
      this.#frame.contentWindow?.postMessage({ to: FROM_FRAME, command, values }, this.#origin);
    }

    getIFrame() {
      return this.#frame;
    }

    getNumberOfParticipants() {
      return this.#people.size;
    }

    dispose() {
      removeEventListener('message', this.#hear);
      this.#listeners.clear();
      this.#frame.remove();
    }
  }

  globalThis.JitsiMeetExternalAPI = JitsiMeetExternalAPI;
}

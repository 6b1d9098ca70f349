const { addEventListener, document, EventSource, location, parent, URLSearchParams } = globalThis;
const NAME = 'podmates-local-video';
const asked = new URLSearchParams(location.hash.slice(1));
const parentOrigin = asked.get('parent') ?? '';
const room = location.pathname;
const [tiles, status, muteButton, leaveButton] = ['tiles', 'status', 'mute', 'leave'].map((id) =>
  document.getElementById(id),
);
const people = new Map();
let self = null;
let isMuted = asked.get('muted') !== 'false';

const tell = (name, detail = {}) => parent.postMessage({ from: NAME, name, detail }, parentOrigin);
const post = (act, body) =>
  fetch(`${room}/${act}`, { method: 'POST', body: JSON.stringify(body), keepalive: true }).catch(() => undefined);

const initials = (name) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => [...part][0] ?? '')
    .join('')
    .toUpperCase();

function tileOf({ id, name, isMuted: isQuiet }) {
  const tile = document.createElement('li');
  const [face, label] = [document.createElement('span'), document.createElement('span')];
  face.className = 'face';
  face.textContent = initials(name);
  face.setAttribute('aria-hidden', 'true');
  face.dataset.hue = String([...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 6);
  label.className = 'name';
  label.textContent = `${name}${id === self ? ' (you)' : ''}${isQuiet ? ' · muted' : ''}`;
  tile.append(face, label);
  return tile;
}

function show() {
  tiles.replaceChildren(...[...people.values()].map(tileOf));
  status.textContent = people.size === 1 ? 'Nobody else is in the call yet' : '';
  muteButton.textContent = isMuted ? 'Unmute' : 'Mute';
  muteButton.setAttribute('aria-pressed', String(isMuted));
}

function setMuted(next) {
  isMuted = next;
  if (self) people.set(self, { ...people.get(self), isMuted });
  post('mute', { id: self, isMuted });
  tell('audioMuteStatusChanged', { muted: isMuted });
  show();
}

const hear = {
  self: ({ id, name }) => {
    self = id;
    people.set(id, { id, name, isMuted });
    tell('videoConferenceJoined', { roomName: room.slice(1), id, displayName: name });
    setMuted(isMuted);
  },
  joined: ({ id, name, isMuted: isQuiet }) => {
    people.set(id, { id, name, isMuted: isQuiet });
    tell('participantJoined', { id, displayName: name });
  },
  left: ({ id }) => {
    people.delete(id);
    tell('participantLeft', { id });
  },
  muted: ({ id, isMuted: isQuiet }) => {
    if (id !== self && people.has(id)) people.set(id, { ...people.get(id), isMuted: isQuiet });
  },
  refused: () => {
    stream.close();
    document.body.classList.add('over');
    status.textContent = 'This room is not open to you.';
    tell('errorOccurred', { error: { name: 'conference.authenticationRequired', isFatal: true } });
  },
};

const stream = new EventSource(`${room}/stream?${new URLSearchParams({ jwt: asked.get('jwt') ?? '' })}`);
stream.onmessage = ({ data }) => {
  const news = JSON.parse(data);
  hear[news.kind]?.(news);
  if (news.kind !== 'refused') show();
};

function leave() {
  if (self) post('leave', { id: self });
  stream.close();
  people.clear();
  tiles.replaceChildren();
  document.body.classList.add('over');
  status.textContent = 'You left the call.';
  tell('videoConferenceLeft', { roomName: room.slice(1) });
  tell('readyToClose');
}

muteButton.addEventListener('click', () => setMuted(!isMuted));
leaveButton.addEventListener('click', leave);
addEventListener('message', ({ data, origin }) => {
  if (origin !== parentOrigin || data?.to !== NAME) return;
  if (data.command === 'toggleAudio') setMuted(!isMuted);
  if (data.command === 'hangup') leave();
});

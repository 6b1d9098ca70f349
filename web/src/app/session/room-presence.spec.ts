import { type Presence } from '@podmates/domain';
import { NOW } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { FakeRoom } from '../../testing/fake-room';
import { openRoom } from '../../testing/room-screen';
import { type Screen } from '../../testing/screen';

const LOOKED_AT_CLOCK_MS = 300;

describe('who is here', () => {
  let stored: FakeRoom;
  let passedMs: number;
  const beatOf = (id: string, secondsLater = 0): Presence => ({
    id,
    beatAt: new Date(NOW.getTime() + secondsLater * 1000),
    isHere: true,
    editing: null,
    since: NOW,
    earlier: [],
  });
  /** So much later on this device, after one more own beat. */
  const after = async (screen: Screen, seconds: number) => {
    passedMs = seconds * 1000;
    dispatchEvent(new Event('online')); // beats at once
    await new Promise((looked) => setTimeout(looked, LOOKED_AT_CLOCK_MS));
    await screen.settle();
    return screen.text();
  };

  beforeEach(() => {
    localStorage.clear();
    stored = new FakeRoom();
    passedMs = 0;
    const began = performance.now();
    jest.spyOn(performance, 'now').mockImplementation(() => began + passedMs);
    stored.presence.next([beatOf('ben'), beatOf('ana')]); // her first beat is stamped
  });
  afterEach(() => {
    jest.restoreAllMocks();
    document.body.replaceChildren();
  });

  it('is told without a stamp of each own beat: 90 s after a podmate’s last they are away, and oneself is not', async () => {
    const screen = await openRoom(new FakeBoundary(), stored);
    stored.presence.next([beatOf('ben')]); // no later one is
    expect(await after(screen, 89)).toContain('2 of 2 here');
    expect(await after(screen, 91)).toContain('1 of 2 here');
    stored.presence.next([beatOf('ben', 92)]);
    expect(await after(screen, 93)).toContain('2 of 2 here');
  });

  it('is told of whoever was here long before this page was opened, too', async () => {
    stored.presence.next([beatOf('ben', -91), beatOf('ana')]);
    const screen = await openRoom(new FakeBoundary(), stored);
    expect(await after(screen, 1)).toContain('1 of 2 here');
    stored.presence.next([beatOf('ben', -85), beatOf('ana')]);
    expect(await after(screen, 1)).toContain('2 of 2 here');
  });
});

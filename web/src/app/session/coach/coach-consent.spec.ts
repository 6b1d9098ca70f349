import { CallRefused } from '../../firebase';
import { NOW } from '../../../testing/examples';
import { FakeBoundary } from '../../../testing/fake-boundary';
import { aLiveSession, FakeRoom } from '../../../testing/fake-room';
import { openRoom } from '../../../testing/room-screen';
import { type Screen } from '../../../testing/screen';

const LABEL = 'Leave my notes out of the coach’s work';
const said = (isAllowed: boolean) => ({ id: 'ana', isAllowed, changedAt: NOW, version: 1, schemaVersion: 1 });

describe('what the coach may read of a session', () => {
  let boundary: FakeBoundary;
  let stored: FakeRoom;
  const open = (state: 'lobby' | 'live' | 'wrap' | 'done'): Promise<Screen> => {
    stored.session.next(aLiveSession({ state }));
    return openRoom(boundary, stored);
  };

  beforeEach(() => {
    localStorage.clear();
    boundary = new FakeBoundary();
    stored = new FakeRoom();
  });
  afterEach(() => document.body.replaceChildren());

  it.each(['lobby', 'live', 'wrap'] as const)('is the member’s to say in the %s', async (state) => {
    const screen = await open(state);
    expect(screen.field(LABEL).checked).toBe(false);
    await screen.tick(LABEL);
    expect(boundary.asked).toEqual([{ name: 'setAiConsent', input: { sessionId: 'se1', isAllowed: false } }]);
    expect(screen.text()).toContain('The coach reads nothing of yours in this session');
  });

  it('is asked no more once the coach is at work', async () => {
    expect((await open('done')).text()).not.toContain(LABEL);
  });

  it('shows what was said before', async () => {
    stored.coach.consent.next(said(false));
    expect((await open('live')).field(LABEL).checked).toBe(true);
  });

  it('hears the last of two quick flips', async () => {
    const screen = await open('live');
    screen.field(LABEL).click();
    screen.field(LABEL).click();
    await screen.settle();
    expect(boundary.asked.map(({ input }) => input)).toEqual([
      { sessionId: 'se1', isAllowed: false },
      { sessionId: 'se1', isAllowed: true },
    ]);
    expect(screen.field(LABEL).checked).toBe(false);
  });

  it('goes back and says why where it did not get through', async () => {
    boundary.refuse('setAiConsent', new CallRefused('unavailable', 'You are offline.'));
    const screen = await open('live');
    await screen.tick(LABEL);
    expect(screen.field(LABEL).checked).toBe(false);
    expect(screen.text()).toContain('You are offline.');
  });

  it('does not pretend to know what it could not read', async () => {
    stored.coach.isBroken = true;
    const screen = await open('live');
    expect(screen.text()).not.toContain(LABEL);
    expect(screen.hasAct('Look again')).toBe(true);
  });
});

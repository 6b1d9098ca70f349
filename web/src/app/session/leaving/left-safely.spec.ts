import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { CallRefused } from '../../firebase';
import { FakeBoundary } from '../../../testing/fake-boundary';
import { aLiveSession, FakeRoom } from '../../../testing/fake-room';
import { type Screen, show } from '../../../testing/screen';
import { SessionRoom } from '../session-room';

@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  selector: 'app-host',
  template: '<app-session-room id="se1" />',
  imports: [SessionRoom],
})
class Host {}

describe('a session room', () => {
  let boundary: FakeBoundary;
  let stored: FakeRoom;
  const open = async (): Promise<Screen> => {
    TestBed.configureTestingModule({
      providers: [...boundary.providers(), ...stored.providers(), provideRouter([{ path: '**', children: [] }])],
    });
    return show(Host);
  };

  beforeEach(() => {
    localStorage.clear();
    boundary = new FakeBoundary();
    stored = new FakeRoom();
  });
  afterEach(() => document.body.replaceChildren());

  it('is left safely by one tap: the room goes, and what happened and comes next stands there', async () => {
    const screen = await open();
    await screen.press('Leave safely');
    expect(boundary.asked[0]).toMatchObject({ name: 'leaveSafely', input: { sessionId: 'se1', memberIds: ['ben'] } });
    expect(screen.text()).toContain('You left safely');
    expect(screen.text()).toContain('You and Ben Okafor are kept apart from now on');
    expect(screen.text()).toContain('Your streak and your deposit stay as they are');
    expect(screen.text()).toContain('We have it.');
    expect(screen.element.querySelector('[role=timer]')).toBeNull();
    expect(screen.element.contains(document.activeElement)).toBe(true);
  });

  it('asks with one more tap whom it was about, when there are several', async () => {
    stored.session.next(
      aLiveSession({ memberIds: ['ana', 'ben', 'cem'], names: { ana: 'Ana', ben: 'Ben', cem: 'Cem' } }),
    );
    const screen = await open();
    await screen.press('Leave safely');
    expect(stored.beats.at(-1)).toBe(false); // out already
    await screen.press('Cem');
    expect(screen.text()).toContain('You and Cem are kept apart');
    expect(screen.hasAct('Ben')).toBe(false);
    expect(boundary.asked.at(-1)).toMatchObject({ input: { memberIds: ['cem'] } });
  });

  it('stays left when the page is opened again, and says nothing of being here', async () => {
    await (await open()).press('Leave safely');
    TestBed.resetTestingModule();
    stored.beats.length = 0;
    const again = await open();
    expect(again.text()).toContain('You left safely');
    expect(stored.beats).toEqual([]);
  });

  it('says that a safe leaving waits while there is no network', async () => {
    boundary.refuse('leaveSafely', new CallRefused('unavailable', 'No answer.'));
    const screen = await open();
    await screen.press('Leave safely');
    expect(screen.text()).toContain('This is kept on your device and sent as soon as the network allows.');
    expect(screen.text()).toContain('You and Ben Okafor are kept apart');
  });
});

import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { CallRefused } from '../../firebase';
import { NOW } from '../../../testing/examples';
import { FakeBoundary } from '../../../testing/fake-boundary';
import { aLiveSession, anAttendance, FakeRoom } from '../../../testing/fake-room';
import { type Screen, show } from '../../../testing/screen';
import { SessionRoom } from '../session-room';

@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  selector: 'app-host',
  template: '<app-session-room id="se1" />',
  imports: [SessionRoom],
})
class Host {}

const inHours = (n: number): Date => new Date(NOW.getTime() + n * 3_600_000);

describe('after a session', () => {
  let boundary: FakeBoundary;
  let stored: FakeRoom;
  const open = async (): Promise<Screen> => {
    TestBed.configureTestingModule({
      providers: [...boundary.providers(), ...stored.providers(), provideRouter([{ path: '**', children: [] }])],
    });
    return show(Host);
  };

  beforeEach(() => {
    boundary = new FakeBoundary();
    stored = new FakeRoom();
    stored.session.next(aLiveSession({ state: 'done', currentItemId: null, timer: null }));
  });
  afterEach(() => document.body.replaceChildren());

  it('says what became of the reader, why, and what it counts', async () => {
    stored.attendance.next(anAttendance({ outcome: 'left-early', credit: 0.5, reason: 'You were there for 40 %.' }));
    const screen = await open();
    expect(screen.text()).toContain('You were there for a part of it');
    expect(screen.text()).toContain('You were there for 40 %. It counts half.');
    expect(screen.element.querySelector('[role=img]')?.getAttribute('aria-label')).toContain('Planned from');
  });

  it('is quiet while nothing was said of them, and offers nothing to contest once it counts in full', async () => {
    const screen = await open();
    expect(screen.text()).not.toContain('Your attendance');
    stored.attendance.next(anAttendance({ outcome: 'on-time', credit: 1 }));
    await screen.settle();
    expect(screen.text()).toContain('You were there');
    expect(screen.hasAct('Contest this')).toBe(false);
  });

  it('is contested by one press, with the likeliest reason', async () => {
    stored.attendance.next(anAttendance());
    boundary.answers.set('contestAttendance', () => ({ state: 'asking', outcome: 'no-show' }));
    const screen = await open();
    await screen.press('Contest this');
    expect(boundary.asked).toContainEqual({
      name: 'contestAttendance',
      input: { sessionId: 'se1', reasons: ['was-there'], note: '' },
    });
  });

  it('sends the reasons and the note that were chosen, and says a refusal', async () => {
    stored.attendance.next(anAttendance());
    boundary.refuse('contestAttendance', new CallRefused('failed-precondition', 'They are over.'));
    const screen = await open();
    await screen.tick('I was there');
    await screen.tick('The app did not work for me');
    await screen.fill('A note', 'It froze');
    await screen.press('Contest this');
    expect(boundary.asked).toContainEqual({
      name: 'contestAttendance',
      input: { sessionId: 'se1', reasons: ['app-trouble'], note: 'It froze' },
    });
    expect(screen.text()).toContain('They are over.');
  });

  it('is not offered after 48 hours, nor a second time', async () => {
    stored.attendance.next(anAttendance({ contestableUntil: inHours(-1) }));
    const screen = await open();
    expect(screen.hasAct('Contest this')).toBe(false);
    const contest = { reasons: ['other' as const], note: '', contestedAt: NOW, until: inHours(24), settledAt: null };
    stored.attendance.next(anAttendance({ contest: { ...contest, state: 'asking', result: null } }));
    await screen.settle();
    expect(screen.hasAct('Contest this')).toBe(false);
    expect(screen.text()).toContain('Whoever was there is asked until');
  });

  it('is excused by the emergency of the sprint', async () => {
    stored.attendance.next(anAttendance());
    boundary.answers.set('excuseAbsence', () => ({}));
    const screen = await open();
    await screen.press('Use my emergency excuse');
    expect(boundary.asked).toContainEqual({ name: 'excuseAbsence', input: { sessionId: 'se1' } });
  });

  it('asks whether a podmate was there, once, and shows no question that is over', async () => {
    const about = { ben: { until: inHours(1) }, cem: { until: inHours(-1) } };
    stored.testimony.next({ id: 'ana', about, answers: {}, version: 1, schemaVersion: 1 });
    boundary.answers.set('confirmPresence', () => ({}));
    const screen = await open();
    expect(screen.text()).toContain('Was Ben Okafor there?');
    expect(screen.element.querySelectorAll('app-witness-questions section')).toHaveLength(1);
    await screen.press('Yes, Ben Okafor was there');
    expect(boundary.asked).toContainEqual({
      name: 'confirmPresence',
      input: { sessionId: 'se1', memberId: 'ben', wasThere: true },
    });
    const answers = { ben: { wasThere: true, at: NOW } };
    stored.testimony.next({ id: 'ana', about, answers, version: 2, schemaVersion: 1 });
    await screen.settle();
    expect(screen.text()).not.toContain('Was Ben Okafor there?');
  });

  it('takes a question away that was settled meanwhile, and says so', async () => {
    stored.testimony.next({
      id: 'ana',
      about: { ben: { until: inHours(1) } },
      answers: {},
      version: 1,
      schemaVersion: 1,
    });
    boundary.refuse('confirmPresence', new CallRefused('failed-precondition', 'This question is closed.'));
    const screen = await open();
    await screen.press('No');
    expect(screen.text()).toContain('This question is closed.');
    expect(screen.text()).not.toContain('Was Ben Okafor there?');
  });
});

describe('whoever waits in the room', () => {
  let boundary: FakeBoundary;
  let stored: FakeRoom;
  const waitFor = async (minutes: number, state: 'lobby' | 'live' = 'lobby'): Promise<Screen> => {
    boundary = new FakeBoundary();
    stored = new FakeRoom();
    const startsAt = new Date(NOW.getTime() - minutes * 60_000);
    stored.session.next(aLiveSession({ state, startsAt, joinedIds: ['ana'], currentItemId: null, timer: null }));
    TestBed.configureTestingModule({
      providers: [...boundary.providers(), ...stored.providers(), provideRouter([{ path: '**', children: [] }])],
    });
    return show(Host);
  };
  afterEach(() => document.body.replaceChildren());

  it.each([
    [1, null],
    [2, 'Waiting for Ben Okafor'],
    [5, 'Still waiting for Ben Okafor'],
    [10, 'You may go'],
  ])('reads after %i minutes: %s', async (minutes, heading) => {
    const screen = await waitFor(minutes);
    expect(screen.element.querySelector('app-waiting-card h2')?.textContent ?? null).toBe(heading);
  });

  it('may start meanwhile, and go on with the coach or swap once free', async () => {
    const screen = await waitFor(6);
    await screen.press('Start meanwhile');
    expect(boundary.asked).toContainEqual({
      name: 'commandSession',
      input: expect.objectContaining({ command: { kind: 'start' } }),
    });
    TestBed.resetTestingModule();
    document.body.replaceChildren();
    const free = await waitFor(10);
    expect(free.hasAct('Go on with the coach')).toBe(true);
    expect(free.act('Swap').getAttribute('href')).toBe('/schedule');
  });

  it('is said aloud, and ends when somebody comes', async () => {
    const screen = await waitFor(6);
    expect(screen.element.querySelector('app-waiting-card [role=status]')?.textContent).toContain('Still waiting');
    stored.session.next(aLiveSession({ state: 'lobby', joinedIds: ['ana', 'ben'], version: 6 }));
    await screen.settle();
    expect(screen.element.querySelector('app-waiting-card h2')).toBeNull();
  });
});

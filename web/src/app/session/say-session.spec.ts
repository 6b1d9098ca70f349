import { type SharedTimer } from '@podmates/domain';
import { NOW } from '../../testing/examples';
import { aLiveSession, anItem } from '../../testing/fake-room';
import { sayClock, sayStage, timerStage, whatChanged } from './say-session';

const MINUTE = 60_000;
const timer: SharedTimer = { startedAt: NOW, durationMs: 10 * MINUTE, pausedMs: 0, pausedAt: null };
const after = (ms: number): Date => new Date(NOW.getTime() + ms);

describe('the clock face', () => {
  it.each([
    [0, '0:00'],
    [1, '0:01'],
    [59_001, '1:00'],
    [10 * MINUTE, '10:00'],
    [61 * MINUTE, '1:01:00'],
    [-5, '0:00'],
  ])('shows %d ms as %s', (ms, face) => expect(sayClock(ms)).toBe(face));
});

describe('the stage of a timer', () => {
  it.each([
    [0, 'running'],
    [5 * MINUTE, 'half'],
    [9 * MINUTE, 'last-minute'],
    [10 * MINUTE, 'over'],
  ] as const)('after %d ms is %s', (ms, stage) => expect(timerStage(timer, after(ms))).toBe(stage));

  it('is paused whatever the clock says, and none without a timer', () => {
    expect(timerStage({ ...timer, pausedAt: after(MINUTE) }, after(20 * MINUTE))).toBe('paused');
    expect(timerStage(null, NOW)).toBe('none');
  });

  it('gives short items no half-time word', () => {
    expect(timerStage({ ...timer, durationMs: 3 * MINUTE }, after(1.6 * MINUTE))).toBe('running');
  });

  it('is said in words, and never the ticking', () => {
    expect(sayStage('half')).toBe('Half of the time has passed.');
    expect(sayStage('last-minute')).toBe('One minute left.');
  });
});

describe('what changed before a late tap', () => {
  const names = {
    nameOf: (id: string) => (id === 'ana' ? 'You' : 'Ben'),
    items: [anItem({ id: 'work', title: 'Work' })],
  };
  const seen = aLiveSession();

  it('names item, host, timer and arrivals', () => {
    const latest = aLiveSession({
      currentItemId: 'work',
      hostId: 'ana',
      timer: { ...timer, pausedAt: NOW },
      joinedIds: ['ana', 'ben', 'cem'],
    });
    expect(whatChanged(seen, latest, names)).toBe(
      'The agenda is at “Work” now. You are the host now. The timer is paused. Ben joined.',
    );
  });

  it('names a new stage', () => {
    expect(whatChanged(seen, aLiveSession({ state: 'wrap' }), names)).toContain('The session is wrapping up.');
  });

  it('names a time that changed, and one that is proposed', () => {
    expect(whatChanged(seen, { ...seen, startsAt: after(MINUTE) }, names)).toBe('The session is at another time now.');
    const move = { startsAt: after(MINUTE), proposedBy: 'ben', agreedBy: ['ben'], declinedBy: [], expiresAt: NOW };
    expect(whatChanged(seen, { ...seen, move }, names)).toBe('Another time is proposed for it.');
  });

  it('never says nothing', () => {
    expect(whatChanged(seen, seen, names)).not.toBe('');
  });
});

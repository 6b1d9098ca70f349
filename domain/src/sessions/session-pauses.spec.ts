import { released, toPing, waitingStage, whoWaits } from '../attendance/waiting';
import { notWaitedFor, pausedIds, seenOrPaused } from '../pods/paused';
import { aSession } from './example-session';
import { remindedIds } from './reminders';
import { restingIds, withPauses } from './session-pauses';
import { advanceBySystem, quorumOf } from './system-changes';
import { expectedIds, isEnoughWithout, isTooFew } from './withdrawals';

const START = new Date('2026-03-02T18:00:00Z');
const after = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const session = aSession({ memberIds: ['ana', 'ben', 'cem'], startsAt: START, state: 'lobby', hostId: 'ana' });
const pausedBy = (...ids: string[]) => ({ ...session, pausedIds: ids });
const card = (id: string, ...pauses: [number, number][]) => ({
  id,
  displayName: id,
  pronouns: null,
  timeZone: null,
  experience: 3,
  isDemo: false,
  pauses: pauses.map(([from, until]) => ({ from: after(from), until: after(until) })),
  streak: { current: 0, best: 0 },
});

describe('members on a pause', () => {
  it.each<[string[], number, string[]]>([
    [[], 2, ['ana', 'ben', 'cem']],
    [['ana'], 2, ['ben', 'cem']],
    [['ana', 'ben'], 1, ['cem']],
    [['ana', 'ben', 'cem'], 1, []],
  ])('%j are no part of the quorum, are not expected and not reminded', (ids, quorum, expected) => {
    const paused = pausedBy(...ids);
    expect([quorumOf(paused), expectedIds(paused), remindedIds(paused)]).toEqual([quorum, expected, expected]);
  });

  it('who come anyway are as everybody', () => {
    const come = { ...pausedBy('ana'), joinedIds: ['ana'] };
    expect([restingIds(come), expectedIds(come)]).toEqual([[], ['ana', 'ben', 'cem']]);
  });

  it('leave too few when the last one cannot come', () => {
    expect(isTooFew(pausedBy('ana', 'ben'))).toBe(false);
    expect(isEnoughWithout(pausedBy('ana'), 'ben')).toBe(false);
    expect(isEnoughWithout(pausedBy('ana', 'ben'), 'cem')).toBe(false);
  });

  it('are not waited for: whoever is alone because of them is free at once', () => {
    const alone = { ...pausedBy('ana', 'ben'), joinedIds: ['cem'] };
    expect([whoWaits(alone), toPing(alone, after(3)), waitingStage(alone, 'cem', after(0))]).toEqual([
      'cem',
      [],
      'free',
    ]);
    expect(released(alone, after(0)).releasedIds).toEqual(['cem']);
  });

  it('let one who comes alone and does not start be judged, and nobody wait for a second one', () => {
    const alone = { ...pausedBy('ana', 'ben'), joinedIds: ['cem'] };
    expect(advanceBySystem(alone, after(20))).toBeNull();
    expect(advanceBySystem(alone, after(2 * session.minutes))?.state).toBe('no-quorum');
    expect(advanceBySystem(pausedBy('ana', 'ben'), after(20))?.state).toBe('no-quorum');
    expect(advanceBySystem({ ...session, joinedIds: ['ben', 'cem'] }, after(2 * session.minutes))?.state).toBe(
      'cancelled',
    );
  });

  it('are those of the session’s own time, and somebody else is the host', () => {
    const pod = { cards: [card('ana', [-60, 60]), card('ben', [60, 120]), card('eve', [-60, 60])] };
    const paused = withPauses(session, pod);
    expect(paused).toMatchObject({ pausedIds: ['ana'], hostId: 'ben' });
    expect(withPauses(paused, pod)).toBe(paused);
    expect(withPauses({ ...paused, startsAt: after(60) }, pod)).toMatchObject({ pausedIds: ['ben'], hostId: 'ana' });
    const live = { ...session, state: 'live' as const };
    expect(withPauses(live, pod)).toBe(live);
  });

  it('are waited for by no decision, from the first moment of the pause to its last', () => {
    const pod = { awayIds: ['ben'], cards: [card('ana', [0, 60]), card('ben')] };
    expect(notWaitedFor(pod, after(0))).toEqual(['ben', 'ana']);
    expect([pausedIds(pod, after(-1)), pausedIds(pod, after(60))]).toEqual([[], []]);
  });

  it('count as here until the pause is over', () => {
    const { pauses } = card('ana', [0, 60], [600, 700]);
    const seen = (minutes: number) => seenOrPaused(after(-100), { pauses }, after(minutes));
    expect([seen(-1), seen(30), seen(90)]).toEqual([after(-100), after(30), after(60)]);
  });
});

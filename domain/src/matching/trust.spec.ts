import { aSession } from '../sessions/example-session';
import { slotsOf } from '../sprints';
import { aDailyPlan, aSprint } from '../sprints/plan-examples';
import { streakDocument } from '../streaks';
import { isTrusted } from './trust';

const now = new Date('2026-07-01T12:00:00Z');
const slots = slotsOf(aSprint(aDailyPlan('18:00'), '2026-06-01T08:00:00Z'));
const streak = (kept: number) =>
  streakDocument({
    memberId: 'ana',
    sprintId: 's1',
    slots: slots.map((slot) => (slot.seq < kept ? { ...slot, state: slot.seq % 2 ? 'done' : 'late' } : slot)),
    previousVersion: 0,
    now,
  });
const came = aSession({ state: 'done', startsAt: new Date('2026-06-22T18:00:00Z'), joinedIds: ['ana', 'ben'] });
const stayedAway = { ...came, joinedIds: ['ben'] };
const ana = { memberId: 'ana', hasCompletedSprint: false, streak: null, sessions: [], now };

it.each([
  ['a newcomer', ana, false],
  ['somebody who completed a sprint', { ...ana, hasCompletedSprint: true }, true],
  ['somebody with eleven kept slots', { ...ana, streak: streak(11) }, false],
  ['somebody with twelve kept slots', { ...ana, streak: streak(12), sessions: [came] }, true],
  ['somebody who stayed away lately', { ...ana, hasCompletedSprint: true, sessions: [came, stayedAway] }, false],
  [
    'somebody who was excused lately',
    { ...ana, hasCompletedSprint: true, sessions: [{ ...stayedAway, attended: { ana: 'excused' as const } }] },
    true,
  ],
  [
    'somebody who was seen to be missing, whatever they tapped',
    { ...ana, hasCompletedSprint: true, sessions: [{ ...came, attended: { ana: 'missed' as const } }] },
    false,
  ],
  [
    'somebody who stayed away long ago',
    { ...ana, streak: streak(12), sessions: [{ ...stayedAway, startsAt: new Date('2026-05-25T18:00:00Z') }] },
    true,
  ],
])('%s can be company for a newcomer, or not', (_, who, trusted) => expect(isTrusted(who)).toBe(trusted));

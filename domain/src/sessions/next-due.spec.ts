import fc from 'fast-check';
import { type Session, SessionState } from '../documents';
import { aSession } from './example-session';
import { nextDueAt } from './next-due';
import { reminderDue } from './reminders';
import { advanceBySystem } from './system-changes';

const START = aSession().startsAt;
const at = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const aMove = (minutes: number): Session['move'] => ({
  startsAt: at(1000),
  proposedBy: 'ana',
  agreedBy: ['ana'],
  declinedBy: [],
  expiresAt: at(minutes),
});

describe('when a session is looked at next', () => {
  it.each<[string, Partial<Session>, number | null]>([
    ['a draft at the end of its vote', { state: 'draft', voteEndsAt: at(-300) }, -300],
    ['a draft without one at its start', { state: 'draft' }, 0],
    ['a scheduled one at its first reminder', {}, -60],
    ['one with a move at the end of that vote', { move: aMove(-90) }, -90],
    ['one whose vote ends after the reminder at the reminder', { move: aMove(-30) }, -60],
    ['a lobby when nobody waits any longer', { state: 'lobby' }, 20],
    ['a live one at twice its length', { state: 'live', joinedIds: ['ana', 'ben'] }, 100],
    ['one that is over never', { state: 'done' }, null],
  ])('is for %s', (_, fields, minutes) => {
    expect(nextDueAt(aSession(fields))).toEqual(minutes === null ? null : at(minutes));
  });

  it('is never after anything that time brings about', () => {
    const minutes = fc.integer({ min: -2000, max: 300 });
    const session = fc
      .record({
        state: fc.constantFrom(...SessionState.options),
        voteEndsAt: fc.option(minutes.map(at)),
        moveEnds: fc.option(minutes),
        joinedIds: fc.subarray(['ana', 'ben', 'cem']),
        minutes: fc.integer({ min: 15, max: 120 }),
      })
      .map(({ moveEnds, ...fields }) =>
        aSession({ ...fields, move: fields.state === 'scheduled' && moveEnds !== null ? aMove(moveEnds) : null }),
      );
    fc.assert(
      fc.property(session, minutes, (given, minute) => {
        const now = at(minute);
        const isStepDue = advanceBySystem(given, now) !== null;
        const isReminderDue = given.state === 'scheduled' && reminderDue(given, now) !== null;
        const dueAt = nextDueAt(given);
        if (isStepDue || isReminderDue) expect(dueAt?.getTime()).toBeLessThanOrEqual(now.getTime());
      }),
    );
  });
});

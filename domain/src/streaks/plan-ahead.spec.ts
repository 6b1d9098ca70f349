import fc from 'fast-check';
import { type Slot, type SlotState } from '../documents';
import { slotsOf } from '../sprints';
import { aDailyPlan, aPlan, aSprint } from '../sprints/plan-examples';
import { foldStreak, suggestMakeUp, whatIfMissed } from './index';

const LETTERS: Record<string, SlotState> = { d: 'done', m: 'missed', o: 'open' };
const daily = slotsOf(aSprint(aDailyPlan('18:00'), '2026-06-01T08:00:00Z'));
const history = (letters: string): Slot[] =>
  [...letters].map((letter, seq) => ({ ...daily[seq]!, state: LETTERS[letter]! }));

describe('what if I miss it', () => {
  it.each([
    // slots, seq of the one in question, its state, length if missed, length if kept
    ['ddo', 2, 'frozen', 2, 3],
    ['dmo', 2, 'missed', 0, 2],
    ['ddooo', 4, 'frozen', 4, 5], // those before it kept
    ['dddddmoo', 6, 'missed', 0, 6],
    ['dddddmoo', 7, 'missed', 0, 7],
    ['ddddddmoo', 8, 'frozen', 7, 8], // the seventh that counts earns one
  ])('in %s of slot %d it is %s: %d instead of %d', (letters, seq, state, missed, kept) => {
    const outlook = whatIfMissed(history(letters), `s1_${seq}`)!;
    expect([outlook.day.state, outlook.ifMissed.current, outlook.ifKept.current]).toEqual([state, missed, kept]);
    expect(outlook.day.reason).toMatch(/^No check-in by the end of the 12 hours of grace; /);
  });

  it('says until when it could be made up', () => {
    expect(whatIfMissed(history('o'), 's1_0')?.makeUpUntil).toEqual(new Date('2026-06-05T00:00:00Z'));
  });

  it('is no question for one that is decided, or none', () => {
    expect(whatIfMissed(history('dm'), 's1_0')).toBeNull();
    expect(whatIfMissed(history('dm'), 's1_1')).toBeNull();
    expect(whatIfMissed(history('o'), 's2_0')).toBeNull();
  });

  it('is what the streak then says, once it comes true', () => {
    const letters = fc.array(fc.constantFrom('d', 'm'), { maxLength: 20 });
    fc.assert(
      fc.property(letters, fc.nat(5), (past, ahead) => {
        const open = 'o'.repeat(ahead + 1);
        const outlook = whatIfMissed(history(past.join('') + open), `s1_${past.length + ahead}`)!;
        const truth = foldStreak(history(`${past.join('')}${'d'.repeat(ahead)}m`));
        expect(outlook.ifMissed).toEqual({ current: truth.current, freezeTokens: truth.freezeTokens });
        expect(outlook.day).toEqual(truth.days.at(-1));
      }),
    );
  });
});

describe('a suggestion to make up', () => {
  // Monday, Wednesday, Friday at 18:00, backup on Saturday at 10:00, all in UTC.
  const sprint = aSprint(aPlan(), '2026-06-01T08:00:00Z');
  const [monday, , friday] = slotsOf(sprint).map((slot): Slot => ({ ...slot, state: 'missed' }));

  it.each([
    ['Monday', monday!, '2026-06-03T08:00:00Z', '2026-06-04T18:00:00.000Z'], // Saturday is more than 72 hours away
    ['Monday, late', monday!, '2026-06-04T20:00:00Z', '2026-06-04T21:00:00.000Z'],
    ['Monday, in the last hour', monday!, '2026-06-04T23:30:00Z', '2026-06-05T00:00:00.000Z'],
    ['Friday', friday!, '2026-06-06T09:00:00Z', '2026-06-06T10:00:00.000Z'], // the backup
    ['Friday, after the backup', friday!, '2026-06-06T13:00:00Z', '2026-06-07T18:00:00.000Z'],
  ])('of %s', (_, slot, now, at) => {
    const suggestion = suggestMakeUp(sprint, slot, new Date(now));
    expect(suggestion).toMatchObject({ slotId: slot.id, label: slot.label, minutes: 60 });
    expect(suggestion?.at.toISOString()).toBe(at);
  });

  it('is none when it is too late, or nothing was missed', () => {
    expect(suggestMakeUp(sprint, monday!, new Date('2026-06-05T00:00:00Z'))).toBeNull();
    expect(suggestMakeUp(sprint, { ...monday!, state: 'done' }, new Date('2026-06-03T08:00:00Z'))).toBeNull();
  });
});

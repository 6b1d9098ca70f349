import * as fc from 'fast-check';
import { SPRINT_TEMPLATES } from '../sprints';
import { type CoachSession } from './coach-file';
import { aMember, anItem, aSession } from './example-coach-session';
import { planAgenda } from './plan-agenda';
import { readableNotes } from './readable-notes';

const agendaOf = (fields: Partial<CoachSession> = {}) => {
  const session = aSession(fields);
  return planAgenda(session, readableNotes(session));
};
const told = (fields: Partial<CoachSession>): string => JSON.stringify(agendaOf(fields));

describe('the agenda', () => {
  it.each(['gym', 'dotnet-prompting'] as const)('of %s is its template, with who is here', (track) => {
    const agenda = agendaOf({ track });
    expect(agenda.map(({ title }) => title)).toEqual(SPRINT_TEMPLATES[track].agenda.map(({ title }) => title));
    expect(agenda[0]?.why).toContain('Here today: Ana, Ben.');
  });

  it('takes up what is open from last time, and since when', () => {
    const [, , open] = agendaOf({ openItems: [anItem('i1', 'ben', 'Book a trainer')] });
    expect(open).toMatchObject({ title: 'Ben: Book a trainer', why: expect.stringContaining('since 2026-11-16') });
    expect(told({ openItems: [anItem('i1', 'ben', 'Book a trainer'), anItem('i2', 'ben', 'Stretch')] })).toContain(
      'Book a trainer and 1 more',
    );
  });

  it('tells the longest streak, and gives somebody who missed slots a smaller step', () => {
    const text = told({ members: [aMember('ana', { streak: 12 }), aMember('ben', { missed: 3 })] });
    expect(text).toContain('Ana has kept 12 in a row.');
    expect(text).toContain('did not happen since last time: 3.');
    expect(text).toContain('A smaller next step for Ben');
  });

  it('has a word for those who are away, and none of their items', () => {
    const members = [aMember('ana'), aMember('ben', { present: false })];
    const text = told({ members, openItems: [anItem('i1', 'ben', 'Book a trainer')] });
    expect(text).toContain('A word to Ben');
    expect(text).not.toContain('Book a trainer');
  });

  it('says nothing of members who did not agree to the coach', () => {
    const members = [aMember('ana'), aMember('ben', { aiConsent: false, streak: 40, missed: 5 })];
    const text = told({ members, openItems: [anItem('i1', 'ben', 'Book a trainer'), anItem('i2', 'ana', 'Ask Ben')] });
    expect(text).not.toMatch(/Ben|40|5 planned|trainer/u);
    expect(text).toContain('Ana: Ask a podmate');
  });

  it('quotes no item that a person has to look at', () =>
    expect(told({ openItems: [anItem('i1', 'ana', 'I want to die')] })).not.toContain('die'));

  it('keeps what matters most where time is short, and leaves time free where it is long', () => {
    expect(agendaOf({ minutes: 2 })).toHaveLength(2);
    const long = agendaOf({ minutes: 480 }).reduce((sum, { minutes }) => sum + minutes, 0);
    expect(long).toBeLessThan(100);
  });
});

describe('whoever is in the session', () => {
  const someMembers = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 8 }),
      name: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
      aiConsent: fc.boolean(),
      present: fc.boolean(),
      streak: fc.nat(1_000),
      missed: fc.nat(20),
    }),
    { minLength: 1, maxLength: 8, selector: ({ id }) => id },
  );
  const sessions = someMembers.chain((members) =>
    fc.record({
      track: fc.constantFrom('gym' as const, 'dotnet-prompting' as const),
      minutes: fc.integer({ min: 1, max: 480 }),
      members: fc.constant(members),
      openItems: fc.array(
        fc.record({
          id: fc.uuid(),
          member: fc.constantFrom(...members.map(({ id }) => id)),
          text: fc.string({ minLength: 1, maxLength: 500, unit: 'grapheme' }),
          since: fc.constant('2026-11-16'),
        }),
        { maxLength: 30 },
      ),
    }),
  );

  it('the minutes never sum to more than the session, and each line says why', () => {
    fc.assert(
      fc.property(sessions, (fields) => {
        const agenda = agendaOf(fields);
        expect(agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(fields.minutes);
        expect(agenda.length).toBeGreaterThan(0);
        expect(agenda.length).toBeLessThanOrEqual(12);
        for (const { title, minutes, why } of agenda) {
          expect(minutes).toBeGreaterThanOrEqual(1);
          expect(title.length * why.length).toBeGreaterThan(0);
          expect(Math.max(title.length, why.length)).toBeLessThanOrEqual(200);
        }
      }),
      { numRuns: 500 },
    );
  });
});

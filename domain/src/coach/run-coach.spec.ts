import * as fc from 'fast-check';
import { CoachNoteKind, type CoachSession } from './coach-file';
import { CoachOutput } from './coach-output';
import { aMember, anItem, aSession, someNotes } from './example-coach-session';
import { runCoach } from './run-coach';
import { SAFETY_WORDS } from './safety';

const run = (fields: Partial<CoachSession>) => runCoach(aSession(fields), { seed: 1 });

describe('safety', () => {
  it('offers a pause for an injury, on the note that speaks of it', () => {
    const { output, safety } = run({ notes: someNotes(['ana', 'block', 'My knee hurts'], ['ben', 'win', 'No pain']) });
    expect(safety).toEqual([{ kind: 'pause', member: 'ana', noteIds: ['n1'] }]);
    expect(output.summary[0]).toEqual({ text: SAFETY_WORDS.pause, cites: ['n1'] });
  });

  it.each([
    ['three', 'RPE 9, RPE 9.5, RPE 10', 1],
    ['two', 'RPE 9, RPE 10, RPE 8', 0],
  ])('offers a pause for %s ratings of nine or more', (_, text, flags) =>
    expect(run({ notes: someNotes(['ana', 'win', text]) }).safety).toHaveLength(flags),
  );

  it('counts ratings of different people apart', () =>
    expect(run({ notes: someNotes(['ana', 'win', 'RPE 9 and RPE 9'], ['ben', 'win', 'RPE 9']) }).safety).toEqual([]));

  it('calls a human for a self-harm phrase, and quotes it nowhere', () => {
    const text = 'Did two sessions. I do not want to live any more. Next week three sessions on Monday';
    const { output, safety } = run({ notes: someNotes(['ana', 'note', text], ['ben', 'win', 'Ran 5 km']) });
    expect(safety).toEqual([{ kind: 'call-a-human', member: 'ana', noteIds: ['n1'] }]);
    expect(output.summary[0]).toEqual({ text: SAFETY_WORDS['call-a-human'], cites: ['n1'] });
    expect(JSON.stringify(output)).not.toMatch(/want to live|Did two|three sessions on Monday/u);
    expect(output.actions).toEqual([]);
  });

  it('does not read private notes, not even for this', () =>
    expect(run({ notes: someNotes(['ana', 'note', 'I want to die', { private: true }]) }).safety).toEqual([]));
});

describe('whatever is in a session', () => {
  const CANARY = 'zzcanaryzz';
  const piece = fc.constantFrom('I will train', 'Ran 5 km', 'did not sleep', 'on Monday', '80', '.', ',', '\n', 'but', 'Ana', 'Ben', 'Scratch that', '💪', '<b>', 'https://x.com', 'RPE 9', 'my knee hurts', 'next week', 'Book a trainer', 'Trainer booked', '今日', 'done'); // prettier-ignore
  const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(' '));
  const sessions = fc.record({
    track: fc.constantFrom('gym' as const, 'dotnet-prompting' as const),
    minutes: fc.integer({ min: 1, max: 120 }),
    members: fc.constant([
      aMember('ana'),
      aMember('ben', { present: false }),
      aMember('cem', { aiConsent: false, name: CANARY }),
      aMember('dana'),
    ]),
    openItems: fc.constant([anItem('i1', 'ana', 'Book a trainer'), anItem('i2', 'cem', `Ask ${CANARY}`)]),
    notes: fc
      .array(
        fc.record({
          member: fc.constantFrom('ana', 'ben', 'cem', 'dana'),
          kind: fc.constantFrom(...CoachNoteKind.options),
          text,
          isPrivate: fc.boolean(),
        }),
        { maxLength: 25 },
      )
      .map((notes) =>
        someNotes(
          ...notes.map(
            ({ member, kind, text: said, isPrivate }) =>
              [
                member,
                kind,
                isPrivate || member === 'cem' ? `${said} ${CANARY}` : `${said} with ${CANARY}`,
                { private: isPrivate },
              ] as const,
          ),
        ),
      ),
  });

  it('the output holds its bounds, cites readable notes, names nobody who did not agree, and is the same again', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        const { output } = runCoach(session, { seed: 3 });
        expect(() => CoachOutput.parse(output)).not.toThrow();
        expect(JSON.stringify(output)).not.toContain(CANARY);
        expect(JSON.stringify(output)).not.toMatch(/<b>|https/u);
        const mayCite = new Set(
          session.notes.filter((note) => !note.private && note.member !== 'cem').map(({ id }) => id),
        );
        for (const { cites } of [...output.summary, ...output.actions, ...output.quiz])
          expect(cites.every((id) => mayCite.has(id)) && cites.length > 0).toBe(true);
        for (const member of ['ana', 'dana'])
          expect(output.actions.filter((action) => action.member === member).length).toBeLessThanOrEqual(2);
        expect(output.actions.filter(({ member }) => member === 'ben' || member === 'cem')).toEqual([]);
        expect(output.carried).toContain('i2');
        expect(runCoach(session, { seed: 3 })).toEqual({ output, safety: expect.anything() });
      }),
      { numRuns: 300 },
    );
  });
});

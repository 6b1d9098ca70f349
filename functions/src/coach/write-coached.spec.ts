import { type CoachPrompt, runCoach } from '@podmates/domain/coach';
import { aMember, aSession, someNotes } from '../../../domain/src/coach/example-coach-session';
import { type CoachModel, NO_TOKENS, type Written } from './coach-model';
import { RulesModel } from './models/rules-model';
import { writeCoached } from './write-coached';

const session = aSession({
  notes: someNotes(['ana', 'win', 'Squatted 80 kg for five'], ['ben', 'next', 'Swim on Thursday']),
});
const byRules = runCoach(session, { seed: 1 });
const USED = { input: 5, output: 3 };
const answer = (text: string): Written => ({
  kind: 'answer',
  text: JSON.stringify({ summary: [{ member: 'm1', kind: 'win', text, cites: ['n1'] }], actions: [], quiz: [] }),
  tokens: USED,
});
const saying = (written: Written) => {
  const write = jest.fn(async (_prompt: CoachPrompt) => written);
  const model: CoachModel = { name: 'genai', write };
  return { model, write };
};

describe('the coach’s words by a model', () => {
  it('are the model’s, filled up by the rules, with what they cost', async () => {
    const written = await writeCoached(saying(answer('Squatted 80 kg')).model, session, { seed: 1 });
    expect(written).toMatchObject({ madeBy: 'model', fellBack: false, outcome: 'answer', tokens: USED });
    expect(written.output.summary.map(({ text }) => text)).toEqual([
      'Ana – win: Squatted 80 kg',
      'Ben – next: Swim on Thursday',
    ]);
    expect(written.safety).toEqual(byRules.safety);
  });

  it.each<[Written, string]>([
    [{ kind: 'refused', reason: 'SAFETY', tokens: USED }, 'refused'],
    [{ kind: 'timed-out', tokens: USED }, 'timed-out'],
    [{ kind: 'unavailable', reason: 'http-503', tokens: USED }, 'unavailable'],
    [{ kind: 'malformed', tokens: USED }, 'malformed'],
    [{ kind: 'over-long', tokens: USED }, 'over-long'],
    [{ kind: 'empty', tokens: USED }, 'empty'],
    [answer('Zelda is in pod B'), 'unusable'],
  ])('are those of the rules after %j, and the tokens are told all the same', async (said, outcome) =>
    expect(await writeCoached(saying(said).model, session, { seed: 1 })).toEqual({
      ...byRules,
      madeBy: 'rules',
      fellBack: true,
      outcome,
      tokens: USED,
    }),
  );

  it('are those of the rules where there is no model', async () =>
    expect(await writeCoached(new RulesModel(), session, { seed: 1 })).toEqual({
      ...byRules,
      madeBy: 'rules',
      fellBack: false,
      outcome: 'not-asked',
      tokens: NO_TOKENS,
    }));

  it.each([
    ['nobody wrote', aSession()],
    [
      'nobody agreed',
      aSession({ members: [aMember('ana', { aiConsent: false })], notes: someNotes(['ana', 'win', 'Squatted 80 kg']) }),
    ],
  ])('ask no model where %s', async (_what, empty) => {
    const { model, write } = saying(answer('Squatted 80 kg'));
    expect(await writeCoached(model, empty, { seed: 1 })).toMatchObject({ madeBy: 'rules', fellBack: false });
    expect(write).not.toHaveBeenCalled();
  });
});

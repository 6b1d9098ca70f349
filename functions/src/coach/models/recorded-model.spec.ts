import { buildPrompt } from '@podmates/domain/coach';
import { aSession, someNotes } from '../../../../domain/src/coach/example-coach-session';
import { framed } from './example-vertex-stand-in';
import { promptKey, Recording, recordedModel } from './recorded-model';

const promptOf = (text: string) => buildPrompt(aSession({ notes: someNotes(['ana', 'win', text]) }));
const LIMITS = { timeoutMs: 1_000, maxOutputTokens: 100 };
const answer = (question: string) => `{"summary":[],"actions":[],"quiz":[],"of":"${question}"}`;
const recordingOf = (prompt: string, question: string) =>
  Recording.parse({ prompt, body: framed(answer(question)).body });

describe('a recording', () => {
  const [squat, swim] = [promptOf('Squatted 80 kg'), promptOf('Swam a mile')];

  it('is played to its own prompt, and another to the others', async () => {
    const model = recordedModel([recordingOf(promptKey(squat), 'squat'), recordingOf('*', 'any')]);
    expect(await model.write(squat, LIMITS)).toMatchObject({ text: answer('squat') });
    expect(await model.write(swim, LIMITS)).toMatchObject({ text: answer('any') });
    expect(await model.write(squat, LIMITS)).toMatchObject({ text: answer('squat') });
  });

  it('is missed where there is none', async () => {
    const model = recordedModel([recordingOf(promptKey(squat), 'squat')]);
    expect(await model.write(swim, LIMITS)).toMatchObject({ kind: 'unavailable', reason: 'http-404' });
  });

  it.each([
    ['prompt', { prompt: 'all', body: '' }],
    ['status', { prompt: '*', status: 99, body: '' }],
    ['body', { prompt: '*' }],
  ])('is refused with a wrong %s', (field, recording) =>
    expect(Recording.safeParse(recording).error?.issues.map(({ path }) => path.join('.'))).toEqual([field]),
  );
});

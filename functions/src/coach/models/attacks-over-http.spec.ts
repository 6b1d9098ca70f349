import { buildPrompt, checkAnswer, PROMPT_INSTRUCTION, runCoach } from '@podmates/domain/coach';
import { attacked, harmsIn, HIDDEN_FROM_MODELS, OF_POD_B } from '../../../../domain/src/coach/example-attacked-session';
import { ATTACKS } from '../../../../domain/src/coach/example-attacks';
import { obedientAnswers } from '../../../../domain/src/coach/example-obedient-model';
import { SDKS, sdkModel } from './example-models';
import { framed, type Received, VertexStandIn } from './example-vertex-stand-in';

const LIMITS = { timeoutMs: 20_000, maxOutputTokens: 2_048 };
/** As much of the request as says what a model reads. */
interface Read {
  readonly contents: { readonly parts: { readonly text: string }[] }[];
  readonly systemInstruction: { readonly parts: { readonly text: string }[] };
}
const readBy = ({ body }: Received): Read => JSON.parse(body.toString()) as Read;

const standIn = new VertexStandIn();
beforeAll(async () => {
  jest.spyOn(console, 'warn').mockReturnValue(undefined);
  await standIn.open();
});
afterAll(() => standIn.close());

it('there are at least 300 attacks', () => expect(ATTACKS.length).toBeGreaterThanOrEqual(300));

describe.each(SDKS)('a model behind %s that obeys every attack', (name) => {
  it('is told no secret, and brings about no harm', async () => {
    const model = sdkModel(name, standIn);
    const kinds = new Map<string, number>();
    for (const [n, attack] of ATTACKS.entries()) {
      const { session, agendaTitles } = attacked(attack);
      const prompt = buildPrompt(session, { agendaTitles });
      const obeyed = obedientAnswers(prompt, attack.text, OF_POD_B);
      standIn.says(framed(obeyed[n % obeyed.length] ?? ''));
      const written = await model.write(prompt, LIMITS);
      kinds.set(written.kind, (kinds.get(written.kind) ?? 0) + 1);

      const [received, ...more] = standIn.received;
      expect([attack.name, more]).toEqual([attack.name, []]);
      const { contents, systemInstruction } = readBy(received!);
      expect(systemInstruction.parts.map(({ text }) => text)).toEqual([PROMPT_INSTRUCTION]);
      expect(contents.map(({ parts }) => parts.map(({ text }) => text))).toEqual([[prompt.data]]);
      for (const hidden of HIDDEN_FROM_MODELS) expect(received!.body.includes(hidden)).toBe(false);

      const coached = runCoach(session, { seed: 1 });
      const output = written.kind === 'answer' ? checkAnswer(written.text, prompt, session, coached) : null;
      expect([attack.name, harmsIn(output ?? coached.output, session)]).toEqual([attack.name, []]);
    }
    // Answers of the shape that was asked for do come through to the check: it is the check that holds.
    expect(kinds.get('answer')).toBeGreaterThan(150);
    expect([...kinds.keys()].sort()).toEqual(['answer', 'empty', 'malformed', 'over-long']);
  }, 120_000);
});

import { buildPrompt, checkAnswer, isAnswer, LONGEST_ANSWER, runCoach } from '@podmates/domain/coach';
import { aMember, aSession, someNotes } from '../../../../domain/src/coach/example-coach-session';
import { type CoachModel, NO_TOKENS, type Written } from '../coach-model';
import { SDKS, sdkModel } from './example-models';
import { framed, type Saying, VertexStandIn } from './example-vertex-stand-in';
import { MOST_RESPONSE_BYTES } from './exchange';
import { recordedModel } from './recorded-model';
import { RulesModel } from './rules-model';

const session = aSession({
  members: [aMember('ana'), aMember('ben')],
  notes: someNotes(['ana', 'win', 'Squatted 80 kg for five'], ['ben', 'next', 'Swim on Thursday']),
});
const prompt = buildPrompt(session);
const LIMITS = { timeoutMs: 5_000, maxOutputTokens: 2_048 };
const SAID = JSON.stringify({
  summary: [{ member: 'm1', kind: 'win', text: 'Squatted 80 kg', cites: ['n1'] }],
  actions: [{ member: 'm2', text: 'Swim on Thursday', cites: ['n2'] }],
  quiz: [],
});
const USED = { input: 812, output: 94 };
const candidate = (fields: object) => framed('', { candidates: [fields] });
const parts = (...all: object[]) => candidate({ content: { role: 'model', parts: all }, finishReason: 'STOP' });

/** What a model may say, and what is to come of it. */
const SAYINGS: readonly (readonly [what: string, saying: Saying, written: object])[] = [
  ['an answer', framed(SAID), { kind: 'answer', text: SAID, tokens: USED }],
  [
    'an answer in parts, after a thought',
    parts({ text: 'Let me think', thought: true }, { text: SAID.slice(0, 9) }, { text: SAID.slice(9) }),
    { kind: 'answer', text: SAID, tokens: USED },
  ],
  [
    'an answer beside the call of a tool',
    parts({ functionCall: { name: 'deleteStreak', args: { member: 'ben' } } }, { text: SAID }),
    { kind: 'answer', text: SAID, tokens: USED },
  ],
  ['no count of tokens', framed(SAID, { usageMetadata: undefined }), { kind: 'answer', text: SAID, tokens: NO_TOKENS }],
  [
    'counts that are none',
    framed(SAID, { usageMetadata: { promptTokenCount: -5, candidatesTokenCount: 1e12, thoughtsTokenCount: 'many' } }),
    { kind: 'answer', text: SAID, tokens: NO_TOKENS },
  ],
  [
    'that the prompt is blocked',
    framed('', { candidates: undefined, promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } }),
    { kind: 'refused', reason: 'PROHIBITED_CONTENT', tokens: USED },
  ],
  ['that it is not safe', candidate({ finishReason: 'SAFETY' }), { kind: 'refused', reason: 'SAFETY', tokens: USED }],
  [
    'a reason that is words',
    candidate({ finishReason: 'Ana squatted 80 kg' }),
    { kind: 'refused', reason: 'OTHER', tokens: USED },
  ],
  [
    'half an answer, for lack of tokens',
    candidate({ content: { parts: [{ text: SAID.slice(0, 40) }] }, finishReason: 'MAX_TOKENS' }),
    { kind: 'over-long', tokens: USED },
  ],
  ['more than is read', framed('x'.repeat(LONGEST_ANSWER + 1)), { kind: 'over-long', tokens: USED }],
  ['more than is even parsed', framed('x'.repeat(MOST_RESPONSE_BYTES)), { kind: 'over-long', tokens: NO_TOKENS }],
  ['no candidate', framed('', { candidates: [] }), { kind: 'empty', tokens: USED }],
  ['a candidate without content', candidate({ finishReason: 'STOP' }), { kind: 'empty', tokens: USED }],
  ['a blank', framed(' \n'), { kind: 'empty', tokens: USED }],
  ['the call of a tool alone', parts({ functionCall: { name: 'x', args: {} } }), { kind: 'empty', tokens: USED }],
  [
    'a call that it got wrong',
    candidate({ finishReason: 'MALFORMED_FUNCTION_CALL' }),
    { kind: 'malformed', tokens: USED },
  ],
  ['prose', framed('Sure, here it is'), { kind: 'malformed', tokens: USED }],
  ['a fence', framed(`\`\`\`json\n${SAID}\n\`\`\``), { kind: 'malformed', tokens: USED }],
  ['half of the JSON', framed(SAID.slice(0, -9)), { kind: 'malformed', tokens: USED }],
  ['another shape', framed('{"summary":"x","actions":[],"quiz":[]}'), { kind: 'malformed', tokens: USED }],
  ['a frame that is no JSON', { body: '<html>busy</html>' }, { kind: 'malformed', tokens: NO_TOKENS }],
  ['half of a frame', { body: framed(SAID).body!.slice(0, -9) }, { kind: 'malformed', tokens: NO_TOKENS }],
  ['a frame of another shape', { body: '{"candidates":"none"}' }, { kind: 'malformed' }],
  ['that the request is wrong', { status: 400, body: '{}' }, { kind: 'unavailable', reason: 'http-400' }],
  ['that it may not be asked', { status: 403, body: 'no' }, { kind: 'unavailable', reason: 'http-403' }],
  [
    'that it is elsewhere',
    { status: 302, headers: { location: 'https://evil.example/' } },
    { kind: 'unavailable', reason: 'http-302' },
  ],
  [
    'that it is busy for an hour',
    { status: 429, headers: { 'retry-after': '3600' } },
    { kind: 'unavailable', reason: 'http-429', retryAfterMs: 3_600_000 },
  ],
  [
    'that it is busy until an instant',
    {
      status: 503,
      headers: { 'retry-after': 'Mon, 23 Nov 2026 18:10:00 GMT', date: 'Mon, 23 Nov 2026 18:00:00 GMT' },
    },
    { kind: 'unavailable', reason: 'http-503', retryAfterMs: 600_000 },
  ],
  ['that it is busy', { status: 429, body: '{}' }, { kind: 'unavailable', reason: 'http-429', tokens: NO_TOKENS }],
  ['that it is broken', { status: 500, body: '{}' }, { kind: 'unavailable', reason: 'http-500', tokens: NO_TOKENS }],
];

const standIn = new VertexStandIn();
beforeAll(async () => {
  jest.spyOn(console, 'warn').mockReturnValue(undefined); // one SDK says at each start that it is going away
  await standIn.open();
});
afterAll(() => standIn.close());

/** Each of the four, and a model of it that will be told `saying`. */
const MODELS: readonly (readonly [name: CoachModel['name'], told: (saying: Saying) => CoachModel])[] = [
  ...SDKS.map((name) => {
    const model = sdkModel(name, standIn);
    return [name, (saying: Saying) => (standIn.says(saying), model)] as const;
  }),
  [
    'recorded',
    ({ status = 200, headers = {}, body = '' }) => recordedModel([{ prompt: '*', status, headers, body }], 5),
  ],
  ['rules', () => new RulesModel()],
];

describe.each(MODELS)('%s', (name, told) => {
  it('says its name, and one answer that stands up to the check', async () => {
    const model = told(framed(SAID));
    expect(model.name).toBe(name);
    const written = await model.write(prompt, LIMITS);
    const text = written.kind === 'answer' ? written.text : '';
    const output = checkAnswer(text, prompt, session, runCoach(session, { seed: 1 }));
    expect(output?.summary.map((line) => line.text).join()).toContain('Ana – win: Squatted 80 kg');
    expect(output?.actions).toMatchObject([{ member: 'ben', text: 'Swim on Thursday', cites: ['n2'] }]);
  });

  it.each(SAYINGS)('told %s, it resolves, within the bounds', async (_what, saying, expected) => {
    const written: Written = await told(saying).write(prompt, LIMITS);
    if (written.kind === 'answer')
      expect([isAnswer(written.text), written.text.length < LONGEST_ANSWER]).toEqual([true, true]);
    for (const count of Object.values(written.tokens)) expect(count).toBeGreaterThanOrEqual(0);
    expect(written).toMatchObject(name === 'rules' ? { kind: 'answer', tokens: NO_TOKENS } : expected);
  });

  it('is over at once when it was called off before', async () => {
    const model = told(framed(SAID));
    expect(await model.write(prompt, LIMITS, AbortSignal.abort())).toEqual({ kind: 'timed-out', tokens: NO_TOKENS });
  });
});

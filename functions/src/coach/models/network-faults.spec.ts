import { buildPrompt } from '@podmates/domain/coach';
import { aSession, someNotes } from '../../../../domain/src/coach/example-coach-session';
import { NO_TOKENS } from '../coach-model';
import { SDKS, sdkModel, tokenGiver } from './example-models';
import { framed, VertexStandIn } from './example-vertex-stand-in';
import { MOST_RESPONSE_BYTES } from './exchange';

const prompt = buildPrompt(aSession({ notes: someNotes(['ana', 'win', 'Squatted 80 kg']) }));
const LIMITS = { timeoutMs: 5_000, maxOutputTokens: 2_048 };
const SOON = { ...LIMITS, timeoutMs: 150 };
const ANSWER = framed('{"summary":[],"actions":[],"quiz":[]}');
const TIMED_OUT = { kind: 'timed-out', tokens: NO_TOKENS };

const standIn = new VertexStandIn();
beforeAll(async () => {
  jest.spyOn(console, 'warn').mockReturnValue(undefined);
  await standIn.open();
});
afterAll(() => standIn.close());

describe.each(SDKS)('%s, on a network that has its faults', (name) => {
  const model = sdkModel(name, standIn);
  const msOf = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };

  it.each([
    ['busy', { status: 429 }],
    ['down', { status: 503 }],
    ['cut off', { fault: 'reset' }],
    ['cut off in the middle', { fault: 'cut' }],
  ] as const)('asks again what was %s, and takes the answer', async (_what, saying) => {
    standIn.says(saying, saying, ANSWER);
    expect(await model.write(prompt, LIMITS)).toMatchObject({ kind: 'answer', tokens: { input: 812, output: 94 } });
    expect(standIn.received).toHaveLength(3);
    expect(new Set(standIn.received.map(({ body }) => body.toString())).size).toBe(1);
  });

  it.each([
    ['busy', { status: 429 }, 'http-429'],
    ['down', { status: 502 }, 'http-502'],
    ['cut off', { fault: 'reset' }, 'no-connection'],
    ['cut off in the middle', { fault: 'cut' }, 'no-connection'],
  ] as const)('asks three times what stays %s', async (_what, saying, reason) => {
    standIn.says(saying);
    expect(await model.write(prompt, LIMITS)).toEqual({ kind: 'unavailable', reason, tokens: NO_TOKENS });
    expect(standIn.received).toHaveLength(3);
  });

  it.each([400, 401, 403, 404, 501])('asks once what says %d, as that will not pass', async (status) => {
    standIn.says({ status });
    await model.write(prompt, LIMITS);
    expect(standIn.received).toHaveLength(1);
  });

  it('waits as long as it is told to', async () => {
    standIn.says({ status: 429, headers: { 'retry-after': '1' } }, ANSWER);
    expect(await msOf(() => model.write(prompt, LIMITS))).toBeGreaterThan(990);
    expect(standIn.received).toHaveLength(2);
  });

  it('does not wait beyond its time, and says for how long', async () => {
    standIn.says({ status: 429, headers: { 'retry-after': '7' } });
    const written = model.write(prompt, LIMITS);
    expect(await msOf(() => written)).toBeLessThan(1_000);
    expect(await written).toMatchObject({ kind: 'unavailable', retryAfterMs: 7_000 });
    expect(standIn.received).toHaveLength(1);
  });

  it.each(['silent', 'stalled'] as const)(
    'gives up on what is %s when its time is over, and hangs up',
    async (fault) => {
      standIn.says({ fault });
      const written = model.write(prompt, SOON);
      expect(await msOf(() => written)).toBeLessThan(1_500);
      expect(await written).toEqual(TIMED_OUT);
      await untilTrue(() => standIn.left === 1);
    },
  );

  it('is over when whoever waits for it gives up', async () => {
    standIn.says({ fault: 'silent' });
    const waiting = new AbortController();
    const written = model.write(prompt, LIMITS, waiting.signal);
    await untilTrue(() => standIn.received.length === 1);
    waiting.abort();
    expect(await written).toEqual(TIMED_OUT);
    await untilTrue(() => standIn.left === 1);
  });

  it('reads no further than its bound of a response without end', async () => {
    standIn.says({ fault: 'endless' });
    expect(await model.write(prompt, LIMITS)).toEqual({ kind: 'over-long', tokens: NO_TOKENS });
    await untilTrue(() => standIn.left === 1);
    expect(standIn.received).toHaveLength(1);
    expect(MOST_RESPONSE_BYTES).toBeLessThan(1_000_000);
  });

  it('asks nothing without credentials, and says no word of why', async () => {
    standIn.says(ANSWER);
    const refused = tokenGiver(() => Promise.reject(new Error('the key of ana@example.org is void')));
    expect(await sdkModel(name, standIn, refused).write(prompt, LIMITS)).toEqual({
      kind: 'unavailable',
      reason: 'not-asked',
      tokens: NO_TOKENS,
    });
    expect(standIn.received).toEqual([]);
  });

  it('does not wait for credentials that do not come', async () => {
    const never = tokenGiver(() => new Promise<string>(() => undefined));
    expect(await sdkModel(name, standIn, never).write(prompt, SOON)).toEqual(TIMED_OUT);
  });
});

it('what one SDK borrows as the global fetch, others do not get', async () => {
  standIn.says({ fault: 'stalled' });
  const written = sdkModel('vertexai', standIn).write(prompt, { ...LIMITS, timeoutMs: 400 });
  await untilTrue(() => standIn.received.length === 1);
  const other = await fetch('data:text/plain,of%20others');
  expect(await other.text()).toBe('of others');
  expect(await written).toEqual(TIMED_OUT);
});

async function untilTrue(isSo: () => boolean): Promise<void> {
  for (let n = 0; n < 100 && !isSo(); n += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isSo()).toBe(true);
}

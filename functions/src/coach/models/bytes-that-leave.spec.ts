import { buildPrompt, isAnswer, PROMPT_LIMITS } from '@podmates/domain/coach';
import { aMember, anItem, aSession, someNotes } from '../../../../domain/src/coach/example-coach-session';
import { ANSWER_SCHEMA, type AnswerSchema } from './answer-schema';
import { SDKS, sdkModel, TOKEN } from './example-models';
import { framed, type Received, VertexStandIn } from './example-vertex-stand-in';

const LIMITS = { timeoutMs: 5_000, maxOutputTokens: 1_234 };
/** Each stands where it may not leave from; each is one word, so that no cut or rewording hides it. */
const HIDDEN = {
  noteOfOptedOut: 'Qwxquiltö',
  optedOutName: 'Xaverius',
  optedOutId: 'memberXaver7',
  itemOfOptedOut: 'Qwxitemé',
  privateNote: 'Qwxprivate💪',
  noteOfDistress: 'Qwxdistress',
  importedFact: 'Qwxstrava158bpm',
  ownId: 'memberAna3',
  noteId: 'noteQwx1',
} as const;

const session = aSession({
  members: [
    // What an import knows of a member stands beside what the coach is told.
    Object.assign(aMember(HIDDEN.ownId, { name: 'Ana' }), { imported: [{ heartRate: HIDDEN.importedFact }] }),
    aMember('ben'),
    aMember(HIDDEN.optedOutId, { name: HIDDEN.optedOutName, aiConsent: false }),
  ],
  openItems: [
    anItem('i1', 'ben', 'Book a trainer'),
    anItem('i2', HIDDEN.optedOutId, HIDDEN.itemOfOptedOut),
    Object.assign(anItem('i3', 'ben', 'Run'), { evidence: HIDDEN.importedFact }),
  ],
  notes: someNotes(
    [HIDDEN.ownId, 'win', 'Squatted 80 kg', Object.assign({ id: HIDDEN.noteId }, { activity: HIDDEN.importedFact })],
    ['ben', 'note', HIDDEN.privateNote, { private: true }],
    ['ben', 'win', `Ran 5 km with ${HIDDEN.optedOutName}`],
    ['ben', 'note', `I want to kill myself ${HIDDEN.noteOfDistress}`],
    [HIDDEN.optedOutId, 'win', HIDDEN.noteOfOptedOut],
    [HIDDEN.optedOutId, 'next', HIDDEN.noteOfOptedOut, { private: true }],
  ),
});
const prompt = buildPrompt({ ...session, ...{ facts: [HIDDEN.importedFact] } });

/** One word in every writing that HTTP, JSON or an SDK could put it in, as the bytes of each, in small letters. */
const writingsOf = (word: string): string[] => {
  const utf8 = Buffer.from(word);
  const escaped = [...Array(word.length).keys()].map((n) => word.charCodeAt(n).toString(16).padStart(4, '0'));
  const inBase64 = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), utf8]).toString('base64');
    // Six bits a letter: those at both ends also hold bits of what stands beside the word.
    const own = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + utf8.byteLength) * 8) / 6));
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return [
    word,
    JSON.stringify(word).slice(1, -1),
    word.replace(/[^\0-~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
    `\\u${escaped.join('\\u')}`,
    encodeURIComponent(word),
    utf8.toString('hex'),
    ...inBase64,
  ].flatMap((writing) =>
    [Buffer.from(writing), Buffer.from(writing, 'utf16le')].map((bytes) => bytes.toString('latin1').toLowerCase()),
  );
};
const everythingOf = ({ method, path, headers, body }: Received): string =>
  `${method} ${path} ${JSON.stringify(headers)} ${body.toString('latin1')}`.toLowerCase();

const standIn = new VertexStandIn();
beforeAll(async () => {
  jest.spyOn(console, 'warn').mockReturnValue(undefined);
  await standIn.open();
});
afterAll(() => standIn.close());

describe.each(SDKS)('what leaves by %s', (name) => {
  let received: Received;
  beforeAll(async () => {
    standIn.says(framed('{"summary":[],"actions":[],"quiz":[]}'));
    await sdkModel(name, standIn).write(prompt, LIMITS);
    received = standIn.received[0]!;
  });

  it.each(Object.entries(HIDDEN))('has %s in no writing', (_what, word) => {
    const bytes = everythingOf(received);
    for (const writing of writingsOf(word)) expect(bytes).not.toContain(writing);
    expect(bytes).toContain('squatted 80 kg');
  });

  it('is the request of the Vertex API with the prompt, the bounds and the shape, and nothing else', () => {
    expect(standIn.addresses).toHaveLength(1);
    expect(received.method).toBe('POST');
    expect(received.headers['content-encoding']).toBeUndefined();
    expect(received.headers.authorization).toBe(`Bearer ${TOKEN}`);
    expect(JSON.parse(received.body.toString())).toEqual({
      contents: [{ role: 'user', parts: [{ text: prompt.data }] }],
      systemInstruction: expect.objectContaining({ parts: [{ text: prompt.instruction }] }),
      generationConfig: {
        temperature: 0,
        candidateCount: 1,
        maxOutputTokens: 1_234,
        responseMimeType: 'application/json',
        responseSchema: JSON.parse(JSON.stringify(ANSWER_SCHEMA)),
      },
    });
  });

  it('is bounded, whatever a session holds', async () => {
    const notes = someNotes(...Array.from({ length: 500 }, () => ['ben', 'win', 'Übung 💪 "\\'.repeat(60)] as const));
    await sdkModel(name, standIn).write(buildPrompt(aSession({ notes })), LIMITS);
    // The prompt is quoted in JSON once more: what is escaped in it grows, at worst to twice its size.
    expect(standIn.received.at(-1)!.body.byteLength).toBeLessThan(2 * PROMPT_LIMITS.bytes + 4_000);
  });

  it.each([
    ['europe-west1', 'https://europe-west1-aiplatform.googleapis.com'],
    ['global', 'https://aiplatform.googleapis.com'],
  ])('goes to the place that was chosen: %s', async (location, origin) => {
    await sdkModel(name, standIn, undefined, { location }).write(prompt, LIMITS);
    expect(standIn.addresses.at(-1)).toBe(
      `${origin}/v1/projects/demo-podmates/locations/${location}/publishers/google/models/gemini-of-the-test:generateContent`,
    );
  });
});

it.each(Object.entries(HIDDEN))('the look for %s would find it in every writing', (_what, word) => {
  const sent = (text: string | Buffer) =>
    everythingOf({ method: 'POST', path: '/', headers: {}, body: Buffer.from(text) });
  const found = (bytes: string): boolean => writingsOf(word).some((writing) => bytes.includes(writing));
  expect(found(sent(JSON.stringify(JSON.stringify({ text: `so ${word} it` }))))).toBe(true);
  for (const before of ['', 'a', 'ab', 'abc'])
    for (const encoding of ['base64', 'base64url', 'hex'] as const)
      expect([before, encoding, found(sent(Buffer.from(`${before}${word} and more`).toString(encoding)))]).toEqual([before, encoding, true]); // prettier-ignore
  expect(found(sent(Buffer.from(`x${word}`, 'utf16le')))).toBe(true);
  expect(found(sent(encodeURIComponent(word)))).toBe(true);
  expect(found(sent('nothing of it'))).toBe(false);
});

describe('the shape that is asked for', () => {
  const sampleOf = (schema: AnswerSchema): unknown => {
    if (schema.type === 'STRING') return schema.enum?.[0] ?? 'x';
    if (schema.type === 'INTEGER') return 0;
    if (schema.type === 'ARRAY') return [sampleOf(schema.items), sampleOf(schema.items)];
    return Object.fromEntries(Object.entries(schema.properties).map(([key, of]) => [key, sampleOf(of)]));
  };
  const sample = () => sampleOf(ANSWER_SCHEMA) as Record<string, Record<string, unknown>[]>;

  it('is the one that is checked: all of it is taken, and needed', () => {
    expect(isAnswer(JSON.stringify(sample()))).toBe(true);
    for (const [list, [entry]] of Object.entries(sample())) {
      expect([list, isAnswer(JSON.stringify({ ...sample(), [list]: undefined }))]).toEqual([list, false]);
      for (const key of Object.keys(entry!)) {
        const lacking = { ...sample(), [list]: [{ ...entry, [key]: undefined }] };
        expect([list, key, isAnswer(JSON.stringify(lacking))]).toEqual([list, key, false]);
      }
    }
  });
});

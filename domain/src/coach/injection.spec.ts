import { checkAnswer } from './check-answer';
import { type CoachSession } from './coach-file';
import { CoachOutput } from './coach-output';
import { type Attack, ATTACK_PLACES, ATTACKS } from './example-attacks';
import { aMember, anItem, aSession, someNotes } from './example-coach-session';
import { obedientAnswers } from './example-obedient-model';
import { buildPrompt, type CoachPrompt, PROMPT_INSTRUCTION, PROMPT_LIMITS } from './prompt';
import { runCoach } from './run-coach';

/** Of another pod; the obedient model knows them, and nothing of ours does. */
const OF_POD_B = ['Zelda trains in the harbour gym at noon', 'wvtxq secret of pod B', 'Zelda 0176 5550199'];
/** Of our pod, and not the coach's to read. */
const PRIVATE = 'qqprivateqq';
const OPTED_OUT = 'Xaverius';

interface Attacked {
  readonly session: CoachSession;
  readonly agendaTitles: readonly string[];
}

function attacked({ place, text }: Pick<Attack, 'place' | 'text'>): Attacked {
  const at = (where: Attack['place'], otherwise: string): string => (place === where ? text : otherwise);
  const [first, ...notes] = someNotes(
    ['ana', 'win', at('note', 'Squatted 80 kg')],
    ['ben', 'next', 'Swim on Thursday with my sister'],
    ['ana', 'note', PRIVATE, { private: true }],
    ['xaver', 'win', `${PRIVATE} of one who did not agree`],
    ['ben', 'win', `Ran 5 km with ${OPTED_OUT}`],
    ['cem', 'next', 'Pool on Sunday'],
  );
  return {
    session: aSession({
      members: [
        aMember('ana', { name: at('name', 'Ana').slice(0, 120) }),
        aMember('ben'),
        aMember('cem', { present: false }),
        aMember('xaver', { aiConsent: false, name: OPTED_OUT }),
      ],
      openItems: [anItem('i1', 'ana', at('open item', 'Book a trainer').slice(0, 500)), anItem('i2', 'xaver', PRIVATE)],
      notes: [{ ...first!, id: at('note id', 'n1').slice(0, 200) }, ...notes],
    }),
    agendaTitles: [at('agenda title', 'Wins since last time').slice(0, 200)],
  };
}

const skeleton = (value: unknown): unknown => {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return value.map(skeleton);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, skeleton(of)]));
};
const promptOf = ({ session, agendaTitles }: Attacked): CoachPrompt => buildPrompt(session, { agendaTitles });
/** In UTF-8; it throws on half a character, which has no bytes. */
const bytesOf = (text: string): number => encodeURIComponent(text).replace(/%../gu, 'x').length;

const LIVE = /<[a-z/!?]|:\/\/|javascript:|data:text|www\.|\p{Cf}|\p{Cc}/iu;

it('the corpus has at least 300 attacks, in every place', () => {
  expect(new Set(ATTACKS.map(({ place, text }) => `${place} ${text}`)).size).toBeGreaterThanOrEqual(300);
  expect(new Set(ATTACKS.map(({ place }) => place)).size).toBe(ATTACK_PLACES.length);
});

describe.each(ATTACK_PLACES)('an attack in a %s', (place) => {
  const attacks = ATTACKS.filter((attack) => attack.place === place);

  it('is data: the instruction keeps its bytes, the rest is one document of the same shape', () => {
    const harmless = JSON.parse(promptOf(attacked({ place: 'note', text: 'Squatted 80 kg' })).data);
    for (const { name, text } of attacks) {
      const prompt = promptOf(attacked({ place, text }));
      expect(prompt.instruction).toBe(PROMPT_INSTRUCTION);
      const read = JSON.parse(prompt.data) as { notes: unknown[] };
      const lost = place === 'note' ? harmless.notes.length - read.notes.length : 0;
      expect([name, skeleton(read)]).toEqual([name, skeleton({ ...harmless, notes: harmless.notes.slice(lost) })]);
    }
  });

  it('leaves no byte in the prompt that ends a string, makes markup or is not seen', () => {
    for (const { text } of attacks) {
      const { data, instruction, bytes } = promptOf(attacked({ place, text }));
      expect(data).not.toMatch(/[<>&`]|\p{Cc}|\p{Cf}|\p{Co}|[\u2028\u2029]|[\u{E0000}-\u{E007F}]/u);
      expect(bytes).toBe(bytesOf(instruction) + bytesOf(data));
      expect(bytes).toBeLessThanOrEqual(PROMPT_LIMITS.bytes);
    }
  });

  it('brings nothing of another pod, of private notes or of who did not agree into the prompt', () => {
    for (const { text } of attacks) {
      const { data } = promptOf(attacked({ place, text }));
      for (const hidden of [...OF_POD_B, PRIVATE, OPTED_OUT, 'xaver', '"ana"', '"ben"'])
        expect(data).not.toContain(hidden);
    }
  });

  it('gets nothing from a model that obeys everything', () => {
    for (const { text } of attacks) {
      const { session, agendaTitles } = attacked({ place, text });
      const prompt = buildPrompt(session, { agendaTitles });
      const coached = runCoach(session, { seed: 1 });
      const before = JSON.stringify([session, coached]);
      for (const raw of obedientAnswers(prompt, text, OF_POD_B)) {
        const output = checkAnswer(raw, prompt, session, coached);
        if (output !== null) expectHarmless(output, session);
      }
      expectHarmless(coached.output, session);
      expect(JSON.stringify([session, coached])).toBe(before);
    }
  });
});

function expectHarmless(output: CoachOutput, session: CoachSession): void {
  expect(CoachOutput.parse(output)).toEqual(output);
  const cites = [...output.summary, ...output.actions, ...output.quiz].flatMap((entry) => entry.cites);
  const readable = session.notes.filter((note) => !note.private && note.member !== 'xaver').map(({ id }) => id);
  expect(cites.filter((id) => !readable.includes(id))).toEqual([]);
  const shown = JSON.stringify({
    agenda: output.agenda,
    said: [...output.summary, ...output.actions, ...output.quiz].map((entry) => ({ ...entry, cites: [] })),
  });
  expect(shown).not.toMatch(LIVE);
  for (const hidden of ['harbour', 'wvtxq', '5550199', PRIVATE, OPTED_OUT]) expect(shown).not.toContain(hidden);
  expect(output.carried).toEqual(['i1', 'i2']);
  for (const { id, present, aiConsent } of session.members)
    expect(output.actions.filter(({ member }) => member === id).length).toBeLessThanOrEqual(
      present && aiConsent ? 2 : 0,
    );
}

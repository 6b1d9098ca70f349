/** What a schema is told in: JSON's types under the names that the Vertex API has for them (OpenAPI 3.0). */
export type AnswerSchema =
  | { readonly type: 'STRING'; readonly enum?: readonly string[] }
  | { readonly type: 'INTEGER' }
  | { readonly type: 'ARRAY'; readonly items: AnswerSchema }
  | {
      readonly type: 'OBJECT';
      readonly properties: Readonly<Record<string, AnswerSchema>>;
      readonly required: readonly string[];
      readonly propertyOrdering: readonly string[];
    };

const TEXT = { type: 'STRING' } as const;
const TEXTS = { type: 'ARRAY', items: TEXT } as const;
const listOf = (properties: Readonly<Record<string, AnswerSchema>>): AnswerSchema => ({
  type: 'ARRAY',
  items: objectOf(properties),
});
const objectOf = (properties: Readonly<Record<string, AnswerSchema>>): AnswerSchema => ({
  type: 'OBJECT',
  properties,
  required: Object.keys(properties),
  propertyOrdering: Object.keys(properties),
});

/** The shape that `isAnswer` asks for. Lengths are left to it: a model that is held to them is slower, and not safer. */
export const ANSWER_SCHEMA: AnswerSchema = objectOf({
  summary: listOf({
    member: TEXT,
    kind: { type: 'STRING', enum: ['win', 'block', 'next', 'note'] },
    text: TEXT,
    cites: TEXTS,
  }),
  actions: listOf({ member: TEXT, text: TEXT, cites: TEXTS }),
  quiz: listOf({ question: TEXT, choices: TEXTS, answer: { type: 'INTEGER' }, cites: TEXTS }),
});

/** How both SDKs ask: one answer, as JSON, with as little chance in it as a model allows. */
export const GENERATION = { temperature: 0, candidateCount: 1, responseMimeType: 'application/json' } as const;

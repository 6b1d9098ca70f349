import { isAnswer, LONGEST_ANSWER } from '@podmates/domain/coach';
import * as fc from 'fast-check';
import { readReply } from './read-reply';

const SAID = '{"summary":[],"actions":[],"quiz":[]}';
const anything = fc.jsonValue();
/** What looks like a response, with anything in any place of it. */
const almostReply = fc.record(
  {
    candidates: fc.oneof(
      anything,
      fc.array(
        fc.record(
          {
            content: fc.oneof(
              anything,
              fc.record({ parts: fc.array(fc.oneof(anything, fc.record({ text: fc.constantFrom(SAID, '', 'x') }))) }),
            ),
            finishReason: fc.oneof(anything, fc.constantFrom('STOP', 'SAFETY', 'MAX_TOKENS', 'UNEXPECTED_TOOL_CALL')),
          },
          { requiredKeys: [] },
        ),
      ),
    ),
    promptFeedback: fc.oneof(anything, fc.record({ blockReason: fc.oneof(anything, fc.string()) })),
    usageMetadata: fc.oneof(anything, fc.record({ promptTokenCount: anything, candidatesTokenCount: fc.double() })),
  },
  { requiredKeys: [] },
);

describe('a response, whatever it is', () => {
  it('is read without an error, to an answer of the right shape or a code', () =>
    fc.assert(
      fc.property(fc.oneof(anything, almostReply, fc.constant(undefined)), (response) => {
        const written = readReply(response);
        expect(Object.values(written.tokens).every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
        if (written.kind === 'answer')
          expect([isAnswer(written.text), written.text.length <= LONGEST_ANSWER]).toEqual([true, true]);
        if (written.kind === 'refused') expect(written.reason).toMatch(/^[A-Z_]{1,60}$/);
      }),
      { numRuns: 1_000 },
    ));

  it('is an answer where it holds one', () =>
    expect(readReply({ candidates: [{ content: { parts: [{ text: SAID }] } }] })).toMatchObject({ kind: 'answer' }));
});

import { isAnswer, LONGEST_ANSWER } from '@podmates/domain/coach';
import * as z from 'zod';
import { NO_TOKENS, type TokenUse, type Written } from '../coach-model';

const MOST_TOKENS = 10_000_000; // what claims more has not counted
const Count = z.number().int().min(0).max(MOST_TOKENS).catch(0);
/** As much of `GenerateContentResponse` as is looked at; the rest, calls of functions first, is nobody's to act on. */
const Reply = z.object({
  candidates: z
    .array(
      z.object({
        content: z
          .object({
            parts: z.array(z.object({ text: z.string().optional(), thought: z.boolean().optional() })).optional(),
          })
          .optional(),
        finishReason: z.string().optional(),
      }),
    )
    .optional(),
  promptFeedback: z.object({ blockReason: z.string().optional() }).optional(),
  usageMetadata: z
    .object({ promptTokenCount: Count, candidatesTokenCount: Count, thoughtsTokenCount: Count })
    .optional()
    .catch(undefined),
});
type Reply = z.infer<typeof Reply>;

const ENDED_WELL = ['STOP', 'FINISH_REASON_UNSPECIFIED'];
const CALLED_A_TOOL = /TOOL|FUNCTION/;
const CODE = /^[A-Z_]{1,60}$/;

/** What a response says, however an SDK dresses it. Only a text in the shape that was asked for is an answer. */
export function readReply(response: unknown): Written {
  const read = Reply.safeParse(response);
  if (!read.success) return { kind: 'malformed', tokens: NO_TOKENS };
  const { candidates = [], promptFeedback } = read.data;
  const tokens = tokensOf(read.data);
  if (promptFeedback?.blockReason) return { kind: 'refused', reason: codeOf(promptFeedback.blockReason), tokens };
  const [candidate] = candidates;
  const ending = candidate?.finishReason ?? 'STOP';
  if (ending === 'MAX_TOKENS') return { kind: 'over-long', tokens };
  if (CALLED_A_TOOL.test(ending)) return { kind: 'malformed', tokens };
  if (!ENDED_WELL.includes(ending)) return { kind: 'refused', reason: codeOf(ending), tokens };
  const parts = candidate?.content?.parts ?? [];
  const text = parts.map((part) => (part.thought ? '' : (part.text ?? ''))).join('');
  if (text.trim() === '') return { kind: 'empty', tokens };
  if (text.length > LONGEST_ANSWER) return { kind: 'over-long', tokens };
  return isAnswer(text) ? { kind: 'answer', text, tokens } : { kind: 'malformed', tokens };
}

/** Thoughts are paid for like what is said. */
const tokensOf = ({ usageMetadata: use }: Reply): TokenUse =>
  use ? { input: use.promptTokenCount, output: use.candidatesTokenCount + use.thoughtsTokenCount } : NO_TOKENS;

const codeOf = (reason: string): string => (CODE.test(reason) ? reason : 'OTHER');

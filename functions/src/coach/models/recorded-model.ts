import { createHash } from 'node:crypto';
import { type CoachPrompt } from '@podmates/domain/coach';
import * as z from 'zod';
import { AskedModel } from './asked-model';

/** What a model once said to a prompt, as it came over HTTP; `prompt` is its `promptKey`, or `*` for any other. */
export const Recording = z.object({
  prompt: z.string().regex(/^(\*|[0-9a-f]{64})$/, 'is neither * nor a SHA-256'),
  status: z.number().int().min(200).max(599).default(200),
  headers: z.record(z.string().max(100), z.string().max(1_000)).default({}),
  body: z.string(),
});
export type Recording = z.infer<typeof Recording>;

/** SHA-256 of both parts of a prompt. */
export const promptKey = ({ instruction, data }: CoachPrompt): string =>
  createHash('sha256')
    .update(JSON.stringify([instruction, data]))
    .digest('hex');

/**
 * For tests and for showing the coach without a network: says again what was recorded, read in the same way as what a
 * model says now. A prompt of which there is no recording is a status 404.
 */
export const recordedModel = (recordings: readonly Recording[], firstPauseMs?: number): AskedModel => {
  const byKey = new Map(recordings.map((recording) => [recording.prompt, recording]));
  return new AskedModel(
    'recorded',
    async ({ prompt, fetch: played }) => {
      const response = await played(`recorded:${promptKey(prompt)}`);
      return response.json();
    },
    async (input) => {
      const found = byKey.get(String(input).replace('recorded:', '')) ?? byKey.get('*');
      return new Response(found?.body ?? '', { status: found?.status ?? 404, headers: found?.headers ?? {} });
    },
    firstPauseMs,
  );
};

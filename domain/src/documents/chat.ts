import * as z from 'zod';
import { Id } from './fields';
import { LIMITS } from './limits';

/** Where a message is said: the thread of a pod, or the chat of a session. */
export const ChatScope = z.enum(['pod', 'session']);
export type ChatScope = z.infer<typeof ChatScope>;

/** `heldTexts/{messageId}`: a message that waits for a look; the server's own, so that nobody else reads it meanwhile. */
export const HeldText = z.object({
  id: Id,
  authorId: Id,
  scope: ChatScope,
  placeId: Id,
  /** Empty once it was decided: what was released is a message then, and what was dropped is nobody's to keep. */
  text: z.string().max(LIMITS.messageText),
  reasons: z.array(z.string().max(30)).max(10),
  state: z.enum(['waiting', 'released', 'dropped']),
  heldAt: z.date(),
  decidedAt: z.date().nullable(),
  schemaVersion: z.number().int(),
});
export type HeldText = z.infer<typeof HeldText>;

/** `chatRates/{uid}`: when a member sent their newest messages; the server's own. */
export const ChatRate = z.object({
  id: Id,
  sentAt: z.array(z.date()).max(LIMITS.messagesPerMinute),
  schemaVersion: z.number().int(),
});
export type ChatRate = z.infer<typeof ChatRate>;

import { type ChatScope } from '@podmates/domain';

/** Where something is said. */
export interface Place {
  readonly scope: ChatScope;
  readonly id: string;
}

/** A message as this device keeps it until it is in the chat, or its author has read that it will not be. */
export interface UnsentMessage extends Place {
  readonly clientMutationId: string;
  readonly memberId: string;
  readonly text: string;
  /** Sent although it may hurt. */
  readonly isMeant: boolean;
  readonly fate: MessageFate;
}

/**
 * `waiting`: no answer yet. `asks`: it may hurt, and the author is asked. `sent`, `held`: the server has it, as
 * `messageId`. `refused`: `why` says why it will not be said.
 */
export type MessageFate =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'asks' }
  | { readonly kind: 'sent' | 'held'; readonly messageId: string }
  | { readonly kind: 'refused'; readonly why: string };

const FATES: readonly unknown[] = ['waiting', 'asks', 'sent', 'held', 'refused'] satisfies MessageFate['kind'][];

/** Whether what this browser kept is of this shape. */
export const areUnsent = (value: unknown): value is UnsentMessage[] => Array.isArray(value) && value.every(isUnsent);

function isUnsent(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const fate: unknown = Reflect.get(value, 'fate');
  const texts = ['scope', 'id', 'clientMutationId', 'memberId', 'text'];
  return (
    texts.every((name) => typeof Reflect.get(value, name) === 'string') &&
    typeof fate === 'object' &&
    fate !== null &&
    FATES.includes(Reflect.get(fate, 'kind'))
  );
}

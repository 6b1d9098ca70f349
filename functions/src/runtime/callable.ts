import { CALLABLES, type CallableName, type CallableOutput, DomainError, fieldProblems } from '@podmates/domain';
import { type CallableRequest, HttpsError, onCall } from 'firebase-functions/https';
import type * as z from 'zod';
import { describeDefect, isPassing, logDefect } from './defects';
import { type Desks } from './desks';
import { REGION } from './region';
import { theDesks } from './the-desks';

/** Who may call: `anyone` needs no sign-in, `newcomer` no member document, `moderator` the custom claim. */
export type Access = 'anyone' | 'newcomer' | 'member' | 'moderator';

/** Who calls, as their token says. */
export interface Caller {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
}
type CallerFor<A extends Access> = A extends 'anyone' ? null : Caller;
type ParsedInput<N extends CallableName> = z.output<(typeof CALLABLES)[N]['input']>;

/** What one callable does once its input is known to be right and its caller to be allowed. */
export interface CallableSpec<N extends CallableName, A extends Access> {
  readonly name: N;
  readonly access: A;
  readonly handle: (input: ParsedInput<N>, caller: CallerFor<A>, desks: Desks) => Promise<CallableOutput<N>>;
}
type CallData = Pick<CallableRequest<unknown>, 'data' | 'auth'>;

/** A callable function of the contract: nothing reaches `handle` unparsed, nothing leaves unchecked. */
export const callable = <N extends CallableName, A extends Access>(spec: CallableSpec<N, A>) =>
  onCall<unknown, Promise<CallableOutput<N>>>({ region: REGION }, async (request) =>
    answerCall(spec, request, theDesks()),
  );

/**
 * Schema → sign-in → standing → handler → schema. A `DomainError` leaves with its code and `details.fields`;
 * anything else is logged without content and leaves as 'internal', or 'unavailable' when it will pass by itself.
 */
export const answerCall = async <N extends CallableName, A extends Access>(
  spec: CallableSpec<N, A>,
  request: CallData,
  desks: Desks,
): Promise<CallableOutput<N>> => {
  try {
    const input = parsed(CALLABLES[spec.name].input, request.data);
    const caller = await admitted(spec.access, request, desks);
    const output = await spec.handle(input as ParsedInput<N>, caller as CallerFor<A>, desks);
    return CALLABLES[spec.name].output.parse(output) as CallableOutput<N>;
  } catch (error) {
    if (error instanceof HttpsError) throw error;
    if (error instanceof DomainError) throw new HttpsError(error.code, error.message, { fields: error.fields });
    logDefect(`callable ${spec.name}`, describeDefect(error));
    if (isPassing(error)) throw new HttpsError('unavailable', 'Too much at once. Please try again.');
    throw new HttpsError('internal', 'Something went wrong on our side.');
  }
};

function parsed(schema: Pick<z.ZodType, 'safeParse'>, data: unknown): unknown {
  const result = schema.safeParse(data ?? {});
  if (result.success) return result.data;
  throw new DomainError('invalid-argument', 'Some of this is not right yet.', fieldProblems(result.error));
}

async function admitted(access: Access, request: CallData, desks: Desks): Promise<Caller | null> {
  if (access === 'anyone') return null;
  if (!request.auth) throw new HttpsError('unauthenticated', 'Please sign in.');
  const { uid, token } = request.auth;
  const caller: Caller = {
    id: uid,
    displayName: typeof token['name'] === 'string' ? token['name'] : '',
    email: token.email ?? '',
  };
  if (access === 'newcomer') return caller;
  if (!(await desks.accounts.isActive(uid))) throw new HttpsError('permission-denied', 'This account is not active.');
  if (access === 'moderator' && token['moderator'] !== true)
    throw new HttpsError('permission-denied', 'Only moderators may do this.');
  return caller;
}

import type * as z from 'zod';

/** One problem with one field. `path` is dotted as the form names it: `slots.1.time`. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/**
 * Codes are those of Firebase callables that the product uses, so they leave unchanged:
 * - `invalid-argument`: the input is wrong; `fields` says where
 * - `failed-precondition`: right input, wrong moment (slot closed, session over)
 * - `aborted`: the caller saw an older version; read again
 */
export type DomainErrorCode =
  | 'invalid-argument'
  | 'failed-precondition'
  | 'aborted'
  | 'not-found'
  | 'permission-denied'
  | 'already-exists'
  | 'resource-exhausted';

/** A refusal that a person can read. Anything else that is thrown is a defect. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: DomainErrorCode;
  readonly fields: readonly FieldProblem[];

  constructor(code: DomainErrorCode, message: string, fields: readonly FieldProblem[] = []) {
    super(message);
    this.code = code;
    this.fields = fields;
  }
}

/** zod's issues as problems a form can place. */
export const fieldProblems = (error: z.ZodError): FieldProblem[] =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));

/** A path as one would write it in JavaScript, for the reader of a file: `events[3].slot`. */
export const pathAsWritten = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (sofar, key) =>
      typeof key === 'number' ? `${sofar}[${key}]` : sofar === '' ? String(key) : `${sofar}.${String(key)}`,
    '',
  );

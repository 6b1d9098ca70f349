/** Parts of a query as plain data, so that naming one does not load the SDK. */
export type Clause =
  | { readonly kind: 'where'; readonly field: string; readonly operator: WhereOperator; readonly value: unknown }
  | { readonly kind: 'order'; readonly field: string; readonly direction: 'asc' | 'desc' }
  | { readonly kind: 'limit'; readonly count: number };
type WhereOperator = '==' | 'array-contains' | 'in' | '>=' | '<' | '!=';

export const where = (field: string, operator: WhereOperator, value: unknown): Clause => ({
  kind: 'where',
  field,
  operator,
  value,
});
export const order = (field: string, direction: 'asc' | 'desc' = 'asc'): Clause => ({
  kind: 'order',
  field,
  direction,
});
export const atMost = (count: number): Clause => ({ kind: 'limit', count });

/** Stands for a document's id, where a clause names a field. */
export const ID_FIELD = '__name__';

/** Stands for the server's time in a write. */
export const SERVER_TIME = Symbol('server time');

/** Takes the field away, in a change. */
export const NO_FIELD = Symbol('no field');

/** A stored document without its id, which is its place. */
export type Fields = Readonly<Record<string, unknown>>;

/** What reads a stored document: every zod schema does. Asking for no more of zod keeps the compiler quick. */
export interface Shape<T> {
  /** Throws when the document is not of this shape. */
  parse(stored: unknown): T;
}

import { migrate } from '@podmates/domain';
import { type FirestoreDataConverter, type Timestamp } from 'firebase-admin/firestore';

const isTimestamp = (value: unknown): value is Timestamp =>
  typeof value === 'object' && value !== null && 'toDate' in value && typeof value.toDate === 'function';

/** A copy with every Firestore timestamp, at any depth, as a `Date` (whole milliseconds). */
export const withDates = (value: unknown): unknown => {
  if (isTimestamp(value)) return value.toDate();
  if (Array.isArray(value)) return value.map(withDates);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withDates(inner)]));
};

/** What is needed of a schema. Inferring through the whole type of zod takes the compiler minutes and gigabytes. */
export interface Schema<T> {
  parse(value: unknown): T;
}

/**
 * Owns the Firestore dialect of one document: ids come from the path, instants are `Date`s, older shapes are brought
 * up to date, and the schema is checked both ways, so that a wrong document is refused where it is written. What
 * `forQueries` makes of a document is stored with it, to be looked for and never read.
 */
export const converterFor = <T extends { id: string }>(
  schema: Schema<T>,
  forQueries: (document: T) => Readonly<Record<string, unknown>> = () => ({}),
): FirestoreDataConverter<T> => ({
  toFirestore: (document: unknown) => {
    const parsed = schema.parse(document);
    const { id: _, ...fields } = parsed;
    return { ...fields, ...forQueries(parsed) };
  },
  fromFirestore: (snapshot) => {
    const stored = withDates(snapshot.data()) as Record<string, unknown>;
    return schema.parse({ ...migrate(snapshot.ref.parent.path, stored), id: snapshot.id });
  },
});

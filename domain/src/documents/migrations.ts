import { DomainError } from '../contracts/domain-error';
import { SCHEMA_VERSION } from './fields';

type Stored = Readonly<Record<string, unknown>>;

/**
 * Per collection the steps that lead a stored document from version n (the index) to n + 1. Each is a pure function
 * of the document before it was parsed, and stays here as long as a document of that version may exist.
 * A collection that is not listed carries no `schemaVersion`.
 */
const STEPS: Readonly<Record<string, readonly ((older: Stored) => Stored)[]>> = {
  // Before version 1 nobody had said how practised they are, and there were no demo people.
  members: [(older) => ({ experience: 1, isDemo: false, ...older })],
  // Before version 1 every day began at midnight.
  sprints: [(older) => ({ dayStart: '00:00', ...older })],
  slots: [unchanged],
  checkIns: [unchanged],
  streaks: [unchanged],
  matchRequests: [unchanged],
  proposals: [unchanged],
  pods: [unchanged],
  feed: [unchanged],
  sessions: [unchanged],
  coachDocs: [unchanged],
};

function unchanged(older: Stored): Stored {
  return older;
}

/**
 * Brings a document up to the schema of this build, on read and before it is parsed; a document without
 * `schemaVersion` has version 0. `collection` is its name or path (`members`, `pods/p1/feed`). Throws DomainError
 * `failed-precondition` for a version this build does not know: an older build must not misread a newer document.
 */
export function migrate(collection: string, raw: Stored): Stored {
  const name = collection.slice(collection.lastIndexOf('/') + 1);
  const steps = Object.hasOwn(STEPS, name) ? STEPS[name] : undefined;
  if (!steps) return raw;
  const version = raw['schemaVersion'] ?? 0;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0 || version > SCHEMA_VERSION) {
    throw new DomainError(
      'failed-precondition',
      `A document of ${name} has schema version ${String(version)}, and this build knows 0 to ${SCHEMA_VERSION}. Reload to get the newest build.`,
    );
  }
  if (version === SCHEMA_VERSION) return raw;
  const upToDate = steps.slice(version).reduce((document, step) => step(document), raw);
  return { ...upToDate, schemaVersion: SCHEMA_VERSION };
}

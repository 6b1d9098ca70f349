import { DomainError } from '../contracts/domain-error';
import { SCHEMA_VERSION } from './fields';
import { NO_PREFERENCES } from './member';

type Stored = Readonly<Record<string, unknown>>;

/**
 * Per collection the steps that lead a stored document from version n (the index) to n + 1. Each is a pure function
 * of the document before it was parsed, and stays here as long as a document of that version may exist.
 * A collection that is not listed carries no `schemaVersion`.
 */
const STEPS: Readonly<Record<string, readonly ((older: Stored) => Stored)[]>> = {
  members: [
    // Before version 1 nobody had said how practised they are, and there were no demo people.
    (older) => ({ experience: 1, isDemo: false, ...older }),
    // Before version 2 nobody could say what they want of a pod, and nobody noted who was here.
    (older) => ({ preferences: NO_PREFERENCES, seenAt: null, wayBack: null, ...older }),
  ],
  // Before version 1 every day began at midnight.
  sprints: [(older) => ({ dayStart: '00:00', ...older })],
  slots: [unchanged],
  checkIns: [unchanged],
  streaks: [unchanged],
  matchRequests: [unchanged, withLock],
  relations: [unchanged],
  matchRuns: [unchanged],
  matchShards: [unchanged],
  proposals: [unchanged, withFences],
  pods: [unchanged, withContinuity],
  decisions: [unchanged],
  history: [unchanged],
  feed: [unchanged],
  // Before version 2 a message named no readers, and clients wrote it; its author keeps it.
  messages: [unchanged, (older) => ({ readerIds: [older['authorId']], ...older })],
  heldTexts: [unchanged],
  chatRates: [unchanged],
  sessions: [
    unchanged,
    // Before version 2 nobody's absence was excused.
    (older) => ({ excusedIds: [], ...older }),
    // Before version 3 a session had no place for video.
    (older) => ({ video: null, ...older }),
  ],
  videoEvents: [unchanged],
  safetyReports: [unchanged],
  attendance: [unchanged],
  testimonies: [unchanged],
  attendanceRecords: [unchanged],
  coachDocs: [unchanged],
  coachActions: [unchanged],
  quizResults: [unchanged],
  aiConsents: [unchanged],
  coachBudgets: [unchanged],
  coachRuns: [unchanged],
  challenges: [unchanged],
  challengeRecords: [unchanged],
  reviews: [unchanged],
  reviewers: [unchanged],
  nudges: [unchanged],
  proofHashes: [unchanged],
};

function unchanged(older: Stored): Stored {
  return older;
}

/** The first fence of everybody: before version 2 a request named its proposal, and nothing told an older holder. */
const FIRST_FENCE = 1;
const PROPOSAL_LASTED_MS = 24 * 3_600_000;
const RECENT_LASTS_MS = 30 * 24 * 3_600_000;

/**
 * A request of version 1 named the proposal that held it, and whom to avoid. What it does not know of its member is
 * filled in with the least that can be said; the sweep reads the member and brings it up to date before it is matched.
 */
function withLock({ proposalId, avoid, ...older }: Stored): Stored {
  const waitingSince = older['waitingSince'] instanceof Date ? older['waitingSince'].getTime() : 0;
  const expiresAt = new Date(waitingSince + PROPOSAL_LASTED_MS); // no later than the proposal's own
  const recentUntil = new Date(waitingSince + RECENT_LASTS_MS);
  return {
    focus: null,
    isAdult: false,
    styles: NO_PREFERENCES.styles,
    sizes: NO_PREFERENCES.sizes,
    gender: null,
    comfort: null,
    lane: older['status'] === 'matched' ? 'usual' : 'newcomer',
    isTrusted: false,
    lock: typeof proposalId === 'string' ? { proposalId, fence: FIRST_FENCE, expiresAt } : null,
    fence: typeof proposalId === 'string' ? FIRST_FENCE : 0,
    snoozedUntil: null,
    waitlist: null,
    rematchedAt: [],
    blocks: [],
    recent: (Array.isArray(avoid) ? avoid : []).map((memberId) => ({ memberId, until: recentUntil })),
    favourites: [],
    matchedAt: null,
    shard: 0,
    ...older,
  };
}

/** Of four factors a proposal of version 1 told; those it did not look at added nothing. */
function withFences(older: Stored): Stored {
  const memberIds = Array.isArray(older['memberIds']) ? older['memberIds'].map(String) : [];
  return {
    kind: 'new-pod',
    fences: Object.fromEntries(memberIds.map((id) => [id, FIRST_FENCE])),
    ...older,
    why: { style: 0, size: 0, company: 0, waiting: 0, ...(older['why'] as Stored | undefined) },
  };
}

/** A pod of version 1 kept its people whatever happened; it is looked at with the next sweep. */
function withContinuity(older: Stored): Stored {
  const { createdAt } = older;
  return {
    lane: 'usual',
    trialEndsAt: null,
    search: null,
    awayIds: [],
    lookAgainAt: createdAt,
    dueAt: older['status'] === 'ended' ? null : createdAt,
    ...older,
  };
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

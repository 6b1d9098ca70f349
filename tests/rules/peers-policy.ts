import {
  Challenge,
  ChallengeRecord,
  Nudge,
  PATHS,
  ProofHash,
  Review,
  Reviewer,
  SCHEMA_VERSION,
} from '@podmates/domain';
import { where } from 'firebase/firestore';
import { type CollectionPolicy } from './policy';
import { type Fields, type Person, POD_OF_ANA } from './rules-world';

const AT = new Date('2026-03-02T09:00:00Z');
const KEPT = { version: 1, schemaVersion: SCHEMA_VERSION };

const aChallenge = (memberId: string): Fields => ({
  slotId: 'sprint-1_0',
  memberId,
  podId: 'pod-1',
  cause: 'podmate',
  challengerId: 'ben',
  reasons: ['unclear'],
  podmateIds: [...POD_OF_ANA],
  proof: { path: 'shown/ana/sprint-1_0/hash', kind: 'image' },
  track: 'gym',
  status: 'done',
  seats: [{ reviewId: 'review-1', reviewerId: 'eve', podId: null, answer: null }],
  reviewerIds: ['eve'],
  state: 'in-review',
  until: AT,
  decidedAt: null,
  createdAt: AT,
  ...KEPT,
});
const aChallengeRecord = (): Fields => ({ asked: [{ slotId: 'sprint-2_0', at: AT, state: 'open' }], ...KEPT });
const aReview = (reviewerId: string): Fields => ({
  reviewerId,
  kind: 'image',
  track: 'gym',
  status: 'done',
  cause: 'podmate',
  reasons: ['unclear'],
  state: 'waiting',
  answer: null,
  askedAt: AT,
  until: AT,
  ...KEPT,
});
const aReviewer = (): Fields => ({ isWilling: true, draw: 0.5, openIds: ['review-1'], askedAt: [AT], ...KEPT });
const aNudge = (fromId: string): Fields => ({
  fromId,
  toId: 'ben',
  day: '2026-03-02',
  at: AT,
  schemaVersion: SCHEMA_VERSION,
});
const aProofHash = (memberId: string): Fields => ({
  memberId,
  slotId: 'sprint-1_0',
  at: AT,
  schemaVersion: SCHEMA_VERSION,
});

const OWNER = ['owner'] as const;

/** What podmates and reviewers do: all of it is written by the server. */
export const PEERS_POLICY: readonly CollectionPolicy[] = [
  // It names who asked and who looks: whoever it is about must not read it, nor anybody else.
  { collection: PATHS.challenges, schema: Challenge, stored: aChallenge, allowed: {} },
  {
    collection: PATHS.challengeRecords,
    schema: ChallengeRecord,
    idOf: (owner) => owner,
    stored: aChallengeRecord,
    allowed: { get: OWNER },
  },
  {
    collection: PATHS.reviews,
    schema: Review,
    stored: aReview,
    asks: (owner: Person) => [where('reviewerId', '==', owner)],
    allowed: { get: OWNER, list: OWNER },
  },
  {
    collection: PATHS.reviewers,
    schema: Reviewer,
    idOf: (owner) => owner,
    stored: aReviewer,
    allowed: { get: OWNER },
  },
  { collection: PATHS.nudges, schema: Nudge, stored: aNudge, allowed: {} },
  { collection: PATHS.proofHashes, schema: ProofHash, stored: aProofHash, allowed: {} },
];

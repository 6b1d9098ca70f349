import {
  type Challenge,
  type CheckIn,
  type Relations,
  type ReviewAnswer,
  type Reviewer,
  SCHEMA_VERSION,
} from '../documents';
import { noRelations } from '../matching/relations';
import { newReviewer, type ReviewerCandidate } from './reviewers';

/** Examples for the specs: what a test does not name is as plain as can be. */
export const NOW = new Date('2026-06-01T20:00:00Z');
export const hours = (count: number): Date => new Date(NOW.getTime() + count * 3_600_000);

export const aCheckIn = (changed: Partial<CheckIn> = {}): CheckIn => ({
  id: 's1_0',
  slotId: 's1_0',
  sprintId: 's1',
  memberId: 'ana',
  podId: 'p1',
  day: '2026-06-01',
  status: 'done',
  rpe: 6,
  win: '',
  tweak: '',
  proof: {
    kind: 'file',
    path: 'proofs/ana/s1_0/a.jpg',
    contentType: 'image/jpeg',
    bytes: 9,
    shown: { state: 'ready', kind: 'image', path: 'shown/ana/s1_0/hash', sharedWith: ['ana', 'ben', 'cem'] },
  },
  visibility: 'pod',
  isLate: false,
  capturedAt: NOW,
  receivedAt: NOW,
  clientMutationId: 'tap',
  version: 1,
  schemaVersion: SCHEMA_VERSION,
  ...changed,
});

export const aChallenge = (
  answers: readonly (ReviewAnswer | null)[] = [],
  changed: Partial<Challenge> = {},
): Challenge => ({
  id: 'c1',
  slotId: 's1_0',
  memberId: 'ana',
  podId: 'p1',
  cause: 'podmate',
  challengerId: 'ben',
  reasons: ['unclear'],
  podmateIds: ['ana', 'ben', 'cem'],
  proof: { path: 'shown/ana/s1_0/hash', kind: 'image' },
  track: 'gym',
  status: 'done',
  seats: answers.map((answer, i) => ({ reviewId: `r${i}`, reviewerId: `out${i}`, podId: `q${i}`, answer })),
  reviewerIds: answers.map((_, i) => `out${i}`),
  state: answers.length > 0 ? 'in-review' : 'open',
  until: hours(24),
  decidedAt: null,
  version: 1,
  schemaVersion: SCHEMA_VERSION,
  createdAt: NOW,
  ...changed,
});

export const aCandidate = (
  id: string,
  changed: Partial<Omit<ReviewerCandidate, 'reviewer' | 'said'>> & {
    reviewer?: Partial<Reviewer>;
    said?: Partial<Relations>;
  } = {},
): ReviewerCandidate => ({
  podId: null,
  language: 'en',
  isAdult: true,
  isActive: true,
  ...changed,
  reviewer: { ...newReviewer(id, { isWilling: true, draw: 0.5 }), ...changed.reviewer },
  said: { ...noRelations(id), ...changed.said },
});

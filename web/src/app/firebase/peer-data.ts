import { Injectable } from '@angular/core';
import { ChallengeRecord, PATHS, Review, Reviewer } from '@podmates/domain';
import { where } from './clauses';
import { listenDoc, listenQuery } from './listen';

@Injectable({ providedIn: 'root' })
export class PeerData {
  /** The second looks that this member asked for; `null` while there were none. */
  readonly challengeRecord = (memberId: string) => listenDoc(ChallengeRecord, `${PATHS.challengeRecords}/${memberId}`);
  /** `null` for who never wished to look at proofs of others. */
  readonly reviewer = (memberId: string) => listenDoc(Reviewer, `${PATHS.reviewers}/${memberId}`);
  /** What waits for this member's eyes; a few at most. */
  readonly reviews = (memberId: string) =>
    listenQuery(Review, PATHS.reviews, where('reviewerId', '==', memberId), where('state', '==', 'waiting'));
}

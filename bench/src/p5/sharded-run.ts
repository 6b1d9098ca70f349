import { matchPeople, withNewcomers } from '@podmates/domain/matching';
import { RulesModel } from '../../../functions/src/coach/models/rules-model';
import { MatchingRuns } from '../../../functions/src/matching/matching-runs';
import { BucketProofs } from '../../../functions/src/providers/cloud-storage/bucket-proofs';
import { NO_VIDEO_ROOMS } from '../../../functions/src/providers/video-rooms';
import { type Ports } from '../../../functions/src/runtime/ports';
import { type CountedFirestore } from './counted-firestore';
import { NOW } from './population';

/** The product's own rounds of matching, on a counted store; nothing of them is delivered anywhere. */
export const runsOn = (store: CountedFirestore): MatchingRuns => new MatchingRuns(portsOn(store));

function portsOn(store: CountedFirestore): Ports {
  const nowhere = (): Promise<void> => Promise.resolve();
  return {
    db: store.asFirestore(),
    clock: { now: () => Promise.resolve(NOW) },
    ids: { next: () => 'unused' },
    tasks: { enqueue: nowhere },
    notifier: { notify: nowhere },
    access: { setAllowed: nowhere },
    proofs: new BucketProofs(),
    textFilter: { check: async () => ({ verdict: 'allow', reasons: [] }) },
    match: withNewcomers(matchPeople),
    coach: new RulesModel(),
    video: NO_VIDEO_ROOMS,
  };
}

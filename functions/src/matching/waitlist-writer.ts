import { type MatchRequest } from '@podmates/domain';
import { candidateOf, isWaitlistDue, onWaitlist, relaxationsFor, waitBand } from '@podmates/domain/matching';
import { type Query } from 'firebase-admin/firestore';
import { eachApart } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { recordsOf } from '../store/records';
import { commit } from '../store/unit-of-work';

/** Matches of the last month tell how long it takes now; a season ago it was another crowd. */
const LATELY_MS = 30 * 24 * 3_600_000;
/** Enough for quarters. */
const MATCHED_LOOKED_AT = 50;

interface Circle {
  readonly of: number;
  readonly band: ReturnType<typeof waitBand>;
}

/** Tells those who have waited for a day where they stand among all who wait for the same track in the same language. */
export class WaitlistWriter {
  constructor(private readonly ports: Ports) {}

  /** Makes the numbers of these people anew; all of them are of one bucket, and `peers` wait in it. */
  async refresh(due: readonly MatchRequest[], p: { peers: readonly MatchRequest[]; seed: number }): Promise<void> {
    const [first] = due;
    if (!first) return;
    const circle = await this.readCircle(first);
    const now = await this.ports.clock.now();
    const others = p.peers.map((peer) => candidateOf(peer, now));
    await eachApart(
      'matching.waitlist',
      due.map(({ id }) => id),
      async (id) => {
        const request = due.find((one) => one.id === id);
        if (!request) return;
        const ahead = await countOf(this.circleOf(request).where('waitingSince', '<', request.waitingSince));
        const relax = relaxationsFor(candidateOf(request, now), others);
        await this.save(request, (at) => onWaitlist(request, { ...p, ...circle, ahead, relax, now: at }));
      },
    );
  }

  /** Only while the request is as it was: what changes meanwhile makes other numbers. */
  private save(counted: MatchRequest, listed: (at: Date) => MatchRequest): Promise<void> {
    return commit(this.ports, async (unit) => {
      const ref = unit.records.matchRequests.doc(counted.id);
      const request = await unit.find(ref);
      if (request?.version === counted.version && isWaitlistDue(request, unit.now)) unit.save(ref, listed(unit.now));
    });
  }

  private async readCircle(request: MatchRequest): Promise<Circle> {
    const now = await this.ports.clock.now();
    const matched = await recordsOf(this.ports.db)
      .matchRequests.where('status', '==', 'matched')
      .where('track', '==', request.track)
      .where('language', '==', request.language)
      .where('matchedAt', '>=', new Date(now.getTime() - LATELY_MS))
      .orderBy('matchedAt', 'desc')
      .limit(MATCHED_LOOKED_AT)
      .get();
    const of = await countOf(this.circleOf(request));
    return { of, band: waitBand(matched.docs.map((found) => found.data())) };
  }

  private circleOf({ track, language }: MatchRequest): Query<MatchRequest> {
    return recordsOf(this.ports.db)
      .matchRequests.where('status', '==', 'waiting')
      .where('track', '==', track)
      .where('language', '==', language);
  }
}

const countOf = async (query: Query<MatchRequest>): Promise<number> => (await query.count().get()).data().count;

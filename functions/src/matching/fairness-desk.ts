import { type CallableOutput } from '@podmates/domain';
import { fairnessReport } from '@podmates/domain/matching';
import { type Ports } from '../runtime/ports';
import { recordsOf } from '../store/records';

/** Matches of the last month: what they say of fairness is what can still be changed. */
const LATELY_MS = 30 * 24 * 3_600_000;
/** The longest waiting, and the latest matched, of each; a report reads no more, however many there are. */
const LOOKED_AT = 5000;

/** How long whom waits; for moderators. */
export class FairnessDesk {
  constructor(private readonly ports: Ports) {}

  async read(): Promise<CallableOutput<'readMatchingFairness'>> {
    const now = await this.ports.clock.now();
    const { matchRequests } = recordsOf(this.ports.db);
    const waiting = await matchRequests.where('status', '==', 'waiting').orderBy('waitingSince').limit(LOOKED_AT).get();
    const matched = await matchRequests
      .where('status', '==', 'matched')
      .where('matchedAt', '>=', new Date(now.getTime() - LATELY_MS))
      .orderBy('matchedAt', 'desc')
      .limit(LOOKED_AT)
      .get();
    return fairnessReport({
      waiting: waiting.docs.map((found) => found.data()),
      matched: matched.docs.map((found) => found.data()),
      now,
    });
  }
}

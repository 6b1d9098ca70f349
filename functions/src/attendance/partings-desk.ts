import { type Session } from '@podmates/domain';
import { type Ports } from '../runtime/ports';
import { recordsOf } from '../store/records';
import { commit } from '../store/unit-of-work';
import { readBeatsOf, writePartings } from './partings';

const INSIDE: readonly Session['state'][] = ['lobby', 'live', 'wrap'];

/** Keeps whoever is not active from beating on in a session. */
export class PartingsDesk {
  constructor(private readonly ports: Ports) {}

  /** Says goodbye for them wherever they are, unless they are active. Running it twice changes nothing. */
  async part(memberId: string): Promise<void> {
    const { memberStatuses, sessions } = recordsOf(this.ports.db);
    if ((await memberStatuses.doc(memberId).get()).data()?.status === 'active') return;
    const inside = await sessions.where('memberIds', 'array-contains', memberId).where('state', 'in', INSIDE).get();
    for (const { id } of inside.docs)
      await commit(this.ports, async (unit) => {
        writePartings(unit, id, await readBeatsOf(unit, id, [memberId]));
      });
  }
}

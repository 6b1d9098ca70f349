import { isDemo } from '../../../local/src/people/choices';
import { openServerSide } from './server-side';

/** Takes every visitor out of the queue, whatever an earlier journey left there, so that nobody finds company in it. */
export async function takeVisitorsOutOfTheQueue(): Promise<void> {
  const server = openServerSide();
  try {
    const requests = await server.db.collection('matchRequests').where('status', 'in', LOOKING).get();
    for (const { id } of requests.docs) if (!isDemo(id)) await server.desks.matching.cancel(id);
  } finally {
    await server.close();
  }
}

const LOOKING = ['waiting', 'snoozed', 'proposed'];

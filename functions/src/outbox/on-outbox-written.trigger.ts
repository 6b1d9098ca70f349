import { OutboxEntry, PATHS } from '@podmates/domain';
import { type QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { onDocumentCreated } from 'firebase-functions/firestore';
import { REGION } from '../runtime/region';
import { theDesks } from '../runtime/the-desks';
import { converterFor } from '../store/converter';

/**
 * Only the creation: the lease and the mark of the sender would otherwise call it twice more for each entry. The event
 * brings the entry along, which spares a read of it.
 */
export const onOutboxWritten = onDocumentCreated({ document: `${PATHS.outbox}/{entryId}`, region: REGION }, (event) =>
  event.data ? theDesks().outbox.deliverNew(asEntry(event.data)) : theDesks().outbox.deliver(event.params.entryId),
);

const asEntry = (created: QueryDocumentSnapshot): OutboxEntry => converterFor(OutboxEntry).fromFirestore(created);

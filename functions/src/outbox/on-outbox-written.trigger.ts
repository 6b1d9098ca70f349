import { PATHS } from '@podmates/domain';
import { onDocumentCreated } from 'firebase-functions/firestore';
import { REGION } from '../runtime/region';
import { theDesks } from '../runtime/the-desks';

/** Only the creation: the lease and the mark of the sender would otherwise call it twice more for each entry. */
export const onOutboxWritten = onDocumentCreated({ document: `${PATHS.outbox}/{entryId}`, region: REGION }, (event) =>
  theDesks().outbox.deliver(event.params.entryId),
);

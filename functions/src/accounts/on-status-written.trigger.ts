import { PATHS } from '@podmates/domain';
import { onDocumentWritten } from 'firebase-functions/firestore';
import { REGION } from '../runtime/region';
import { theDesks } from '../runtime/the-desks';

/** Also for a status that was changed by hand; the callable has done this in its own transaction. */
export const onStatusWritten = onDocumentWritten(
  { document: `${PATHS.memberStatuses}/{memberId}`, region: REGION, retry: true },
  (event) => theDesks().partings.part(event.params.memberId),
);

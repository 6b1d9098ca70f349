import { callable } from '../runtime/callable';

export const openProof = callable({
  name: 'openProof',
  access: 'member',
  handle: ({ slotId }, caller, desks) => desks.proofs.open(caller.id, slotId),
});

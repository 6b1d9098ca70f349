import { callable } from '../runtime/callable';

export const openProof = callable({
  name: 'openProof',
  access: 'member',
  handle: (asked, caller, desks) => desks.proofs.open(caller.id, asked),
});

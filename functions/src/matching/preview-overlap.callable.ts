import { callable } from '../runtime/callable';

export const previewOverlap = callable({
  name: 'previewOverlap',
  access: 'member',
  handle: (input, caller, desks) => desks.matching.preview(caller.id, input),
});

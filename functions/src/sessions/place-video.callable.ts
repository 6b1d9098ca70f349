import { callable } from '../runtime/callable';

export const placeVideo = callable({
  name: 'placeVideo',
  access: 'member',
  handle: (input, caller, desks) => desks.video.place(caller.id, input),
});

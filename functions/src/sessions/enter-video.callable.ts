import { callable } from '../runtime/callable';

export const enterVideo = callable({
  name: 'enterVideo',
  access: 'member',
  handle: (input, caller, desks) => desks.video.enter(caller.id, input),
});

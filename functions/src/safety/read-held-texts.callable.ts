import { callable } from '../runtime/callable';

export const readHeldTexts = callable({
  name: 'readHeldTexts',
  access: 'moderator',
  handle: (_input, _caller, desks) => desks.chat.held(),
});

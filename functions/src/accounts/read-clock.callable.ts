import { callable } from '../runtime/callable';

/** Open to anyone: it tells nothing but the time, is asked every minute, and costs no read. */
export const readClock = callable({
  name: 'readClock',
  access: 'anyone',
  handle: async (_input, _caller, desks) => ({ now: (await desks.accounts.now()).toISOString() }),
});

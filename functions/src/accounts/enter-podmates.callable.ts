import { callable } from '../runtime/callable';

export const enterPodmates = callable({
  name: 'enterPodmates',
  access: 'newcomer',
  handle: (input, { id, displayName, email }, desks) =>
    desks.accounts.enter({ memberId: id, displayName, email, ...input, isDemo: false }),
});

import { type Platform } from './platform-port';

const nothingToDo = async (): Promise<void> => undefined;

/** Google's servers, and the provider's own popup. */
export const PRODUCTION_PLATFORM: Platform = {
  signIn: async (auth, provider) => (await import('./provider-popup')).signInByPopup(auth, provider),
  connectAuth: async () => () => undefined,
  connectFirestore: nothingToDo,
  connectFunctions: nothingToDo,
  connectStorage: nothingToDo,
};

import * as z from 'zod';
import { servedConfig } from './app-config';
import { type Platform } from './platform-port';

const HostAndPort = z.object({ host: z.string(), port: z.number().int() });
const LocalConfig = z.object({
  emulators: z.object({
    auth: z.object({ url: z.url() }),
    firestore: HostAndPort,
    functions: HostAndPort,
    storage: HostAndPort,
  }),
  signInPage: z.url(),
});

const localConfig = async () => LocalConfig.parse(await servedConfig());

/**
 * The emulators of this machine, and the local sign-in page instead of the providers' own. What points an SDK at
 * its emulator is loaded by name: loading a whole SDK would keep all of it in the bundle, not what is used.
 */
export const LOCAL_PLATFORM: Platform = {
  async signIn(auth, provider) {
    const { signInByLocalPage } = await import('./local-sign-in');
    await signInByLocalPage(auth, provider, (await localConfig()).signInPage);
  },
  async connectAuth() {
    const [{ connectAuthEmulator }, { emulators }] = await Promise.all([
      import('./emulators/auth-emulator'),
      localConfig(),
    ]);
    return (auth) => connectAuthEmulator(auth, emulators.auth.url, { disableWarnings: true });
  },
  async connectFirestore(db) {
    const { connectFirestoreEmulator } = await import('./emulators/firestore-emulator');
    const { host, port } = (await localConfig()).emulators.firestore;
    connectFirestoreEmulator(db, host, port);
  },
  async connectFunctions(functions) {
    const { connectFunctionsEmulator } = await import('./emulators/functions-emulator');
    const { host, port } = (await localConfig()).emulators.functions;
    connectFunctionsEmulator(functions, host, port);
  },
  async connectStorage(storage) {
    const { connectStorageEmulator } = await import('./emulators/storage-emulator');
    const { host, port } = (await localConfig()).emulators.storage;
    connectStorageEmulator(storage, host, port);
  },
};

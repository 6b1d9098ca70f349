import {
  type Auth,
  browserLocalPersistence,
  indexedDBLocalPersistence,
  initializeAuth,
  onAuthStateChanged,
  signOut,
  type User,
} from 'firebase/auth';
import { PLATFORM } from '../platform/platform';
import { firebaseApp } from './firebase-app';
import { type Provider } from './platform-port';

let opened: Promise<Auth> | undefined;

/** `initializeAuth` rather than `getAuth`: the popup's code is loaded only when it is asked for. */
function auth(): Promise<Auth> {
  opened ??= openAuth();
  opened.catch(() => (opened = undefined));
  return opened;
}

async function openAuth(): Promise<Auth> {
  const [app, connect] = await Promise.all([firebaseApp(), PLATFORM.connectAuth()]);
  const made = initializeAuth(app, { persistence: [indexedDBLocalPersistence, browserLocalPersistence] });
  connect(made);
  return made;
}

/** Tells who is signed in now and after each change. */
export const watchUser = async (seen: (user: User | null) => void): Promise<void> => {
  onAuthStateChanged(await auth(), seen);
};
/** Whether the token of whoever is signed in carries this claim. A claim given since shows with the next token. */
export const hasClaim = async (name: string): Promise<boolean> => {
  const { currentUser } = await auth();
  return currentUser !== null && (await currentUser.getIdTokenResult()).claims[name] === true;
};
export const renewToken = async (): Promise<void> => void (await (await auth()).currentUser?.getIdToken(true));
export const signInWith = async (provider: Provider): Promise<void> => PLATFORM.signIn(await auth(), provider);
export const leave = async (): Promise<void> => signOut(await auth());

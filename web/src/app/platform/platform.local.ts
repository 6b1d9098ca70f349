import { LOCAL_PLATFORM } from '../firebase/local-platform';

/** Emulators and a sign-in page of our own; never part of the production build. */
export const PLATFORM = LOCAL_PLATFORM;

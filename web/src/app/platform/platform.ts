import { PRODUCTION_PLATFORM } from '../firebase/production-platform';

/** The one file that differs between builds: the local configuration puts `platform.local.ts` in its place. */
export const PLATFORM = PRODUCTION_PLATFORM;

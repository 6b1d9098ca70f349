import { type Functions, FunctionsError, getFunctions, httpsCallable } from 'firebase/functions';
import { PLATFORM } from '../platform/platform';
import { firebaseApp } from './firebase-app';

const REGION = 'us-central1';
const ANSWER_WITHIN_MS = 30_000; // a cold start takes up to ten seconds; a person waits no longer than this

let opened: Promise<Functions> | undefined;

function functions(): Promise<Functions> {
  opened ??= openFunctions();
  opened.catch(() => (opened = undefined));
  return opened;
}

async function openFunctions(): Promise<Functions> {
  const made = getFunctions(await firebaseApp(), REGION);
  await PLATFORM.connectFunctions(made);
  return made;
}

export async function ask(name: string, input: unknown): Promise<unknown> {
  const callable = httpsCallable<unknown, unknown>(await functions(), name, { timeout: ANSWER_WITHIN_MS });
  return (await callable(input)).data;
}

/** What the server said, without the SDK's prefix; `null` for anything that is not its answer. */
export function refusalIn(error: unknown): { code: string; message: string; details: unknown } | null {
  if (!(error instanceof FunctionsError)) return null;
  return { code: error.code.replace(/^functions\//, ''), message: error.message, details: error.details };
}

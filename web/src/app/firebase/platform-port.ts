import { type Providers } from '@podmates/domain';
import { type Auth } from 'firebase/auth';
import { type Firestore } from 'firebase/firestore';
import { type Functions } from 'firebase/functions';
import { type FirebaseStorage } from 'firebase/storage';
import type * as z from 'zod';

export type Provider = z.infer<typeof Providers>;

/** What differs between production and the local platform; `platform/platform.ts` says which one is built in. */
export interface Platform {
  /** Shows the provider's own page and signs in; rejects with `SignInStopped` when the person turned back. */
  signIn(auth: Auth, provider: Provider): Promise<void>;
  /** Called once per SDK, before its first use. */
  /** The answer is called in the same turn in which the SDK is opened: it asks its server by itself, who sits here. */
  connectAuth(): Promise<(auth: Auth) => void>;
  connectFirestore(db: Firestore): Promise<void>;
  connectFunctions(functions: Functions): Promise<void>;
  connectStorage(storage: FirebaseStorage): Promise<void>;
}

/** The person closed the provider's page; nothing went wrong, so nothing is reported. */
export class SignInStopped extends Error {
  override readonly name = 'SignInStopped';
}

/** Something the person can do about it themself; the message says what. */
export class SignInExplained extends Error {
  override readonly name = 'SignInExplained';
}

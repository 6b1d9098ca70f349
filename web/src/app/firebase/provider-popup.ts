import {
  type Auth,
  AuthErrorCodes,
  type AuthProvider,
  browserPopupRedirectResolver,
  GithubAuthProvider,
  GoogleAuthProvider,
  linkWithCredential,
  OAuthProvider,
  type OAuthCredential,
  signInWithPopup,
} from 'firebase/auth';
import { FirebaseError } from 'firebase/app';
import { type Provider, SignInExplained, SignInStopped } from './platform-port';

const PROVIDERS: Record<Provider, () => AuthProvider> = {
  'google.com': () => new GoogleAuthProvider(),
  'microsoft.com': () => new OAuthProvider('microsoft.com'),
  'github.com': () => new GithubAuthProvider(),
};
const TURNED_BACK: readonly string[] = [AuthErrorCodes.POPUP_CLOSED_BY_USER, AuthErrorCodes.EXPIRED_POPUP_REQUEST];

/** A provider's word about an e-mail that another provider vouches for already; linked after the next sign-in. */
let waitingToBeLinked: OAuthCredential | null = null;

/** The SDK's popup; its helper script is let through by `platform/trusted-scripts.ts`. */
export async function signInByPopup(auth: Auth, provider: Provider): Promise<void> {
  try {
    const { user } = await signInWithPopup(auth, PROVIDERS[provider](), browserPopupRedirectResolver);
    if (waitingToBeLinked) await linkWithCredential(user, waitingToBeLinked);
    waitingToBeLinked = null;
  } catch (error) {
    throw explained(error, provider);
  }
}

function explained(error: unknown, provider: Provider): unknown {
  if (!(error instanceof FirebaseError)) return error;
  if (TURNED_BACK.includes(error.code)) return new SignInStopped();
  if (error.code === AuthErrorCodes.POPUP_BLOCKED)
    return new SignInExplained(
      'The browser held the sign-in page back. Please allow pop-ups for Podmates and press again.',
    );
  if (error.code === AuthErrorCodes.USER_DISABLED) return new SignInExplained('This account is paused.');
  if (error.code !== AuthErrorCodes.NEED_CONFIRMATION) return error;
  waitingToBeLinked =
    provider === 'github.com'
      ? GithubAuthProvider.credentialFromError(error)
      : OAuthProvider.credentialFromError(error);
  return new SignInExplained(
    'You have been here with this e-mail through another provider. Continue with that one, and this one is linked to it.',
  );
}

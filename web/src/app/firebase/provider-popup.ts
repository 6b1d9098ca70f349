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
  type User,
} from 'firebase/auth';
import { FirebaseError } from 'firebase/app';
import { type Provider, SignInExplained, SignInStopped } from './platform-port';

const PROVIDERS: Record<Provider, () => AuthProvider> = {
  'google.com': () => new GoogleAuthProvider(),
  'microsoft.com': () => new OAuthProvider('microsoft.com'),
  'github.com': () => new GithubAuthProvider(),
};
const CREDENTIALS: Record<Provider, (error: FirebaseError) => OAuthCredential | null> = {
  'google.com': (error) => GoogleAuthProvider.credentialFromError(error),
  'microsoft.com': (error) => OAuthProvider.credentialFromError(error),
  'github.com': (error) => GithubAuthProvider.credentialFromError(error),
};
const TURNED_BACK: readonly string[] = [AuthErrorCodes.POPUP_CLOSED_BY_USER, AuthErrorCodes.EXPIRED_POPUP_REQUEST];

/**
 * A provider's word about an e-mail that another provider vouches for already. Linked to the next who signs in,
 * if that is the same e-mail, and forgotten either way.
 */
let waitingToBeLinked: { readonly credential: OAuthCredential; readonly email: string } | null = null;

/** The SDK's popup; its helper script is let through by `platform/trusted-scripts.ts`. */
export async function signInByPopup(auth: Auth, provider: Provider): Promise<void> {
  try {
    const { user } = await signInWithPopup(auth, PROVIDERS[provider](), browserPopupRedirectResolver);
    await linkWhatWaits(user);
  } catch (error) {
    throw explained(error, provider);
  }
}

/** The sign-in itself has succeeded: a failed link only means that the other provider asks for it again. */
async function linkWhatWaits(user: User): Promise<void> {
  const waiting = waitingToBeLinked;
  waitingToBeLinked = null;
  if (!waiting || user.email?.toLowerCase() !== waiting.email.toLowerCase()) return;
  await linkWithCredential(user, waiting.credential).catch(() => null);
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
  const credential = CREDENTIALS[provider](error);
  const email = error.customData?.['email'];
  waitingToBeLinked = credential && typeof email === 'string' ? { credential, email } : null;
  return new SignInExplained(
    'You have been here with this e-mail through another provider. Continue with that one, and this one is linked to it.',
  );
}

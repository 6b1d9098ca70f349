import {
  type Auth,
  AuthErrorCodes,
  type AuthProvider,
  browserPopupRedirectResolver,
  GithubAuthProvider,
  GoogleAuthProvider,
  OAuthProvider,
  signInWithPopup,
} from 'firebase/auth';
import { allowScriptsFrom } from './trusted-scripts';
import { type Provider, SignInStopped } from './platform-port';

const PROVIDERS: Record<Provider, () => AuthProvider> = {
  'google.com': () => new GoogleAuthProvider(),
  'microsoft.com': () => new OAuthProvider('microsoft.com'),
  'github.com': () => new GithubAuthProvider(),
};
const TURNED_BACK: readonly string[] = [AuthErrorCodes.POPUP_CLOSED_BY_USER, AuthErrorCodes.EXPIRED_POPUP_REQUEST];

/** The SDK's popup; it loads Google's helper script, the only foreign script that this page ever allows. */
export async function signInByPopup(auth: Auth, provider: Provider): Promise<void> {
  allowScriptsFrom('https://apis.google.com');
  try {
    await signInWithPopup(auth, PROVIDERS[provider](), browserPopupRedirectResolver);
  } catch (error) {
    if (error instanceof Error && 'code' in error && TURNED_BACK.includes(String(error.code)))
      throw new SignInStopped();
    throw error;
  }
}

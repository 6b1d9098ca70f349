import { type Auth, GoogleAuthProvider, OAuthProvider, signInWithCredential } from 'firebase/auth';
import * as z from 'zod';
import { type Provider, SignInExplained, SignInStopped } from './platform-port';

const Answer = z.object({
  type: z.literal('podmates-sign-in'),
  provider: z.string(),
  account: z.object({ sub: z.string(), email: z.string(), email_verified: z.boolean(), name: z.string() }),
});
const LOOK_EVERY_MS = 400; // how soon a closed page counts as turning back

/** Opens the local provider page and signs in with the account that it answers. */
export async function signInByLocalPage(auth: Auth, provider: Provider, page: string): Promise<void> {
  const address = new URL(page);
  address.searchParams.set('provider', provider);
  address.searchParams.set('origin', location.origin);
  const popup = window.open(address, 'podmates-sign-in', 'popup,width=480,height=640');
  if (!popup)
    throw new SignInExplained('The browser did not open the sign-in page. Please allow pop-ups for this address.');
  const account = JSON.stringify(await accountFrom(popup, address.origin, provider));
  const credential =
    provider === 'google.com'
      ? GoogleAuthProvider.credential(account)
      : new OAuthProvider(provider).credential({ idToken: account });
  await signInWithCredential(auth, credential);
}

function accountFrom(popup: Window, origin: string, provider: Provider): Promise<z.infer<typeof Answer>['account']> {
  return new Promise((found, stopped) => {
    const listening = new AbortController();
    const looking = setInterval(() => {
      if (popup.closed) finish(() => stopped(new SignInStopped()));
    }, LOOK_EVERY_MS);
    const finish = (settle: () => void) => {
      clearInterval(looking);
      listening.abort();
      settle();
    };
    window.addEventListener(
      'message',
      (event) => {
        const answer = Answer.safeParse(event.data);
        if (event.origin !== origin || !answer.success || answer.data.provider !== provider) return;
        popup.close();
        finish(() => found(answer.data.account));
      },
      { signal: listening.signal },
    );
  });
}

import { FirebaseError } from 'firebase/app';
import { type Auth } from 'firebase/auth';
import { signInByPopup } from './provider-popup';

const signInWithPopup = jest.fn();
const linkWithCredential = jest.fn();
jest.mock('firebase/auth', () => {
  class Provider {
    static credentialFromError = () => ({ of: 'github.com' });
  }
  return {
    AuthErrorCodes: { NEED_CONFIRMATION: 'auth/account-exists-with-different-credential' },
    GithubAuthProvider: Provider,
    GoogleAuthProvider: Provider,
    OAuthProvider: Provider,
    browserPopupRedirectResolver: {},
    linkWithCredential: (...args: unknown[]) => linkWithCredential(...args),
    signInWithPopup: (...args: unknown[]) => signInWithPopup(...args),
  };
});

const auth = {} as Auth;
const KNOWN_OTHERWISE = 'auth/account-exists-with-different-credential';
const signInAs = async (email: string) => {
  signInWithPopup.mockResolvedValueOnce({ user: { email } });
  await signInByPopup(auth, 'google.com');
};

describe('an e-mail that another provider vouches for already', () => {
  beforeEach(async () => {
    linkWithCredential.mockReset().mockResolvedValue({});
    signInWithPopup.mockReset();
    const refusal = new FirebaseError(KNOWN_OTHERWISE, 'exists', { email: 'Ana@Example.org' });
    signInWithPopup.mockRejectedValueOnce(refusal);
    await expect(signInByPopup(auth, 'github.com')).rejects.toThrow('through another provider');
  });

  it('is linked once its owner signs in with that one', async () => {
    await signInAs('ana@example.org');
    await signInAs('ana@example.org');
    expect(linkWithCredential.mock.calls).toEqual([[{ email: 'ana@example.org' }, { of: 'github.com' }]]);
  });

  it('is neither linked to somebody else nor kept for later', async () => {
    await signInAs('ben@example.org');
    await signInAs('ana@example.org');
    expect(linkWithCredential).not.toHaveBeenCalled();
  });

  it('leaves a sign-in good when linking fails, and is not tried again', async () => {
    linkWithCredential.mockRejectedValueOnce(new FirebaseError('auth/credential-already-in-use', 'in use'));
    await expect(signInAs('ana@example.org')).resolves.toBeUndefined();
    await signInAs('ana@example.org');
    expect(linkWithCredential).toHaveBeenCalledTimes(1);
  });
});

import { type SignInAccess } from '../../runtime/ports';

/** Firebase Auth: a closed account is disabled and its refresh tokens end, so no new id token is made for it. */
export class AuthAccess implements SignInAccess {
  async setAllowed(memberId: string, isAllowed: boolean): Promise<void> {
    const { getAuth } = await import('firebase-admin/auth');
    const auth = getAuth();
    await auth.updateUser(memberId, { disabled: !isAllowed });
    if (!isAllowed) await auth.revokeRefreshTokens(memberId);
  }
}

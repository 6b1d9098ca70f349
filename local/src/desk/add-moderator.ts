import { getAuth } from 'firebase-admin/auth';
import { MODERATOR } from './sign-in-page';

const MODERATOR_ID = 'moderator';

/**
 * Somebody to look at the moderators' pages with, as nobody on this machine could give the claim. Looked for at each
 * start, so that older data gets the account too; the next sign-in links its provider by the e-mail.
 */
export async function addModerator(): Promise<void> {
  const auth = getAuth();
  const { name: displayName, email } = MODERATOR;
  const { users } = await auth.getUsers([{ uid: MODERATOR_ID }]);
  if (users.length > 0) return;
  const account = { uid: MODERATOR_ID, displayName, email, emailVerified: true, customClaims: { moderator: true } };
  const { errors } = await auth.importUsers([account]);
  if (errors[0]) throw errors[0].error;
}

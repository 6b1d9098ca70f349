import { getAuth } from 'firebase-admin/auth';
import { MODERATOR } from './sign-in-page';

/**
 * Somebody to look at the moderators' pages with, as nobody on this machine could give the claim. Written at each
 * start, so that older data has the account too; the next sign-in links its provider by the e-mail.
 */
export async function addModerator(): Promise<void> {
  const { name: displayName, email } = MODERATOR;
  const account = { uid: 'moderator', displayName, email, emailVerified: true, customClaims: { moderator: true } };
  const { errors } = await getAuth().importUsers([account]);
  if (errors[0]) throw errors[0].error;
}

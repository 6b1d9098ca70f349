import { applicationDefault, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';

/** Gives somebody who has signed in before the claim `moderator`, or takes it: see docs/operations.md. */
const [email, option] = process.argv.slice(2);
if (!email || (option && option !== '--revoke')) {
  console.error('Usage: GOOGLE_CLOUD_PROJECT=<project> node functions/grant-moderator.mjs <e-mail> [--revoke]');
  process.exit(1);
}

initializeApp({ credential: applicationDefault() });
const auth = getAuth();
const { uid, customClaims } = await auth.getUserByEmail(email);
const moderator = option !== '--revoke';
await auth.setCustomUserClaims(uid, { ...customClaims, moderator });
if (!moderator) await auth.revokeRefreshTokens(uid); // else the old claim would be renewed for as long as they stay
console.log(`${email} (${uid}) ${moderator ? 'may' : 'may no longer'} moderate, from their next sign-in on.`);

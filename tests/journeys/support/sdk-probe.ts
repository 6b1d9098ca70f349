/** With the network gone, Firestore's SDK looks for a picture of Google's to tell why; the policy refuses, and nothing hangs on it. */
export const SDK_PROBE = 'https://www.google.com/images/cleardot.gif';

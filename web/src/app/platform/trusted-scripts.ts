interface TrustedTypesFactory {
  readonly defaultPolicy: object | null;
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): object;
}

/** The service worker's own file, and the helper script of the sign-in popup. */
const OWN_WORKER = '/ngsw-worker.js';
const SIGN_IN_SCRIPTS = 'https://apis.google.com';

const factoryOf = (page: Window & { trustedTypes?: TrustedTypesFactory }) => page.trustedTypes;

/**
 * Under Trusted Types no code may name a script by a plain string. The libraries that must do so get
 * exactly these addresses; any other is refused with a `TypeError`. Call before the app starts.
 */
export function guardScriptAddresses(): void {
  const trustedTypes = factoryOf(window);
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy('default', {
    createScriptURL: (address) => {
      if (!isKnownScript(new URL(address, location.origin))) throw new TypeError(`No scripts from ${address}`);
      return address;
    },
  });
}

export const isKnownScript = ({ origin, pathname }: URL): boolean =>
  origin === SIGN_IN_SCRIPTS || (origin === location.origin && pathname === OWN_WORKER);

interface TrustedTypesFactory {
  readonly defaultPolicy: object | null;
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): object;
}

const trustedTypesOf = (page: Window & { trustedTypes?: TrustedTypesFactory }) => page.trustedTypes;

/**
 * Under Trusted Types a library may not set a script's address itself. This policy lets through
 * addresses of one origin and refuses every other with a `TypeError`.
 */
export function allowScriptsFrom(origin: string): void {
  const trustedTypes = trustedTypesOf(window);
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy('default', {
    createScriptURL: (address) => {
      if (new URL(address, location.href).origin !== origin) throw new TypeError(`No scripts from ${address}`);
      return address;
    },
  });
}

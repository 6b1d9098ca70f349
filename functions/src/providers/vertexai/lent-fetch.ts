import { AsyncLocalStorage } from 'node:async_hooks';

const lent = new AsyncLocalStorage<typeof fetch>();
let isInstalled = false;

/**
 * Runs `work` so that what it calls as the global `fetch` is `mine`. For an SDK that can be given none. Everybody
 * else's calls go where they went, also those made at the same time: whose call it is follows the chain of awaits.
 */
export function withFetch<T>(mine: typeof fetch, work: () => Promise<T>): Promise<T> {
  if (!isInstalled) {
    const others = globalThis.fetch;
    globalThis.fetch = (input, init) => (lent.getStore() ?? others)(input, init);
    isInstalled = true;
  }
  // The lent one may itself end at the global: inside of it nothing is lent any more.
  return lent.run((input, init) => lent.exit(() => mine(input, init)), work);
}

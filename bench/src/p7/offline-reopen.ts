import { type Browser, type Page } from 'playwright-core';
import { originOf } from '../../../local/src/ports';
import { enterProduct } from '../p1/product-pages';
import { givenPod } from './given-pod';

const REOPENINGS = 5;
const POD_NAME = 'Bench';
const KEPT_WITHIN_MS = 60_000; // the worker registers once the app is quiet, and then fetches the whole app

/**
 * Milliseconds from opening the pod page in a new tab without a network to the pod's name being on screen:
 * the app from the service worker, the member and the pod from the SDK's cache.
 */
export async function offlineReopenings(browser: Browser, portBase: number): Promise<number[]> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const account = { name: 'Offline Visitor', email: `p7-offline-${Date.now()}@bench.example` };
  const id = await enterProduct(page, portBase, account);
  await givenPod(portBase, { id, name: account.name }, page);
  const address = `${originOf(portBase)}/pod`;
  await page.goto(address);
  await nameOnScreen(page);
  await appIsKept(page);
  await page.close();
  await context.setOffline(true);
  const times: number[] = [];
  for (let nth = 0; nth < REOPENINGS; nth += 1) {
    const reopened = await context.newPage();
    const startedAt = performance.now();
    await reopened.goto(address, { waitUntil: 'commit' });
    await nameOnScreen(reopened);
    times.push(performance.now() - startedAt);
    await reopened.close();
  }
  await context.close();
  return times;
}

const nameOnScreen = (page: Page): Promise<void> => page.getByRole('heading', { name: POD_NAME }).first().waitFor();

/** Every script of the app is in the worker's cache when the number of kept files has stood still. */
async function appIsKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true), null, { timeout: KEPT_WITHIN_MS });
  let [kept, before] = [0, -1];
  while (kept === 0 || kept !== before) {
    before = kept;
    await page.waitForTimeout(3000);
    kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const sizes = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
      return sizes.reduce((sum, size) => sum + size, 0);
    });
  }
}

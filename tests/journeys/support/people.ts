import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { APP_URL } from './platform';

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
export const WIDE = { width: 1280, height: 860 } as const;
export const PHONE = { width: 390, height: 844 } as const;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['PODMATES_CHROMIUM'] ?? '/usr/bin/chromium', args: CHROMIUM_FLAGS });

/** Everything that a page must not do in normal use: uncaught errors, and refusals by the Content-Security-Policy. */
export interface Person {
  readonly page: Page;
  readonly troubles: string[];
}

/** A person with a browser of their own (no shared storage). */
export async function openPerson(browser: Browser, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext({
    baseURL: APP_URL,
    viewport: WIDE,
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    ...options,
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (/Content.Security.Policy|TrustedHTML|TrustedScript/i.test(message.text())) troubles.push(message.text());
  });
  return { page, troubles };
}

/** Signs in on the sign-in page with an invented account, as a visitor of the local platform does. */
export const signIn = (page: Page, account: { name: string; email: string }, provider = 'Google'): Promise<void> =>
  signInBy(page, provider, async (popup) => {
    await popup.getByLabel('Name').fill(account.name);
    await popup.getByLabel('E-mail').fill(account.email);
    await popup.getByRole('button', { name: 'Continue' }).click();
  });

/** Signs in with one of the accounts that the local platform offers. */
export const signInAs = (page: Page, name: string): Promise<void> =>
  signInBy(page, 'Google', (popup) => popup.getByRole('button', { name }).click());

async function signInBy(page: Page, provider: string, choose: (popup: Page) => Promise<void>): Promise<void> {
  await page.goto('/sign-in');
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: `Continue with ${provider}` }).click();
  await choose(await opened);
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** An e-mail that nobody used before, on a name that cannot exist. */
export const freshEmail = (name: string): string => `${name}-${process.pid}-${Date.now()}@visitor.example`;

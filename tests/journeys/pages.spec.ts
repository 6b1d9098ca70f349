import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { amongWomen, askForPod } from './support/asking-for-a-pod';
import { problemsOf } from './support/axe-problems';
import { fastForward } from './support/desk';
import { toTheWrapUp } from './support/in-the-room';
import { APP_URL, DESK_URL } from './support/platform';
import { freshEmail, openBrowser, openPerson, PHONE, signIn, signInAs, WIDE } from './support/people';
import { takeVisitorsOutOfTheQueue } from './support/queue-to-oneself';

/** With PODMATES_SCREENS the pictures of `docs/screens/` are taken anew on the way. */
const SCREENS = process.env['PODMATES_SCREENS'] ? join(__dirname, '../../docs/screens') : null;
/** Axe reads both colour schemes and both layouts, each once: the other two pairs have nothing of their own. */
const CHECKED = [
  { name: 'wide-light', size: WIDE, colorScheme: 'light' },
  { name: 'phone-dark', size: PHONE, colorScheme: 'dark' },
] as const;
const PICTURED = [
  { name: 'wide-dark', size: WIDE, colorScheme: 'dark' },
  { name: 'phone-light', size: PHONE, colorScheme: 'light' },
] as const;
type Look = (typeof CHECKED | typeof PICTURED)[number];
const NARROWEST = { width: 320, height: 700 } as const;

/** Loaded: no part of the page says that it is still reading. */
const settled = async (page: Page) => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('app-reading, .loading').length === 0);
};

async function putOn(page: Page, look: Look): Promise<void> {
  await page.setViewportSize(look.size);
  await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
  await settled(page);
}

async function picture(page: Page, name: string, look: Look): Promise<void> {
  if (!SCREENS) return;
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: join(SCREENS, `${name}-${look.name}.png`) });
}

/** Axe, the pictures, and no sideways scrolling on the narrowest phone. */
async function lookAt(page: Page, name: string): Promise<void> {
  for (const look of CHECKED) {
    await putOn(page, look);
    const problems = await problemsOf(page);
    expect({ page: name, look: look.name, problems }).toEqual({ page: name, look: look.name, problems: [] });
    await picture(page, name, look);
  }
  for (const look of SCREENS ? PICTURED : []) {
    await putOn(page, look);
    await picture(page, name, look);
  }
  await page.setViewportSize(NARROWEST);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect({ page: name, overflow }).toEqual({ page: name, overflow: 0 });
  await page.setViewportSize(WIDE);
}

/** Hours and wishes stand one below the other, so there is a picture of each. */
async function fillHours(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Workday evenings' }).click();
  await page.getByText('of your hours right now.').waitFor();
  await page.getByRole('checkbox', { name: /^Structured/ }).scrollIntoViewIfNeeded();
  await page.getByRole('checkbox', { name: /^Structured/ }).check();
  await lookAt(page, 'start-wishes');
  await page.getByRole('heading', { name: 'When could you meet a pod?' }).scrollIntoViewIfNeeded();
}

/** Every page, as somebody with a pod and some weeks behind them sees it. */
describe('each page', () => {
  let browser: Browser;
  let member: Page;
  let newcomer: Page;
  const troubles: string[][] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    const people = [await openPerson(browser), await openPerson(browser)];
    [member, newcomer] = people.map((person) => person.page) as [Page, Page];
    troubles.push(...people.map((person) => person.troubles));
  });
  afterAll(() => browser.close());

  const visit = async (path: string, name: string) => {
    await member.goto(path);
    await settled(member);
    await lookAt(member, name);
  };

  it('before signing in', async () => {
    await visit('/', 'landing');
    await visit('/sign-in', 'sign-in');
  });

  it('for a newcomer', async () => {
    const page = newcomer;
    await signIn(page, { name: 'Noor Newcomer', email: freshEmail('noor') });
    await page.goto('/start');
    await page.getByRole('radio', { name: /Prompting/ }).check();
    await page.getByRole('radio', { name: 'Testing' }).check();
    await lookAt(page, 'start-template');
    for (const step of ['plan', 'hours', 'review']) {
      await page.getByRole('button', { name: 'Continue' }).click();
      if (step === 'hours') await fillHours(page);
      await lookAt(page, `start-${step}`);
    }
    await page.getByRole('button', { name: 'Find my pod' }).click();
    await page.getByRole('button', { name: 'Accept' }).waitFor({ timeout: 90_000 });
    await lookAt(page, 'matching');
  });

  it('in a session, from the lobby to the summary', async () => {
    await newcomer.getByRole('button', { name: 'Accept' }).click();
    await newcomer.waitForURL('**/pod', { timeout: 90_000 });
    await fastForward({ toNextSession: true });
    await newcomer.goto('/today');
    await newcomer.getByRole('link', { name: 'Join session' }).click();
    await newcomer.getByRole('button', { name: 'Join session' }).waitFor();
    await lookAt(newcomer, 'session-lobby');
    await newcomer.getByRole('button', { name: 'Join session' }).click();
    await newcomer
      .getByRole('button', { name: /Start session|Next item/ })
      .first()
      .click({ timeout: 60_000 });
    await newcomer.getByRole('button', { name: 'Next item' }).waitFor({ timeout: 60_000 });
    await newcomer.locator('#notes-heading ~ form textarea').fill('Three of three this week');
    await newcomer.getByRole('button', { name: 'Add note' }).click();
    await lookAt(newcomer, 'session-live');
    await toTheWrapUp(newcomer);
    await newcomer.getByRole('button', { name: 'Finish session' }).waitFor();
    await lookAt(newcomer, 'session-wrap');
    await newcomer.getByRole('button', { name: 'Finish session' }).click();
    await newcomer.getByRole('heading', { name: 'What you take with you' }).waitFor();
    await lookAt(newcomer, 'session-done');
  });

  it('for a member with a pod', async () => {
    await signIn(member, { name: 'Jonas', email: 'demo-010@demo.example' });
    for (const name of ['today', 'pod', 'schedule', 'streak', 'notifications', 'reviews'])
      await visit(`/${name}`, name);
    for (const name of ['profile', 'matching', 'people', 'appearance', 'devices'])
      await visit(`/settings/${name}`, `settings-${name}`);
    await visit('/nowhere', 'not-here');
  });

  it('while checking in', async () => {
    await fastForward({ toNextSlot: true, memberId: 'demo-010' });
    await member.goto('/today');
    await member.getByRole('link', { name: 'Check in' }).click();
    await lookAt(member, 'check-in');
  });

  it('for those who wait', async () => {
    await takeVisitorsOutOfTheQueue();
    const [waiting, other] = [await openPerson(browser), await openPerson(browser)];
    troubles.push(waiting.troubles, other.troubles);
    for (const [{ page }, name] of [[waiting, 'Wilma'] as const, [other, 'Olga'] as const])
      await signIn(page, { name, email: freshEmail(name.toLowerCase()) });
    await askForPod(waiting.page, { hours: 'Workday mornings', also: amongWomen });
    await lookAt(waiting.page, 'matching-waiting');
    await askForPod(other.page, { hours: 'Workday evenings', also: amongWomen });
    await other.page.getByRole('button', { name: 'Pause until …' }).click();
    await other.page.getByRole('button', { name: 'Pause', exact: true }).click();
    await other.page.getByRole('heading', { name: 'Matching is paused' }).waitFor();
    await lookAt(other.page, 'matching-paused');
    await other.page.getByRole('button', { name: 'Wake up now' }).click();
    await other.page.getByRole('heading', { name: /ooking for people who fit/ }).waitFor();
    await fastForward({ by: 25 * 60 });
    await waiting.page.getByRole('heading', { name: 'Still looking for people who fit' }).waitFor({ timeout: 90_000 });
    await lookAt(waiting.page, 'matching-waitlist');
  });

  it('for a moderator', async () => {
    const { page, troubles: own } = await openPerson(browser);
    troubles.push(own);
    await signInAs(page, 'Moderator');
    await page.goto('/admin/fairness');
    await page.getByRole('heading', { name: 'What the numbers mean' }).waitFor();
    await lookAt(page, 'admin-fairness');
  });

  it('of the local platform: inbox, clock and sign-in', async () => {
    const { page } = await openPerson(browser);
    await page.goto(DESK_URL);
    await page.getByRole('button', { name: 'Fast-forward' }).waitFor();
    await lookAt(page, 'local-inbox');
    await page.goto(`${DESK_URL}/sign-in?provider=github.com&origin=${encodeURIComponent(APP_URL)}`);
    await lookAt(page, 'local-sign-in');
  });

  it('without refusals by the Content-Security-Policy or uncaught errors', () => {
    expect(troubles.flat()).toEqual([]);
  });
});

import { type Browser, type Locator, type Page } from 'playwright-core';
import { fastForward } from './support/desk';
import { toTheWrapUp } from './support/in-the-room';
import { freshEmail, openBrowser, openPerson, type Person, signIn } from './support/people';

const seen = (locator: Locator, timeout = 30_000) => locator.first().waitFor({ timeout });

/** The shared timer's face in seconds. */
async function secondsLeft(page: Page): Promise<number> {
  const [minutes = 0, seconds = 0] = (await page.getByRole('timer').innerText()).match(/\d+/g)?.map(Number) ?? [];
  return minutes * 60 + seconds;
}

/** The whole core loop, as a newcomer meets it: one person, one browser, demo podmates who answer. */
describe('a newcomer', () => {
  let browser: Browser;
  let newcomer: Person;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    newcomer = await openPerson(browser);
    page = newcomer.page;
  });
  afterAll(() => browser.close());

  it('sees what Podmates is and is asked who they are', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Start a sprint' }).first().click();
    await page.waitForURL('**/sign-in**');
  });

  it('signs in with an account of a provider', async () => {
    await signIn(page, { name: 'Robin Newcomer', email: freshEmail('robin') });
    await page.goto('/start');
    await seen(page.getByRole('heading', { level: 1, name: 'Start a sprint' }));
  });

  it('plans a sprint in four steps and asks for a pod', async () => {
    await page.getByRole('radio', { name: /Gym/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await seen(page.getByRole('group', { name: 'Slot 3' }));
    await page.getByRole('button', { name: 'Continue' }).click();
    const common = page.getByRole('group', { name: 'Add common hours' });
    await common.getByRole('button', { name: 'Workday evenings' }).click();
    await common.getByRole('button', { name: 'Weekend mornings' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Find my pod' }).click();
    await page.waitForURL('**/matching');
  });

  it('is proposed a pod, sees why, and accepts; the demo podmates accept too', async () => {
    const accept = page.getByRole('button', { name: 'Accept' });
    await accept.waitFor({ timeout: 90_000 });
    await seen(page.getByText('Shared hours'));
    await accept.click();
    await page.waitForURL('**/pod', { timeout: 90_000 });
    await seen(page.getByText('Robin Newcomer'));
    expect(await page.getByText('Demo', { exact: true }).count()).toBeGreaterThanOrEqual(1);
  });

  it('writes to the pod, and reads what was written', async () => {
    await page.getByLabel('Message to your pod').fill('Hello <b>pod</b>');
    await page.getByRole('button', { name: 'Send' }).click();
    await seen(page.getByText('Hello <b>pod</b>'));
  });

  it('comes to the session ten minutes before it begins, and demo podmates come too', async () => {
    await fastForward({ toNextSession: true });
    await page.goto('/today');
    await page.getByRole('link', { name: 'Join session' }).click();
    await page.getByRole('button', { name: 'Join session' }).click();
    await page.getByRole('button', { name: 'Start session' }).click({ timeout: 60_000 });
    await seen(page.getByRole('button', { name: 'Next item' }), 60_000);
    await seen(page.getByText(/[2-4] of [2-4]/), 60_000);
  });

  it('moves the agenda, and the timer counts down without anybody writing', async () => {
    const now = page.getByRole('region', { name: 'Now' });
    const first = await now.innerText();
    const before = await secondsLeft(page);
    await page.waitForFunction(
      ([face, then]) =>
        document.querySelector('[role=timer]')?.textContent?.trim() !== face && Date.now() > Number(then),
      [(await page.getByRole('timer').innerText()).trim(), Date.now() + 3000] as const,
    );
    expect(before - (await secondsLeft(page))).toBeGreaterThanOrEqual(2);
    await page.getByRole('button', { name: 'Next item' }).click();
    await page.waitForFunction((text) => document.querySelector('[aria-label=Now]')?.textContent !== text, first);
    await page.getByLabel('New item').fill('Agree on a film');
    await page.getByRole('button', { name: 'Add item' }).click();
    await seen(page.getByRole('listitem').filter({ hasText: 'Agree on a film' }));
  });

  it('keeps notes, wraps up and finds them in the summary', async () => {
    await page.getByRole('radio', { name: 'Win' }).check({ force: true });
    await page.locator('#notes-heading ~ form textarea').fill('Three of three this week');
    await page.getByRole('button', { name: 'Add note' }).click();
    await seen(page.getByRole('listitem').filter({ hasText: 'Three of three this week' }));
    await toTheWrapUp(page);
    await page.getByRole('button', { name: 'Finish session' }).click();
    await seen(page.getByRole('region', { name: 'What you take with you' }).getByText('Three of three this week'));
  });

  it('checks in for the slot of the day, and the streak grows', async () => {
    await fastForward({ toNextSlot: true });
    await page.goto('/today');
    await page.getByRole('link', { name: 'Check in' }).click();
    await page.getByRole('radio', { name: /^Done/ }).check({ force: true });
    await page.getByRole('radio', { name: /^6:/ }).check({ force: true });
    await page.getByLabel('Win').fill('Went although it rained');
    await page.getByRole('button', { name: 'Check in' }).click();
    await seen(page.getByText(/your streak is 1/));
    await page.goto('/streak');
    await seen(page.getByRole('button', { name: /Done/ }));
    await page.goto('/pod');
    await seen(page.getByText('Went although it rained'));
  });

  it('kept to what a page may do', () => {
    expect(newcomer.troubles).toEqual([]);
  });
});

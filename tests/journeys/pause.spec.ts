import { type Browser, type Locator, type Page } from 'playwright-core';
import { startAlone } from './support/asking-for-a-pod';
import { lookOver } from './support/look-over';
import { freshEmail, openBrowser, openPerson, type Person, signIn } from './support/people';

const DAY_MS = 24 * 3_600_000;
const seen = (locator: Locator) => locator.first().waitFor({ timeout: 30_000 });
const addDays = (day: string, n: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10);

/** A member who plans days off, thinks better of it, and then is ill for less time than they thought. */
describe('days off', () => {
  let browser: Browser;
  let member: Person;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    member = await openPerson(browser);
    page = member.page;
    await signIn(page, { name: 'Paula Pause', email: freshEmail('paula') });
    await startAlone(page);
  });
  afterAll(() => browser.close());

  it('are said beforehand, planned, and cancelled', async () => {
    await page.goto('/streak');
    await page.getByRole('button', { name: 'Plan a pause' }).click();
    const first = await page.getByLabel('First day').inputValue();
    await page.getByLabel('Last day').fill(addDays(first, 6));
    await page.getByLabel('Last day').blur();
    await seen(page.getByText(/will be excused; your streak stays 0\./));
    await lookOver(page, 'pause-asked');
    await page.getByRole('button', { name: 'Plan this pause' }).click();
    await seen(page.getByText('Your pause is planned.'));
    await seen(
      page.getByRole('button', { name: /Excused. A planned pause; it neither adds to the streak nor ends it/ }),
    );
    await lookOver(page, 'pause-planned');
    await page.getByRole('button', { name: /^Cancel the pause of/ }).click();
    await seen(page.getByText('The pause is cancelled. Its slots are open again.'));
    await page.getByText(/A planned pause;/).waitFor({ state: 'hidden' });
  });

  it('for illness begin today, and end when somebody is back', async () => {
    await page.getByRole('button', { name: 'Plan a pause' }).click();
    await page.getByRole('radio', { name: /Illness/ }).check();
    const first = await page.getByLabel('First day').inputValue();
    await page.getByLabel('Last day').fill(addDays(first, 3));
    await page.getByLabel('Last day').blur();
    await seen(page.getByText(/The sprint then ends on/));
    await page.getByRole('button', { name: 'Plan this pause' }).click();
    await seen(page.getByText('Illness, now'));
    await lookOver(page, 'pause-running');
    await page.getByRole('button', { name: /^End with today/ }).click();
    await seen(page.getByText('The pause ends with today. Welcome back.'));
  });

  it('kept to what a page may do', () => {
    expect(member.troubles).toEqual([]);
  });
});

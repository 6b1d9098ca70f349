import { type Browser, type Locator, type Page } from 'playwright-core';
import { startAlone } from './support/asking-for-a-pod';
import { fastForward } from './support/desk';
import { lookOver } from './support/look-over';
import { freshEmail, openBrowser, openPerson, type Person, signIn } from './support/people';

const seen = (locator: Locator) => locator.first().waitFor({ timeout: 30_000 });

/** A member who misses a slot, is told what it did, and makes it up. */
describe('a missed slot', () => {
  let browser: Browser;
  let member: Person;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    member = await openPerson(browser);
    page = member.page;
    await signIn(page, { name: 'Mika Missed', email: freshEmail('mika') });
    await startAlone(page);
  });
  afterAll(() => browser.close());

  it('is asked about beforehand', async () => {
    await page.goto('/streak');
    await page.getByLabel('What if I miss').selectOption({ index: 1 });
    await seen(page.getByText(/no freeze left for it|a freeze keeps the streak at 1/));
  });

  it('is frozen when its grace is over, and can be made up', async () => {
    await fastForward({ toNextSlot: true });
    await fastForward({ by: 38 * 60 });
    await page.goto('/streak');
    await seen(page.getByRole('button', { name: /Frozen. No check-in by the end of the 12 hours of grace/ }));
    await lookOver(page, 'suggested');
    await page.getByRole('button', { name: /Plan a make-up/ }).click();
    await seen(page.getByText(/The make-up for .* is planned for/));
    await lookOver(page, 'planned');
  });

  it('counts as completed once it is made up', async () => {
    await page.getByRole('link', { name: 'Check in the make-up' }).click();
    await seen(page.getByText(/This is the make-up of that day/));
    await page.getByRole('radio', { name: /^Done/ }).check({ force: true });
    await page.getByRole('radio', { name: /^6:/ }).check({ force: true });
    await page.getByRole('button', { name: 'Check in' }).click();
    await seen(page.getByText(/your streak is 1/));
    await page.goto('/streak');
    await seen(page.getByRole('button', { name: /Made up\. Made up within 72 hours/ }));
    await lookOver(page, 'made-up');
  });

  it('kept to what a page may do', () => {
    expect(member.troubles).toEqual([]);
  });
});

import { type Browser, type Locator, type Page } from 'playwright-core';
import sharp from 'sharp';
import { startAlone } from './support/asking-for-a-pod';
import { fastForward } from './support/desk';
import { freshEmail, openBrowser, openPerson, type Person, signIn } from './support/people';

const seen = (locator: Locator) => locator.first().waitFor({ timeout: 60_000 });

/** A member who checks in with a photo, and with something that only says it is one. */
describe('a check-in with a file', () => {
  let browser: Browser;
  let member: Person;
  let page: Page;

  const checkInWith = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
    await fastForward({ toNextSlot: true });
    await page.goto('/today');
    await page.getByRole('link', { name: 'Check in' }).first().click();
    await page.getByRole('radio', { name: /^Done/ }).check({ force: true });
    await page.getByRole('radio', { name: 'Photo or file' }).check({ force: true });
    await page.getByLabel('Photo or text file, up to 10 MB').setInputFiles(file);
    await page.getByRole('button', { name: 'Check in' }).click();
    await seen(page.getByText('The file is attached.'));
  };

  beforeAll(async () => {
    browser = await openBrowser();
    member = await openPerson(browser);
    page = member.page;
    await signIn(page, { name: 'Fay Photo', email: freshEmail('fay') });
    await startAlone(page);
  });
  afterAll(() => browser.close());

  it('shows the photo upright, without what the camera wrote', async () => {
    const buffer = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#3a7' } })
      .withExif({ IFD0: { Copyright: 'Fay Photo' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    await checkInWith({ name: 'me at home.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByRole('button', { name: 'See the photo' }).click({ timeout: 60_000 });
    const photo = page.getByRole('img', { name: 'Your photo, as your pod sees it' });
    await photo.waitFor();
    const size = await photo.evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return { width: image.naturalWidth, height: image.naturalHeight };
    });
    expect(size).toEqual({ width: 400, height: 600 });
  });

  it('says that a file is no photo, and counts all the same', async () => {
    await checkInWith({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('MZ\x90\x00 a program', 'latin1') });
    await seen(page.getByText('The file cannot be shown: it is neither a photo nor plain text.'));
    await seen(page.getByText(/your streak is 2/));
  });

  it('kept to what a page may do', () => expect(member.troubles).toEqual([]));
});

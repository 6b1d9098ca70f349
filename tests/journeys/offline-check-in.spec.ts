import { type Browser, type Page, type Route } from 'playwright-core';
import sharp from 'sharp';
import { startAlone } from './support/asking-for-a-pod';
import { fastForward } from './support/desk';
import { eventually } from './support/eventually';
import { freshEmail, openBrowser, openPerson, type Person, signIn } from './support/people';
import { SDK_PROBE } from './support/sdk-probe';
import { openServerSide } from './support/server-side';

const ACCOUNT = { name: 'Opal Outbox', email: freshEmail('opal') };
const SENT_AGAIN = { timeout: 45_000 } as const;
const CHECK_IN_CALL = /\/us-central1\/checkIn$/;
const TOKEN_CALL = /securetoken\.googleapis\.com\/v1\/token/;
/** Bytes of an upload that has begun. */
const UPLOAD = (url: URL): boolean => url.pathname.startsWith('/v0/b/') && url.searchParams.has('upload_id');

const fateOn = (page: Page) => page.getByRole('list', { name: /^Your check-in for / });
const refusing = (status: number, error: object) => (route: Route) =>
  route.request().method() === 'POST'
    ? route.fulfill({ status, json: { error }, headers: { 'access-control-allow-origin': '*' } })
    : route.fallback();
const unauthenticated = refusing(401, { status: 'UNAUTHENTICATED', message: 'The sign-in is over.' });

/** What a check-in survives: closed tabs, a page that is loaded again, a sign-in that ran out. */
describe('a check-in on its way', () => {
  const server = openServerSide();
  let browser: Browser;
  let member: Person;
  let page: Page;
  let slotId = '';

  /** Opens the form of the next slot, and writes a win into it. */
  const begin = async (win: string): Promise<void> => {
    await fastForward({ toNextSlot: true });
    await page.goto('/today');
    await page.getByRole('link', { name: 'Check in' }).first().click();
    await page.waitForURL('**/check-in/*');
    slotId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByRole('textbox', { name: 'Win' }).fill(win);
  };
  const checkIn = () => page.getByRole('button', { name: 'Check in' }).click();
  const versions = async () => (await server.db.collection(`checkIns/${slotId}/versions`).get()).size;

  beforeAll(async () => {
    browser = await openBrowser();
    member = await openPerson(browser, { serviceWorkers: 'block' }); // whose requests could not be held up here
    page = member.page;
    page.context().setDefaultTimeout(60_000); // begins with the functions' first calls, which load them
    await signIn(page, ACCOUNT);
    await startAlone(page);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('of a tab that is closed without a network is shown and sent by another, and counts once', async () => {
    await begin('Said in a tab that is gone');
    const other = await page.context().newPage();
    await other.goto(`/check-in/${slotId}`);
    await other.getByRole('textbox', { name: 'Win' }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline. Check in all the same').waitFor();
    await checkIn();
    await fateOn(other).getByText('Waiting for the network.').waitFor();
    await page.close();
    page = other;
    await page.context().setOffline(false);
    await fateOn(page)
      .getByText(/your streak is 1\b/)
      .waitFor(SENT_AGAIN);
    expect((await server.db.doc(`checkIns/${slotId}`).get()).data()).toMatchObject({
      win: 'Said in a tab that is gone',
    });
    expect(await versions()).toBe(1);
  });

  it('goes on with its file after the page is loaded again in the middle of the upload', async () => {
    // Noise does not shrink: above 256 KB the SDK sends a file in parts, and only those can be held up.
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#37a', noise } })
      .png()
      .toBuffer();
    await page.context().route(UPLOAD, () => new Promise(() => undefined)); // neither taken nor refused
    await begin('With a photo');
    await page.getByRole('radio', { name: 'Photo or file' }).check({ force: true });
    const file = { name: 'me.png', mimeType: 'image/png', buffer };
    await page.getByLabel('Photo or text file, up to 10 MB').setInputFiles(file);
    await checkIn();
    await fateOn(page)
      .getByText(/your streak is 2\b/)
      .waitFor(SENT_AGAIN);
    await page.getByText('The file is 0 % up.').waitFor();
    await page.reload();
    await page.getByText('The file is 0 % up.').waitFor();
    await page.context().unroute(UPLOAD);
    await page.reload();
    await page.getByText('The file is attached.').waitFor(SENT_AGAIN);
    await page.getByRole('button', { name: 'See the photo' }).waitFor({ timeout: 60_000 });
    expect((await server.db.doc(`checkIns/${slotId}`).get()).data()).toMatchObject({ win: 'With a photo' });
  });

  it('with a token that ran out gets another, and comes in', async () => {
    await begin('With an old token');
    const renewed = page.waitForRequest(TOKEN_CALL);
    let refusals = 0;
    await page.route(CHECK_IN_CALL, (route) => {
      const isFirst = route.request().method() === 'POST' && ++refusals === 1;
      return isFirst ? unauthenticated(route) : route.fallback();
    });
    await checkIn();
    await renewed;
    await fateOn(page)
      .getByText(/your streak is 3\b/)
      .waitFor(SENT_AGAIN);
    await page.unroute(CHECK_IN_CALL);
  });

  it('when the sign-in is revoked waits for its member, and comes in once they are back', async () => {
    await begin('Before the sign-in was over');
    await page.route(CHECK_IN_CALL, unauthenticated);
    await page.route(TOKEN_CALL, refusing(400, { code: 400, message: 'TOKEN_EXPIRED' }));
    await checkIn();
    await page.waitForURL(/\/sign-in/);
    expect(await versions()).toBe(0);
    await page.unrouteAll();
    await signIn(page, ACCOUNT);
    await page.goto(`/check-in/${slotId}`);
    await fateOn(page)
      .getByText(/your streak is 4\b/)
      .waitFor(SENT_AGAIN);
    await eventually(async () => expect(await versions()).toBe(1));
  });

  it('kept to what a page may do', () =>
    expect(member.troubles.filter((trouble) => !trouble.includes(SDK_PROBE))).toEqual([]));
});

import { type Browser, type Page } from 'playwright-core';
import { refreshSite } from '../../local/src/build/web-build';
import { portBlock } from '../../local/src/ports';
import { fastForward } from './support/desk';
import { eventually } from './support/eventually';
import { openBrowser } from './support/people';
import { BASE_PORT } from './support/platform';
import { eveningPlan, newcomer, type PodMember } from './support/pod-of-two';
import { RepositoryCopy } from './support/repository-copy';
import { openServerSide } from './support/server-side';

const OFFER = 'A newer Podmates is ready. What you are writing is kept.';
const [OLD_WORDS, NEW_WORDS] = ['What went well?', 'What went well, in version two?'];
const HALF_WRITTEN = 'Lifted more than last week, and';
/** The app asks for a newer version when somebody comes back to it, ten minutes after it last asked. */
const AWAY_MS = 11 * 60_000;
/** The worker registers when the app is quiet, and then fetches the whole app. */
const KEPT_WITHIN_MS = 60_000;

const serve = (output?: string) => refreshSite(BASE_PORT, portBlock(BASE_PORT), output);

/** The worker has taken the page over, and has the app to answer without a network. */
const isKept = (page: Page) =>
  page.evaluate(
    async () => navigator.serviceWorker.controller !== null && (await caches.match('/index.html')) !== undefined,
  );

const comeBackLater = (page: Page) =>
  page.evaluate((away) => {
    const now = Date.now;
    Date.now = () => now() + away;
    window.dispatchEvent(new Event('focus'));
  }, AWAY_MS);

/** Two versions, each built from its sources, and the service worker that keeps them. */
describe('a newer version that comes while somebody writes', () => {
  const server = openServerSide();
  let browser: Browser;
  let copy: RepositoryCopy;
  let newer: string;
  let person: PodMember;
  const win = () => person.page.getByRole('textbox', { name: 'Win' });
  const hint = () => win().getAttribute('placeholder');

  beforeAll(async () => {
    copy = await RepositoryCopy.make();
    copy.change('web/src/app/check-in/check-in-form.html', OLD_WORDS, NEW_WORDS);
    newer = await copy.buildWeb();
    browser = await openBrowser();
    await fastForward({ by: 25 * 60 }); // the device's own clock is wrong by a day, which shows once it is offline
    person = await newcomer(browser, server, 'Nia Noor');
    await server.desks.sprints.start(person.id, eveningPlan(await server.desks.accounts.now()));
  });
  afterAll(async () => {
    await serve();
    await browser.close();
    await server.close();
    copy.remove();
  });

  it('is not there yet: the first is kept on the device, and somebody begins to write in it', async () => {
    const { page } = person;
    const open = await server.db
      .collection('slots')
      .where('memberId', '==', person.id)
      .orderBy('startsAt')
      .limit(1)
      .get();
    await page.goto(`/check-in/${open.docs[0]?.id}`);
    await eventually(async () => expect(await isKept(page)).toBe(true), KEPT_WITHIN_MS);
    await page.reload(); // from now on the page comes from the worker
    expect(await isKept(page)).toBe(true);
    await win().fill(HALF_WRITTEN);
    expect(await hint()).toBe(OLD_WORDS);
  });

  it('is offered once it is there, and leaves the page alone', async () => {
    const { page } = person;
    await serve(newer);
    await comeBackLater(page);
    await page.getByRole('status').filter({ hasText: OFFER }).waitFor();
    expect(await hint()).toBe(OLD_WORDS);
    expect(await win().inputValue()).toBe(HALF_WRITTEN);
  });

  it('is taken when asked for, and what was half written is still there', async () => {
    const { page } = person;
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Update now' }).click();
    await loaded;
    await win().waitFor();
    expect(await hint()).toBe(NEW_WORDS);
    expect(await win().inputValue()).toBe(HALF_WRITTEN);
    expect(await page.getByText(OFFER).count()).toBe(0);
    expect(person.troubles).toEqual([]);
  });

  it('is the one that opens without a network', async () => {
    const { page } = person;
    await page.context().setOffline(true);
    await page.reload();
    await win().waitFor();
    expect(await hint()).toBe(NEW_WORDS);
    expect(await win().inputValue()).toBe(HALF_WRITTEN);
  });
});

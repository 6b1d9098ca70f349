import { type Browser, type Locator, type Page } from 'playwright-core';
import { problemsOf } from './support/axe-problems';
import { openBrowser, PHONE, WIDE } from './support/people';
import { gather, podOfTwo, type PodOfTwo, startSession } from './support/pod-of-two';
import { SDK_PROBE } from './support/sdk-probe';
import { openServerSide } from './support/server-side';

const HELD = 'you faggot';

/** Two browsers talk in a session; what is held is seen by its author alone until a moderator has released it. */
describe('the chat of a session', () => {
  const server = openServerSide();
  let browser: Browser;
  let pod: PodOfTwo;
  const bar = (page: Page) => page.getByRole('button', { name: /^Chat/ });
  /** Whether the button that stays in view lies on one that is to be pressed. */
  const isUnderWayOut = async (page: Page, button: Locator): Promise<boolean> => {
    const [over, under] = await Promise.all(
      [page.getByRole('button', { name: 'Leave safely' }), button].map((one) => one.boundingBox()),
    );
    if (!over || !under) throw new Error('One of the buttons is not there.');
    const isBeside = under.x + under.width <= over.x || over.x + over.width <= under.x;
    return !isBeside && under.y + under.height > over.y && over.y + over.height > under.y;
  };
  const log = (page: Page) => page.getByRole('log');
  const say = async (page: Page, text: string) => {
    await page.getByRole('textbox', { name: 'Message to the session' }).fill(text);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  };

  beforeAll(async () => {
    browser = await openBrowser();
    pod = await podOfTwo(browser, server);
    await gather(pod);
    await startSession(pod);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('counts for the other what was said while their chat was closed', async () => {
    await bar(pod.a.page).click();
    await say(pod.a.page, 'Hello <b>Ben</b>');
    await bar(pod.b.page).getByText('1 new').waitFor();
    await bar(pod.b.page).click();
    await log(pod.b.page).getByText('Hello <b>Ben</b>').waitFor();
    await say(pod.b.page, 'Hello Ann');
    await log(pod.a.page).getByText('Hello Ann').waitFor();
  });

  it('asks before words go out that may hurt', async () => {
    await say(pod.a.page, 'you idiot');
    await log(pod.a.page).getByText('This may hurt. Send anyway?').waitFor();
    expect(await log(pod.b.page).getByText('you idiot').count()).toBe(0);
    await pod.a.page.getByRole('button', { name: 'Send anyway' }).click();
    await log(pod.b.page).getByText('you idiot').waitFor();
  });

  it('keeps a held word from the other, and shows it once it is released', async () => {
    await say(pod.a.page, HELD);
    await log(pod.a.page).getByText('This waits until a moderator has looked at it.').waitFor();
    await say(pod.a.page, 'and something else');
    await log(pod.b.page).getByText('and something else').waitFor();
    expect(await log(pod.b.page).getByText(HELD).count()).toBe(0);
    const held = await server.db.collection('heldTexts').where('authorId', '==', pod.a.id).get();
    expect(held.size).toBe(1);
    await server.desks.chat.decide('moderator', { heldId: held.docs[0]?.id ?? '', decision: 'release' });
    await log(pod.b.page).getByText(HELD).waitFor();
    await pod.a.page.getByText('This waits until').waitFor({ state: 'detached' });
  });

  it('keeps what is said offline, and sends it when the network is back', async () => {
    const { page } = pod.a;
    await page.context().setOffline(true);
    await say(page, 'said on the train');
    await log(page).getByText('it goes out when you are back').waitFor();
    await page.context().setOffline(false);
    await log(pod.b.page).getByText('said on the train').waitFor();
    expect(await log(pod.b.page).getByText('said on the train').count()).toBe(1);
  });

  it('is in order for a screen reader, wide and on a phone, light and dark', async () => {
    const { page } = pod.a;
    for (const [name, size] of [
      ['wide', WIDE],
      ['phone', PHONE],
    ] as const) {
      await page.setViewportSize(size);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await problemsOf(page)).toEqual([]);
        expect(await isUnderWayOut(page, page.getByRole('button', { name: 'Send', exact: true }))).toBe(false);
        const folder = process.env['PODMATES_SCREENS'];
        if (folder) await page.screenshot({ path: `${folder}/chat-${name}-${colorScheme}.png` });
      }
    }
    await bar(page).click();
    await page.getByRole('textbox', { name: 'Message to the session' }).waitFor({ state: 'detached' });
    for (const size of [PHONE, WIDE]) {
      await page.setViewportSize(size);
      expect(await isUnderWayOut(page, bar(page))).toBe(false);
    }
  });

  it('kept to what a page may do', () => {
    const troubles = [...pod.a.troubles, ...pod.b.troubles].filter((trouble) => !trouble.includes(SDK_PROBE));
    expect(troubles).toEqual([]);
  });
});

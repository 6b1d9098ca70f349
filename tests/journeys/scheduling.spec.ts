import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { problemsOf } from './support/axe-problems';
import { openBrowser, PHONE, WIDE } from './support/people';
import { podOfTwo, type PodOfTwo } from './support/pod-of-two';
import { openServerSide } from './support/server-side';

/** With PODMATES_SCREENS the pictures of `docs/screens/` are taken anew on the way. */
const SCREENS = process.env['PODMATES_SCREENS'] ? join(__dirname, '../../docs/screens') : null;
const LOOKS = [
  { name: 'wide-light', size: WIDE, colorScheme: 'light' },
  { name: 'wide-dark', size: WIDE, colorScheme: 'dark' },
  { name: 'phone-light', size: PHONE, colorScheme: 'light' },
  { name: 'phone-dark', size: PHONE, colorScheme: 'dark' },
] as const;

async function lookAt(page: Page, name: string): Promise<void> {
  for (const { name: look, size, colorScheme } of LOOKS) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect({ name, look, problems: await problemsOf(page) }).toEqual({ name, look, problems: [] });
    if (!SCREENS) continue;
    mkdirSync(SCREENS, { recursive: true });
    await page.screenshot({ path: join(SCREENS, `${name}-${look}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 320, height: 700 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect({ name, overflow }).toEqual({ name, overflow: 0 });
  await page.setViewportSize(WIDE);
}

/** Two people who find a time: moved by a vote, proposed and declined, and left out by one of them. */
describe('the schedule of a pod', () => {
  const server = openServerSide();
  let browser: Browser;
  let pod: PodOfTwo;
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
  const startsAt = async (): Promise<number> =>
    ((await server.db.doc(`sessions/${pod.sessionId}`).get()).get('startsAt') as { toMillis(): number }).toMillis();

  beforeAll(async () => {
    browser = await openBrowser();
    pod = await podOfTwo(browser, server);
    await Promise.all([pod.a, pod.b].map(({ page }) => page.goto('/schedule')));
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('suggests times that suit both, and puts the fairest to the vote', async () => {
    const { page } = pod.a;
    await button(page, /^Propose another time for/).click();
    await button(page, /^Choose /).waitFor();
    await page.locator('[aria-pressed="true"]').waitFor();
    await lookAt(page, 'schedule-propose');
    await button(page, 'Send proposal').click();
    await page.getByText(/^You propose .* instead\.$/).waitFor();
  });

  it('moves when the other agrees, in both browsers', async () => {
    const before = await startsAt();
    const { page } = pod.b;
    await page.getByText(`${pod.a.name} proposes`).waitFor();
    await lookAt(page, 'schedule-vote');
    await button(page, /^Agree to move to/).click();
    for (const one of [pod.a.page, pod.b.page]) await one.getByText(/ instead\.$/).waitFor({ state: 'detached' });
    expect(await startsAt()).not.toBe(before);
  });

  it('drops a proposed time that the other declines', async () => {
    await button(pod.a.page, 'Propose a time').click();
    await button(pod.a.page, /^Choose /).click();
    await button(pod.a.page, 'Send proposal').click();
    await button(pod.b.page, /^Decline /).click();
    for (const one of [pod.a.page, pod.b.page])
      await one.getByText('Proposed', { exact: true }).waitFor({ state: 'detached' });
  });

  it('says what follows when one cannot come, calls the session off, and has the next one', async () => {
    await button(pod.b.page, /^Cannot come on/).click();
    await pod.b.page.getByText(/the session is called off/).waitFor();
    await lookAt(pod.b.page, 'schedule-cannot-come');
    await button(pod.b.page, 'I cannot come').click();
    await pod.a.page.locator(`a[href="/session/${pod.sessionId}"]`).waitFor({ state: 'detached' });
    await pod.a.page.getByText('Agreed', { exact: true }).first().waitFor();
    const { state, withdrawals } = (await server.db.doc(`sessions/${pod.sessionId}`).get()).data() ?? {};
    expect([state, Object.keys(withdrawals as object)]).toEqual(['cancelled', [pod.b.id]]);
  });
});

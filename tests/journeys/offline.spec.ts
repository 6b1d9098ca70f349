import { SPRINT_TEMPLATES } from '@podmates/domain/sprints';
import { type Browser, type Page } from 'playwright-core';
import { eventually } from './support/eventually';
import { freshEmail, openBrowser, openPerson, signIn } from './support/people';
import { addNote, agendaOf, currentItem, retitle, tick, ticked } from './support/in-the-room';
import { gather, podOfTwo, type PodOfTwo, startSession } from './support/pod-of-two';
import { secondsLeft } from './support/same-moment';
import { openServerSide } from './support/server-side';
import { SDK_PROBE } from './support/sdk-probe';

const [FIRST, SECOND, THIRD] = SPRINT_TEMPLATES.gym.agenda.map(({ title }) => title);
const OFFLINE_BANNER = 'You are offline. You see what this device knows; it catches up by itself.';

/** A first try right after the network's return may come too early; the outbox sends again after 20 s. */
const SENT_AGAIN = { timeout: 45_000 } as const;

/** A network that drops and returns: what was done meanwhile is kept, and arrives. */
describe('without a network', () => {
  const server = openServerSide();
  let browser: Browser;
  let pod: PodOfTwo;
  const setOffline = (page: Page, isOffline: boolean) => page.context().setOffline(isOffline);

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

  it('a session goes on: the room says so, the timer runs, and edits wait on the device', async () => {
    const { a, b } = pod;
    await setOffline(b.page, true);
    await b.page.getByText('Reconnecting.').waitFor();
    const [before = 0] = await secondsLeft([b.page]);
    await b.page.getByRole('textbox', { name: 'New item' }).fill('Stretch together');
    await b.page.getByRole('button', { name: 'Add item' }).click();
    await retitle(b.page, THIRD, 'What got in the way, and what helped');
    await addNote(b.page, 'Written in a tunnel');
    await b.page.getByText('2 changes wait on this device and will be sent when it is back.').waitFor();
    await eventually(async () => expect((await secondsLeft([b.page]))[0]).toBeLessThanOrEqual(before - 2));

    await tick(a.page, FIRST).check();
    await a.page.getByRole('button', { name: 'Next item' }).click();
    await currentItem(a.page, SECOND).waitFor();
    expect(await agendaOf(a.page)).not.toContain('Stretch together');
    expect(await tick(b.page, FIRST).isChecked()).toBe(false);
  });

  it('back in the network both rooms agree, and nothing is lost', async () => {
    const { a, b } = pod;
    await setOffline(b.page, false);
    await b.page.getByText('Reconnecting.').waitFor({ state: 'hidden' });
    await eventually(async () => {
      for (const { page } of [a, b])
        expect(await agendaOf(page)).toEqual(
          expect.arrayContaining(['Stretch together', 'What got in the way, and what helped']),
        );
    });
    expect(await agendaOf(a.page)).toEqual(await agendaOf(b.page));
    await a.page.getByRole('region', { name: 'Notes' }).getByText('Written in a tunnel').waitFor();
    await ticked(b.page, FIRST);
    await currentItem(b.page, SECOND).waitFor();
    const [left = 0, right = 0] = await secondsLeft([a.page, b.page]);
    expect(Math.abs(left - right)).toBeLessThanOrEqual(1);
  });

  it('a check-in is captured on the device, and received and counted once the network is back', async () => {
    const { id, page } = pod.b;
    const open = await server.db.collection('slots').where('memberId', '==', id).orderBy('startsAt').limit(1).get();
    const slotId = open.docs[0]?.id ?? '';
    await page.goto(`/check-in/${slotId}`);
    await page.getByRole('textbox', { name: 'Win' }).fill('Walked home instead');
    await setOffline(page, true);
    await page.getByText('You are offline. Check in all the same').waitFor();
    await page.getByRole('button', { name: 'Check in' }).click();
    const fate = page.getByRole('list', { name: /^Your check-in for / });
    await fate.getByText('Waiting for the network.').waitFor();
    expect((await server.db.doc(`checkIns/${slotId}`).get()).exists).toBe(false);

    await setOffline(page, false);
    await fate.getByText(/your streak is 1\b/).waitFor(SENT_AGAIN);
    const kept = (await server.db.doc(`checkIns/${slotId}`).get()).data();
    expect(kept).toMatchObject({ win: 'Walked home instead', status: 'done' });
    expect(kept?.['capturedAt'].toMillis()).toBeLessThan(kept?.['receivedAt'].toMillis());
  });

  it('the app opens without a network after one visit, and shows what the device knows', async () => {
    const { page } = pod.b;
    await page.goto('/pod');
    await page.getByRole('region', { name: 'Members' }).getByText(pod.a.name).first().waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await eventually(async () =>
      expect(await page.evaluate(async () => (await caches.match('/index.html')) !== undefined)).toBe(true),
    );
    await setOffline(page, true);
    await page.reload();
    await page.getByText(OFFLINE_BANNER).waitFor();
    await page.getByRole('region', { name: 'Members' }).getByText(pod.a.name).first().waitFor();
    await setOffline(page, false);
    await page.getByText('You are back online.').waitFor();
  });

  it('what was typed on the way to a sprint survives a reload, as an update makes one', async () => {
    const { page } = await openPerson(browser);
    await signIn(page, { name: 'Dara Dunn', email: freshEmail('dara') });
    await page.goto('/start');
    await page.getByRole('radio', { name: /Gym/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('textbox', { name: 'Your goal' }).fill('Swim before work');
    await page.reload();
    const goal = page.getByRole('textbox', { name: 'Your goal' });
    await goal.waitFor();
    expect(await goal.inputValue()).toBe('Swim before work');
  });

  it('kept to what a page may do', () => {
    const troubles = [...pod.a.troubles, ...pod.b.troubles].filter((trouble) => !trouble.includes(SDK_PROBE));
    expect(troubles).toEqual([]);
  });
});

import { type Slot, type Streak } from '@podmates/domain';
import { type Browser } from 'playwright-core';
import { problemsOf } from './support/axe-problems';
import { openBrowser, PHONE, WIDE } from './support/people';
import { podOfTwo, type PodOfTwo } from './support/pod-of-two';
import { openServerSide, type ServerSide } from './support/server-side';

/** A pod of two loses one; the other keeps what they have, and goes on with somebody new. */
describe('a pod of two that loses one', () => {
  let browser: Browser;
  let server: ServerSide;
  let pod: PodOfTwo;
  const question = () => pod.a.page.getByRole('region', { name: 'You are the last one here' });
  const streak = async () => (await server.db.doc(`streaks/${pod.a.id}`).get()).data() as Streak;

  beforeAll(async () => {
    browser = await openBrowser();
    server = openServerSide();
    pod = await podOfTwo(browser, server);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('has a streak of one', async () => {
    const slots = await server.db.collection('slots').where('memberId', '==', pod.a.id).orderBy('seq').limit(1).get();
    const [slot] = slots.docs.map((found) => ({ ...(found.data() as Slot), id: found.id }));
    const capturedAt = (await server.desks.accounts.now()).toISOString();
    const said = { status: 'done', rpe: 5, win: '', tweak: '', proof: { kind: 'none' }, visibility: 'pod' } as const;
    await server.desks.checkins.checkIn(pod.a.id, {
      slotId: slot?.id ?? '',
      clientMutationId: 'first',
      capturedAt,
      clientSkewMs: null,
      ...said,
    });
    expect((await streak()).current).toBe(1);
  });

  it('is left by one, who is asked once and told what stays', async () => {
    for (const { page } of [pod.a, pod.b]) await page.goto('/pod');
    const { page } = pod.b;
    await page.getByRole('button', { name: 'Leave the pod' }).click();
    await page.getByText('Your streak, your slots and what you wrote stay.').waitFor();
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByRole('heading', { name: 'No pod yet' }).waitFor();
  });

  it('asks the other at once how to go on, until when, and what holds otherwise', async () => {
    await question().getByText('Without an answer by then we look for a podmate for you.').waitFor();
    await question()
      .getByText(/Closes in 23 h/)
      .waitFor();
    await pod.a.page.getByText('Moved on from this pod.').waitFor();
    for (const size of [PHONE, WIDE]) {
      await pod.a.page.setViewportSize(size);
      expect(await problemsOf(pod.a.page)).toEqual([]);
    }
  });

  it('looks for somebody, and goes on with whoever says yes', async () => {
    await question().getByRole('radio', { name: 'Find me a podmate' }).check();
    await question().getByRole('button', { name: 'Answer' }).click();
    await question().waitFor({ state: 'detached' });
    await pod.a.page.getByText('Joined the pod.').waitFor({ timeout: 90_000 });
    const members = pod.a.page.getByRole('region', { name: 'Members' }).getByRole('listitem');
    await members.nth(1).waitFor();
    expect(await members.count()).toBe(2);
    await pod.a.page.getByText('Demo', { exact: true }).waitFor();
  });

  it('keeps the streak and the next session of the one who stayed', async () => {
    expect((await streak()).current).toBe(1);
    const sessions = await server.db.collection('sessions').where('podId', '==', pod.podId).get();
    const ahead = sessions.docs.filter((found) => found.get('state') === 'scheduled');
    expect(ahead.map((found) => (found.get('memberIds') as string[]).length)).toEqual([2]);
    expect([...pod.a.troubles, ...pod.b.troubles]).toEqual([]);
  });
});

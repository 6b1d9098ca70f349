import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type FrameLocator, type Page } from 'playwright-core';
import { originOf, portBlock } from '../../local/src/ports';
import { AsMember } from './support/as-member';
import { problemsOf } from './support/axe-problems';
import { eventually } from './support/eventually';
import { currentItem, personIn } from './support/in-the-room';
import { openBrowser, PHONE, WIDE } from './support/people';
import { BASE_PORT } from './support/platform';
import { gather, podOfTwo, type PodMember, type PodOfTwo, startSession } from './support/pod-of-two';
import { openServerSide } from './support/server-side';

const VIDEO = originOf(portBlock(BASE_PORT).video);
const SCREENS = join(__dirname, '../../.podmates/screens');
const NOT_NOW = 'Video cannot be reached just now. Agenda, timer and notes go on without it.';

/** A session on video, left safely by one of two; the other sees an ordinary leaving. */
describe('video in the room, and leaving it safely', () => {
  const server = openServerSide();
  let browser: Browser;
  let pod: PodOfTwo;
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="Video of the session"]');
  const inCall = ({ page }: PodMember, name: string) => frameOf(page).getByRole('listitem').filter({ hasText: name });
  const events = async () =>
    (await server.db.collection(`sessions/${pod.sessionId}/videoEvents`).get()).docs.map((found) => found.data());
  const fault = (faults: object) => fetch(`${VIDEO}/faults`, { method: 'POST', body: JSON.stringify(faults) });

  const screens = async (page: Page, name: string): Promise<void> => {
    mkdirSync(SCREENS, { recursive: true });
    for (const [size, viewport] of [
      ['wide', WIDE],
      ['phone', PHONE],
    ] as const)
      for (const look of ['light', 'dark'] as const) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme: look });
        await page.screenshot({ path: join(SCREENS, `${name}-${size}-${look}.png`) });
      }
    await page.setViewportSize(WIDE);
    await page.emulateMedia({ colorScheme: 'light' });
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

  it('goes on without video when its script does not come, says so once, and tries again', async () => {
    const { page } = pod.b;
    await fault({ down: true }); // at its source: what a service worker fetches passes by the page's own routes
    await button(page, 'Join with video').click();
    await page.getByText(NOT_NOW).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await screens(page, 'video-away');
    await button(pod.a.page, 'Next item').click();
    await currentItem(page).waitFor();
    expect(await page.getByRole('timer', { name: 'Time left' }).isVisible()).toBe(true);
    await fault({});
  });

  it('shows both to each other, muted, from the service’s own frame', async () => {
    await fault({ duplicates: true });
    await button(pod.a.page, 'Join with video').click();
    await pod.a.page.getByText('You are the first in the call.').waitFor();
    await button(pod.b.page, 'Try again').click();
    for (const { page } of [pod.a, pod.b]) await page.getByText('You and one other are in the call.').waitFor();
    await inCall(pod.a, pod.b.name).getByText('muted').waitFor();
    await inCall(pod.b, pod.a.name).waitFor();
    await button(pod.a.page, 'Unmute').click();
    await button(pod.a.page, 'Mute').waitFor();
    await eventually(async () => expect(await problemsOf(pod.a.page)).toEqual([]));
    await screens(pod.a.page, 'video-joined');
  });

  it('stands as the service told it, each event once although it came twice', async () => {
    await eventually(async () => {
      const told = (await events()).map(({ memberId, kind }) => `${memberId} ${kind}`);
      expect(told.sort()).toEqual([`${pod.a.id} joined`, `${pod.b.id} joined`].sort());
    });
    await fault({});
  });

  it('can be put out of sight without leaving the call', async () => {
    await button(pod.b.page, 'Hide video').click();
    await button(pod.b.page, 'Show video').waitFor();
    expect(await inCall(pod.a, pod.b.name).count()).toBe(1);
  });

  it('keeps the way out in view, wherever the page is scrolled', async () => {
    const { page } = pod.a;
    for (const size of [PHONE, WIDE]) {
      await page.setViewportSize(size);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const box = await button(page, 'Leave safely').boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= size.height).toBe(true);
    }
    await page.evaluate(() => scrollTo(0, 0));
  });

  it('is left safely by one tap: out of call and room at once, and told what comes next', async () => {
    const { a, b } = pod;
    await button(a.page, 'Leave safely').click();
    await a.page.getByRole('heading', { name: 'You left safely' }).waitFor();
    expect(await a.page.locator('iframe').count()).toBe(0);
    await a.page.getByText(`You and ${b.name} are kept apart from now on`).waitFor();
    await a.page.getByText('We have it.').waitFor();
    expect(await problemsOf(a.page)).toEqual([]);
    await screens(a.page, 'left-safely');
  });

  it('shows the other an ordinary leaving, and not a word of why', async () => {
    const { a, b } = pod;
    await personIn(b.page, a.name).getByText('away').waitFor();
    await b.page.getByText('You are the first in the call.').waitFor();
    await button(b.page, 'Show video').click();
    await inCall(b, a.name).waitFor({ state: 'detached' });
    const words = (await b.page.locator('body').innerText()).toLowerCase();
    for (const word of ['blocked', 'report', 'left safely', 'kept apart']) expect(words).not.toContain(word);
    const seen = JSON.stringify((await server.db.doc(`sessions/${pod.sessionId}`).get()).data());
    expect(seen).not.toMatch(/block|report/);
  });

  it('keeps what stood there where no member can read it', async () => {
    const { a, b, sessionId } = pod;
    const reports = await server.db.collection('safetyReports').where('sessionId', '==', sessionId).get();
    expect(reports.docs.map((found) => found.data())).toMatchObject([
      { reporterId: a.id, reportedIds: [b.id], state: 'open', severity: 'S2' },
    ]);
    for (const id of [a.id, b.id]) {
      const client = await AsMember.signIn(id);
      expect((await client.read(`safetyReports/${reports.docs[0]?.id}`)).status).toBe('PERMISSION_DENIED');
    }
  });

  it('lets the two into one call no more, with the same words to both', async () => {
    const { a, b, sessionId } = pod;
    await a.page.goto(`/session/${sessionId}`);
    await a.page.getByRole('heading', { name: 'You left safely' }).waitFor();
    const answerTo = async (id: string) => (await AsMember.signIn(id)).call('enterVideo', { sessionId });
    expect(await answerTo(a.id)).toMatchObject({
      status: 'FAILED_PRECONDITION',
      message: expect.stringContaining('Video cannot be opened just now.'),
    });
    expect((await answerTo(b.id)).status).toBe('OK');
  });

  it('leads elsewhere when somebody says so, and nowhere that only looks like it', async () => {
    const { page } = pod.b;
    await button(page, 'Leave video').click();
    await page.reload();
    await button(page, 'Use Zoom or Meet').click();
    await page.getByLabel('Zoom or Google Meet link').fill('https://zoom.us.evil.com/j/1');
    await button(page, 'Use this link').click();
    await page.getByText('That is not a Zoom or Google Meet link.').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await screens(page, 'video-link-form');
    await page.getByLabel('Zoom or Google Meet link').fill('https://meet.google.com/abc-defg-hij');
    await button(page, 'Use this link').click();
    const link = page.getByRole('link', { name: 'Open the meeting' });
    await link.waitFor();
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    const client = await AsMember.signIn(pod.b.id);
    const direct = { sessionId: pod.sessionId, commandId: 'c9', url: 'https://zoom.us@evil.com/j/1' };
    expect(await client.call('placeVideo', direct)).toMatchObject({
      status: 'INVALID_ARGUMENT',
      fields: [{ path: 'url' }],
    });
  });

  it('kept to what a page may do', () => {
    expect([...pod.a.troubles, ...pod.b.troubles]).toEqual([]);
  });
});

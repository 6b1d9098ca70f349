import { type Attendance } from '@podmates/domain';
import { type Browser, type Page } from 'playwright-core';
import { problemsOf } from './support/axe-problems';
import { fastForward } from './support/desk';
import { eventually } from './support/eventually';
import { openBrowser, PHONE, WIDE } from './support/people';
import { newcomer, type PodMember, podOfTwo, type PodOfTwo } from './support/pod-of-two';
import { openServerSide, type ServerSide } from './support/server-side';

const WAIT_FOR_A_BEAT_MS = 60_000;

/** One of three waits, one comes late, one never; what is said of each, and what the absent one does about it. */
describe('three people and one session', () => {
  let browser: Browser;
  let server: ServerSide;
  let pod: PodOfTwo;
  let cleo: PodMember;
  const session = () => server.db.doc(`sessions/${pod.sessionId}`);
  const card = (page: Page) => page.locator('app-waiting-card');
  const own = (page: Page, heading: string) => page.getByRole('region', { name: heading });
  const told = async (event: string) => {
    const inbox = await server.db.collection('localInbox').where('subjectId', '==', pod.sessionId).get();
    return inbox.docs.filter((found) => found.get('event') === event).map((found) => found.get('memberId') as string);
  };
  /** A page asks for the time now and then; one that was opened anew has it at once. */
  const forward = async (minutes: number) => {
    await fastForward({ by: minutes });
    await pod.a.page.reload();
  };
  /** Everybody's page has said that it is there since the clock was moved. */
  const beatOf = async (...ids: readonly string[]) => {
    const since = Date.now();
    await eventually(async () => {
      for (const id of ids)
        expect((await session().collection('presence').doc(id).get()).get('beatAt').toMillis()).toBeGreaterThan(since);
    }, WAIT_FOR_A_BEAT_MS);
  };
  const command = async (kind: 'wrap' | 'finish') => {
    const expectedVersion = (await session().get()).get('version') as number;
    await server.desks.sessions.command(pod.a.id, {
      sessionId: pod.sessionId,
      commandId: kind,
      expectedVersion,
      command: { kind },
    });
  };

  beforeAll(async () => {
    browser = await openBrowser();
    server = openServerSide();
    pod = await podOfTwo(browser, server);
    cleo = await newcomer(browser, server, 'Cleo Cole');
    const { a, b } = pod;
    await session().update({
      memberIds: [a.id, b.id, cleo.id],
      names: { [a.id]: a.name, [b.id]: b.name, [cleo.id]: cleo.name },
    });
    await fastForward({ toNextSession: true, memberId: a.id });
    await a.page.goto(`/session/${pod.sessionId}`);
    await a.page.getByRole('button', { name: 'Join session' }).click();
    await a.page.getByRole('button', { name: 'Start session' }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('tells the two who are missing, each once, and whoever waits that it did', async () => {
    await forward(12.5);
    await card(pod.a.page)
      .getByRole('heading', { name: /^Waiting for/ })
      .waitFor();
    await eventually(async () => expect((await told('podmates-wait')).sort()).toEqual([pod.b.id, cleo.id].sort()));
  });

  it('offers whoever waits a start after five minutes', async () => {
    await forward(4);
    await card(pod.a.page)
      .getByRole('heading', { name: /^Still waiting/ })
      .waitFor();
    for (const size of [PHONE, WIDE]) {
      await pod.a.page.setViewportSize(size);
      expect(await problemsOf(pod.a.page)).toEqual([]);
    }
    await card(pod.a.page).getByRole('button', { name: 'Start meanwhile' }).click();
    await pod.a.page.getByRole('region', { name: 'Agenda' }).waitFor();
  });

  it('lets one come late, and nobody waits any more', async () => {
    await pod.b.page.goto(`/session/${pod.sessionId}`);
    await pod.b.page.getByRole('button', { name: 'Join session' }).click();
    await pod.b.page.getByRole('region', { name: 'Agenda' }).waitFor();
    await card(pod.a.page).getByRole('heading').waitFor({ state: 'detached' });
    await beatOf(pod.a.id, pod.b.id);
    await fastForward({ by: 45 });
    await beatOf(pod.a.id, pod.b.id);
    await command('wrap');
    await command('finish');
  });

  it('says to each what became of them, and why', async () => {
    await own(pod.a.page, 'You were there').getByText('within five minutes of the start').waitFor();
    await own(pod.b.page, 'You came a little late')
      .getByText(/You came \d+ minutes after the start and stayed/)
      .waitFor();
    await cleo.page.goto(`/session/${pod.sessionId}`);
    await own(cleo.page, 'You were not seen this time').getByText('Others were there').waitFor();
    expect(await own(pod.a.page, 'You were there').getByRole('button').count()).toBe(0);
    await pod.a.page.getByRole('img', { name: /You were seen by the app from/ }).waitFor();
    await cleo.page.getByRole('img', { name: /Nothing was seen of you/ }).waitFor();
  });

  it('keeps to what everybody can use', async () => {
    for (const page of [pod.b.page, cleo.page])
      for (const size of [PHONE, WIDE]) {
        await page.setViewportSize(size);
        expect(await problemsOf(page)).toEqual([]);
      }
  });

  it('is contested with one tap, and asked of those who were there', async () => {
    await cleo.page.getByRole('button', { name: 'Contest this' }).click();
    await cleo.page.getByText(/Whoever was there is asked until/).waitFor();
    const question = pod.a.page.getByRole('region', { name: 'Was Cleo Cole there?' });
    await question.waitFor();
    expect(await problemsOf(pod.a.page)).toEqual([]);
    await question.getByRole('button', { name: 'No' }).click();
    await pod.a.page.getByText('Your answer is in.').waitFor();
    await question.waitFor({ state: 'detached' });
    await pod.b.page.getByRole('button', { name: 'Yes, Cleo Cole was there' }).click();
    await own(cleo.page, 'You were there').getByText('Your podmates say that you were there.').first().waitFor();
  });

  it('is kept with what it was, and who said what is in none of it', async () => {
    const kept = (await session().collection('attendance').doc(cleo.id).get()).data() as Attendance;
    expect(kept).toMatchObject({ outcome: 'on-time', credit: 1, contest: { state: 'settled', result: 'came' } });
    expect((await told('attendance-question')).sort()).toEqual([pod.a.id, pod.b.id].sort());
    expect([...pod.a.troubles, ...pod.b.troubles, ...cleo.troubles]).toEqual([]);
  });
});

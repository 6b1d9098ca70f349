import { SPRINT_TEMPLATES } from '@podmates/domain/sprints';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { problemsOf } from './support/axe-problems';
import { hasFocus, tabTo } from './support/by-keyboard';
import { eventually } from './support/eventually';
import { addNote, agendaOf, currentItem, personIn, retitle, tick, ticked } from './support/in-the-room';
import { openBrowser, PHONE, WIDE } from './support/people';
import { joinAndStart, podOfFour, type PodOfFour } from './support/pod-of-four';
import { type PodMember } from './support/pod-of-two';
import { secondsLeft } from './support/same-moment';
import { openServerSide } from './support/server-side';

const [FIRST = '', SECOND = '', THIRD = '', FOURTH = ''] = SPRINT_TEMPLATES.gym.agenda.map(({ title }) => title);
/** With it, what axe looks at is pictured too. */
const PICTURES = process.env['PODMATES_PICTURES'];
const THREE_MINUTES_MS = 180_000;
/** With the network gone, Firestore's SDK looks for a picture of Google's to tell why; the policy refuses. */
const SDK_PROBE = 'https://www.google.com/images/cleardot.gif';

/** A pod of four in one room: two write at once, one drops out, one comes late, one takes over, one has no mouse. */
describe('four people in one session', () => {
  const server = openServerSide();
  let browser: Browser;
  let looks = 0;
  let pod: PodOfFour;
  let [ann, ben, cleo, dov] = [] as unknown as PodOfFour['people'];
  const pages = (...people: readonly PodMember[]): Page[] =>
    (people.length > 0 ? people : pod.people).map(({ page }) => page);
  /** Whoever led until they left. */
  let led: PodMember;
  const stored = async () => (await server.db.doc(`sessions/${pod.sessionId}`).get()).data() ?? {};
  const host = async (): Promise<PodMember> => {
    const { hostId } = await stored();
    return pod.people.find(({ id }) => id === hostId) ?? ann;
  };
  const othersThan = (person: PodMember) =>
    pod.people.filter((other) => other !== person) as [PodMember, PodMember, PodMember];
  const currentTitle = async (): Promise<string> => {
    const { currentItemId } = await stored();
    return String((await server.db.doc(`sessions/${pod.sessionId}/agenda/${currentItemId}`).get()).get('title'));
  };
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const region = (page: Page, name: string) => page.getByRole('region', { name });
  const card = (page: Page) => page.getByRole('region', { name: /^(What happened so far|While you were away)$/ });
  const onAll = (check: (page: Page) => Promise<unknown>) => Promise.all(pages().map(check));
  const lookAt = async (page: Page) => {
    for (const [size, colorScheme] of [
      [WIDE, 'light'],
      [PHONE, 'dark'],
    ] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await problemsOf(page)).toEqual([]);
      if (PICTURES)
        await page.screenshot({ path: join(PICTURES, `${(looks += 1)}-${colorScheme}.png`), fullPage: true });
    }
    await page.setViewportSize(WIDE);
  };

  beforeAll(async () => {
    browser = await openBrowser();
    pod = await podOfFour(browser, server);
    [ann, ben, cleo, dov] = pod.people;
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('three join and start, and a fourth comes late, by the keyboard, and is told what happened', async () => {
    await joinAndStart(ann, [ben, cleo]);
    await tick(ann.page, FIRST).check();
    await button(ann.page, 'Next item').click();
    await addNote(ben.page, 'Ran twice this week');
    await region(ann.page, 'Notes').getByText('Ran twice this week').waitFor();
    await tabTo(dov.page, button(dov.page, 'Join session'));
    await dov.page.keyboard.press('Enter');
    await card(dov.page).getByText('Ran twice this week').waitFor();
    await card(dov.page).getByText(`The agenda is at ${SECOND}, item 2 of`).waitFor();
    await lookAt(dov.page);
    await tabTo(dov.page, button(dov.page, 'Got it'));
    await dov.page.keyboard.press('Enter');
    await card(dov.page).waitFor({ state: 'hidden' });
    expect(await hasFocus(dov.page.getByRole('heading', { name: 'Agenda' }))).toBe(true);
    expect(await card(ann.page).count()).toBe(0);
  });

  it('two who write the same title at once see that the other does, and all four see both titles', async () => {
    for (const { page } of [ann, ben]) await button(page, `Edit title: ${THIRD}`).click();
    await cleo.page.getByText(/^(Ann Alder and Ben Birch|Ben Birch and Ann Alder) are editing$/).waitFor();
    await ann.page.getByText(`${ben.name} is editing`).waitFor();
    const fields = [ann, ben].map(({ page }) => page.getByRole('textbox', { name: `Title of ${THIRD}` }));
    await Promise.all(fields.map((field, n) => field.fill(n === 0 ? 'What Ann means' : 'What Ben means')));
    await Promise.all(fields.map((field) => field.press('Enter')));
    await onAll((page) => page.getByText(/wrote: “What (Ann|Ben) means”/).waitFor());
    await eventually(async () => {
      const titles = await Promise.all(pages().map(agendaOf));
      expect(new Set(titles.map((all) => all[2])).size).toBe(1);
      expect(titles[0]?.[2]).toMatch(/^What (Ann|Ben) means$/);
    });
    await cleo.page.getByText('are editing').waitFor({ state: 'hidden' });
    await lookAt(cleo.page);
    await ben.page.reload();
    await ben.page.getByText(/wrote: “What (Ann|Ben) means”/).waitFor();
  });

  it('one of them keeps both, and all four have both', async () => {
    await button(ben.page, 'Keep both').click();
    await eventually(async () => {
      for (const page of pages())
        expect((await agendaOf(page)).slice(2, 4).sort()).toEqual(['What Ann means', 'What Ben means']);
    });
    await onAll((page) => page.getByText(/wrote: “/).waitFor({ state: 'hidden' }));
  });

  it('one works by the keyboard alone, and keeps the focus while the others change the list', async () => {
    const { page } = dov;
    await tabTo(page, tick(page, FOURTH));
    const [before] = [(await agendaOf(page)).indexOf(FOURTH)];
    await page.keyboard.press('Alt+ArrowUp');
    await onAll((other) => eventually(async () => expect((await agendaOf(other)).indexOf(FOURTH)).toBe(before - 1)));
    await page
      .locator('[data-voice]')
      .filter({ hasText: `“${FOURTH}” is at place ${before} of` })
      .waitFor({ state: 'attached' });
    await button(ann.page, `Move down: ${FIRST}`).click();
    await button(ben.page, `Remove: ${FIRST}`).click();
    await eventually(async () => expect(await agendaOf(page)).not.toContain(FIRST));
    expect(await hasFocus(tick(page, FOURTH))).toBe(true);
    await page.keyboard.press('Space');
    await Promise.all(pages(ann, ben, cleo).map((other) => ticked(other, FOURTH)));
    await page.keyboard.press('n');
    await page.keyboard.type('Swim on Monday');
    await page.keyboard.press('Control+Enter');
    for (const other of pages(ann, ben, cleo)) await region(other, 'Notes').getByText('Swim on Monday').waitFor();
  });

  it('one whose network drops goes on, and comes back with their own edits and what the others did', async () => {
    const { page } = cleo;
    await page.context().setOffline(true);
    await page.getByText('Reconnecting.').waitFor();
    await retitle(page, SECOND, 'What Cleo wrote in a tunnel');
    await tick(page, 'What Ann means').check();
    await retitle(page, 'What Ben means', 'Cleo on Ben’s');
    await page.getByText('3 changes wait on this device').waitFor();
    await retitle(ann.page, 'What Ben means', 'What Ben really means');
    await button(ben.page, 'Move up: What Ann means').click();
    await addNote(ben.page, 'Said meanwhile');
    await page.evaluate(([key, ago]) => localStorage.setItem(key, String(Number(localStorage.getItem(key)) - ago)), [
      `podmates.draft.session.${pod.sessionId}.seen`,
      THREE_MINUTES_MS,
    ] as const);
    await page.context().setOffline(false);
    await page.getByText('Reconnecting.').waitFor({ state: 'hidden' });
    await card(page).getByText('Said meanwhile').waitFor();
    await onAll((other) => other.getByText('wrote: “Cleo on Ben’s”').waitFor());
    await onAll((other) => ticked(other, 'What Ann means'));
    await eventually(async () => {
      const titles = await Promise.all(pages().map(agendaOf));
      for (const all of titles) expect(all).toEqual(titles[0]);
      expect(titles[0]).toEqual(expect.arrayContaining(['What Cleo wrote in a tunnel', 'What Ben really means']));
    });
    const revisions = async () =>
      (await server.db.collection(`sessions/${pod.sessionId}/agenda`).get()).docs.map((item) =>
        Number(item.get('rev')),
      );
    const settled = await revisions();
    await page.reload();
    await page.getByRole('timer', { name: 'Time left' }).waitFor();
    await new Promise((over) => setTimeout(over, 3000));
    expect(await revisions()).toEqual(settled); // nothing was sent twice
  });

  it('a host who leaves is told of, nobody is put in their place, and of two who take over one does', async () => {
    led = await host();
    const [first, second, third] = othersThan(led);
    await led.page.getByRole('button', { name: 'Leave', exact: true }).click();
    for (const { page } of othersThan(led)) await page.getByText(`${led.name} leads, and seems to be away.`).waitFor();
    await lookAt(third.page);
    const offers = [first, second].map(({ page }) => button(page, 'Take over'));
    for (const offer of offers) await offer.waitFor({ timeout: 45_000 });
    expect((await host()).id).toBe(led.id);
    await Promise.all(offers.map((offer) => offer.click()));
    await eventually(async () => expect([first.id, second.id]).toContain((await host()).id));
    const [winner, other] = (await host()).id === first.id ? [first, second] : [second, first];
    await other.page.getByText(`Somebody was quicker. ${winner.name} is the host now.`).waitFor();
  });

  it('whoever led and is back sees who leads now, and gets nothing back by itself', async () => {
    const leads = await host();
    await led.page.goto(`/session/${pod.sessionId}`);
    await personIn(led.page, leads.name).getByText('host').waitFor();
    await button(led.page, 'Take over').waitFor();
    expect((await host()).id).toBe(leads.id);
  });

  it('all four agree on the item and the second, also when one has left', async () => {
    const before = await currentTitle();
    await button(ben.page, 'Next item').click();
    await eventually(async () => expect(await currentTitle()).not.toBe(before));
    const title = await currentTitle();
    await onAll((page) => currentItem(page, title).waitFor());
    await eventually(async () => {
      const seconds = await secondsLeft(pages());
      expect(Math.max(...seconds) - Math.min(...seconds)).toBeLessThanOrEqual(1);
    });
    await button(cleo.page, 'Leave safely').click();
    for (const page of pages(ann, ben, dov)) await region(page, 'People').getByText('3 of 4 here').waitFor();
    const [first, ...others] = await Promise.all(pages(ann, ben, dov).map(agendaOf));
    for (const other of others) expect(other).toEqual(first);
  });

  it('kept to what a page may do', () => {
    const troubles = pod.people.flatMap((person) => person.troubles).filter((trouble) => !trouble.includes(SDK_PROBE));
    expect(troubles).toEqual([]);
  });
});

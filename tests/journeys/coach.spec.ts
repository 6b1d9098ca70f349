import { type CoachAction, type CoachDoc } from '@podmates/domain';
import { type Browser, type Page } from 'playwright-core';
import { problemsOf } from './support/axe-problems';
import { hasFocus, tabTo } from './support/by-keyboard';
import { eventually } from './support/eventually';
import { addNote, toTheWrapUp } from './support/in-the-room';
import { openBrowser, PHONE, WIDE } from './support/people';
import { gather, type PodMember, podOfTwo, type PodOfTwo, startSession } from './support/pod-of-two';
import { openServerSide } from './support/server-side';

const STEP = 'Book the Tuesday class at 18:00';
const NOTES = {
  a: [
    ['Win', 'Squatted 80 kg for five reps'],
    ['Block', 'Missed Thursday because the gym was closed'],
    ['Next', STEP],
  ],
  b: [
    ['Win', 'Ran 5 km in 31 minutes on Sunday'],
    ['Next', 'Stretch for 10 minutes every evening'],
  ],
} as const;
const NARROWEST = { width: 320, height: 700 } as const;
const KEEPS_OUT = 'Leave my notes out of the coach’s work';

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const summary = (page: Page) => region(page, 'What you take with you');
const steps = (page: Page) => region(page, 'Your next steps');
const quiz = (page: Page) => region(page, /questions? on this session$/);

/** What everybody can use: axe on both layouts in both schemes, and no sideways scrolling on the narrowest phone. */
async function isFit(page: Page): Promise<void> {
  for (const [size, colorScheme] of [
    [WIDE, 'light'],
    [PHONE, 'dark'],
  ] as const) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await problemsOf(page)).toEqual([]);
  }
  await page.setViewportSize(NARROWEST);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
  await page.setViewportSize(WIDE);
}

/** A session from its notes to what is left once everything that the coach made was taken away. */
describe('the coach of a pod', () => {
  const server = openServerSide();
  let browser: Browser;
  let pod: PodOfTwo;
  const session = () => server.db.doc(`sessions/${pod.sessionId}`);
  const docs = async () => {
    const found = await session().collection('coachDocs').orderBy('version').get();
    return found.docs.map((doc) => doc.data() as CoachDoc);
  };
  const actionsOf = async ({ id }: PodMember) => {
    const found = await server.db.collection('coachActions').where('memberId', '==', id).get();
    return found.docs.map((doc) => doc.data() as CoachAction);
  };

  beforeAll(async () => {
    browser = await openBrowser();
    pod = await podOfTwo(browser, server);
    await gather(pod);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('is kept from notes by a switch in the lobby, and the last flip counts', async () => {
    const consent = pod.b.page.getByRole('switch', { name: KEEPS_OUT });
    await consent.click();
    await consent.click();
    await eventually(async () => {
      const said = await session().collection('aiConsents').doc(pod.b.id).get();
      expect([said.get('isAllowed'), said.get('version')]).toEqual([true, 2]);
    });
    await isFit(pod.b.page);
  });

  it('makes a summary of the notes, each sentence with what it stands on', async () => {
    const { a, b } = pod;
    await startSession(pod);
    for (const [{ page }, notes] of [
      [a, NOTES.a],
      [b, NOTES.b],
    ] as const)
      for (const [kind, text] of notes) {
        await page.getByRole('radio', { name: kind, exact: true }).check({ force: true });
        await addNote(page, text);
        for (const other of [a, b]) await region(other.page, 'Notes').getByText(text).waitFor();
      }
    await toTheWrapUp(a.page);
    await a.page.getByRole('button', { name: 'Finish session' }).click();
    for (const { page } of [a, b]) await summary(page).getByText(STEP).waitFor();
    await summary(a.page).getByText('by fixed rules, without an AI model').waitFor();
    await summary(a.page).getByText('Who was there').waitFor();
    await isFit(a.page);
  });

  it('shows by keyboard alone the note behind a sentence', async () => {
    const line = summary(pod.a.page).locator('summary').filter({ hasText: STEP });
    await tabTo(pod.a.page, line);
    await pod.a.page.keyboard.press('Enter');
    await summary(pod.a.page).locator('q').filter({ hasText: STEP }).waitFor();
    expect(await hasFocus(line)).toBe(true);
  });

  it('makes a step somebody’s only when they take it on, and their podmate sees that they did', async () => {
    const { a, b } = pod;
    expect((await actionsOf(a)).map(({ status }) => status)).not.toContain('accepted');
    await a.page
      .getByRole('article', { name: `Draft: ${STEP}` })
      .getByRole('button', { name: 'Take it on' })
      .click();
    const mine = a.page.getByRole('article', { name: `Yours: ${STEP}` });
    const proofs = mine.getByRole('checkbox');
    await proofs.first().waitFor();
    for (const proof of await proofs.all()) await proof.click();
    await eventually(async () => {
      const kept = (await actionsOf(a)).find(({ text }) => text === STEP);
      expect([kept?.status, kept?.checklist.every(({ isDone }) => isDone)]).toEqual(['accepted', true]);
    });
    await steps(b.page).getByText('What your podmates do next').click();
    await steps(b.page).getByText(`${a.name} · took it on`).waitFor();
  });

  it('lets another step be laid aside', async () => {
    const { b } = pod;
    await steps(b.page).getByRole('button', { name: 'Lay it aside' }).first().click();
    await b.page
      .getByRole('article', { name: /^Laid aside/ })
      .first()
      .waitFor();
  });

  it('asks questions, and explains each answer by its note', async () => {
    const { a, b } = pod;
    const questions = quiz(a.page).getByRole('group');
    await questions.first().waitFor();
    const count = await questions.count();
    expect(count).toBe(3);
    for (const question of await questions.all()) await question.getByRole('radio').first().check();
    await quiz(a.page).getByRole('button', { name: 'See how I did' }).click();
    await quiz(a.page)
      .getByText(/^[0-3] of 3 right\.$/)
      .waitFor();
    expect(await quiz(a.page).locator('q').count()).toBeGreaterThanOrEqual(count);
    await quiz(b.page).getByRole('button', { name: 'Skip the questions' }).click();
    await quiz(b.page).getByText('You skipped these, and nothing follows from it.').waitFor();
    await isFit(a.page);
  });

  it('brings an earlier version back', async () => {
    const { a } = pod;
    const [first] = await docs();
    if (!first) throw new Error('There is no summary.');
    // No page makes another version of a summary that is ready: this one stands for a later run of the coach.
    await session()
      .collection('coachDocs')
      .doc('v2')
      .set({ ...first, version: 2, lines: first.lines.slice(1) });
    await summary(a.page).getByText('Versions, and taking it away').click();
    await summary(a.page).getByText('Since then: Sentences: 1 removed.').waitFor();
    await isFit(a.page);
    await a.page.getByRole('button', { name: 'Bring back version 1' }).click();
    await a.page.getByRole('button', { name: 'Bring it back' }).click();
    await summary(a.page).getByText('Version 3, brought back from version 1').waitFor();
    expect((await docs())[2]?.lines).toEqual(first.lines);
  });

  it('is taken away for everybody, and leaves what members took on', async () => {
    const { a, b } = pod;
    await summary(b.page).getByText('Versions, and taking it away').click();
    await b.page.getByRole('button', { name: 'Take away what the coach made' }).click();
    await b.page.getByText('Your notes, the steps you took on, your attendance and your streak stay.').waitFor();
    await b.page.getByRole('button', { name: 'Take it all away' }).click();
    await summary(a.page).getByText(`${b.name} took it away on`).waitFor();
    expect((await docs()).flatMap(({ lines, quiz: asked }) => [...lines, ...asked])).toEqual([]);
    expect((await actionsOf(a)).map(({ status }) => status)).toContain('accepted');
    expect(await actionsOf(b)).toEqual([]);
    await a.page.getByRole('article', { name: `Yours: ${STEP}` }).waitFor();
    await isFit(a.page);
    expect([...a.troubles, ...b.troubles]).toEqual([]);
  });
});

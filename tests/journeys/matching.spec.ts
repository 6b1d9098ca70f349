import { type Browser, type Page } from 'playwright-core';
import { amongWomen, askForPod } from './support/asking-for-a-pod';
import { fastForward } from './support/desk';
import { eventually } from './support/eventually';
import { freshEmail, openBrowser, openPerson, type Person, signIn } from './support/people';
import { takeVisitorsOutOfTheQueue } from './support/queue-to-oneself';

const FOUND_WITHIN = { timeout: 90_000 } as const;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function visitor(name: string): Promise<Person> {
  const person = await openPerson(browser);
  await signIn(person.page, { name, email: freshEmail(name.toLowerCase().replace(' ', '-')) });
  return person;
}

describe('a proposal', () => {
  let person: Person;
  let page: Page;
  const heading = () => page.getByRole('article').getByRole('heading', { level: 2 });

  it('shows each number that chose it', async () => {
    person = await visitor('Ruth Rowan');
    page = person.page;
    await askForPod(page, { hours: 'Workday evenings' });
    await page.getByRole('button', { name: 'Accept' }).waitFor(FOUND_WITHIN);
    const why = page.getByRole('region', { name: 'Why these people' });
    const labels = await why.getByRole('term').allInnerTexts();
    expect(labels.map((label) => label.trim())).toEqual([
      'Shared hours',
      'Pod size',
      'Focus',
      'Experience',
      'Style',
      'Time of day',
      'Met before',
      'Time waited',
    ]);
  });

  it('that is turned down is followed by other people', async () => {
    const first = await heading().innerText();
    await page.getByRole('button', { name: 'Rematch' }).click();
    await page.getByText('You keep your place. We look for other people.').waitFor();
    await page.waitForFunction(
      (was) => {
        const now = document.querySelector('article h2')?.textContent?.trim();
        return now !== undefined && now !== was;
      },
      first,
      FOUND_WITHIN,
    );
  });

  it('that everybody accepts becomes a pod', async () => {
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.waitForURL('**/pod', FOUND_WITHIN);
    await page.getByText('Ruth Rowan').first().waitFor();
  });

  it('kept to what a page may do', () => expect(person.troubles).toEqual([]));
});

describe('who waits for a day', () => {
  let early: Person;
  let late: Person;
  let away: Person;

  beforeAll(takeVisitorsOutOfTheQueue);

  it('may pause until a day, and is not looked for meanwhile', async () => {
    away = await visitor('Pia Poplar');
    await askForPod(away.page, { hours: 'Lunch breaks', also: amongWomen });
    await away.page.getByRole('button', { name: 'Pause until …' }).click();
    const tomorrow = await away.page.getByLabel('You are back on').getAttribute('min');
    await away.page.getByLabel('You are back on').fill(tomorrow ?? '');
    await away.page.getByRole('button', { name: 'Pause', exact: true }).click();
    await away.page.getByRole('heading', { name: 'Matching is paused' }).waitFor();
    await away.page.getByText(/^You are back on .*, 00:00\.$/).waitFor();
  });

  it('sees their place, what others waited, and what would help', async () => {
    early = await visitor('Esther Elm');
    late = await visitor('Lea Larch');
    await askForPod(early.page, { hours: 'Workday mornings', also: amongWomen });
    await askForPod(late.page, { hours: 'Workday evenings', also: amongWomen });
    await fastForward({ by: 25 * 60 });
    for (const { page } of [early, late]) {
      await page.getByRole('heading', { name: 'Still looking for people who fit' }).waitFor(FOUND_WITHIN);
      await page.getByText(/^You are .* who wait for this track in your language\.$/).waitFor();
    }
  });

  it('is back from the pause by then', () =>
    away.page.getByRole('heading', { name: /ooking for people who fit/ }).waitFor(FOUND_WITHIN));

  it('allows one thing in one tap, and is proposed to the person it brought within reach', async () => {
    const waiting = early.page.locator('main');
    await eventually(async () => expect(await waiting.innerText()).toMatch(/Add \w+ 18:00–20:00/), 60_000);
    await waiting
      .getByRole('button', { name: /^Add \w+ 18:00–20:00/ })
      .first()
      .click();
    await early.page.getByText(/is added to your hours\./).waitFor();
    await early.page.getByRole('button', { name: 'Accept' }).waitFor(FOUND_WITHIN);
    await early.page.getByRole('heading', { name: /Lea Larch/ }).waitFor();
    await late.page.getByRole('heading', { name: /Esther Elm/ }).waitFor(FOUND_WITHIN);
  });

  it('kept to what a page may do', () => expect([early, late, away].flatMap(({ troubles }) => troubles)).toEqual([]));
});

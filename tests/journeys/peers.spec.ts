import { type Browser, type Page } from 'playwright-core';
import sharp from 'sharp';
import { problemsOf } from './support/axe-problems';
import { eventually } from './support/eventually';
import { openBrowser } from './support/people';
import { newcomer, type PodMember, podOfTwo } from './support/pod-of-two';
import { openServerSide, type ServerSide } from './support/server-side';

const seen = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor({ timeout: 60_000 });
const SECOND_REVIEWER = 'a-second-reviewer';

/** Two who share a pod, and one outside of it, in a browser each. */
describe('what podmates say to one another’s check-ins', () => {
  let browser: Browser;
  let server: ServerSide;
  let ann: PodMember;
  let ben: PodMember;
  let outside: PodMember;
  let checkInPath: string;

  const send = async (page: Page) => {
    await page.getByRole('button', { name: /^(Check in|Save changes)$/ }).click();
    await seen(page, /^Received/);
  };

  beforeAll(async () => {
    browser = await openBrowser();
    server = openServerSide();
    ({ a: ann, b: ben } = await podOfTwo(browser, server));
    outside = await newcomer(browser, server, 'Uma Umber');
    // The second of the two who have to agree has no browser of their own.
    const account = { displayName: 'Vic Vale', email: 'vic@visitor.example', timeZone: 'Europe/Berlin' };
    await server.desks.accounts.enter({ memberId: SECOND_REVIEWER, ...account, language: 'en', isDemo: false });
    await server.desks.reviews.setReviewing(SECOND_REVIEWER, { isWilling: true });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('a nudge goes out once a day, and the second is told so kindly', async () => {
    await ben.page.goto('/pod');
    const nudge = ben.page.getByRole('button', { name: 'Nudge Ann Alder' });
    await nudge.click();
    await seen(ben.page, 'Ann Alder gets one quiet note.');
    await nudge.click();
    await seen(ben.page, 'Once a day is enough; tomorrow is another.');
  });

  it('a cheer shows to both at once', async () => {
    await ann.page.goto('/today');
    await ann.page.getByRole('link', { name: 'Check in' }).first().click();
    await ann.page.getByRole('radio', { name: /^Done/ }).check({ force: true });
    await ann.page.getByRole('radio', { name: 'Photo or file' }).check({ force: true });
    await seen(ann.page, 'Your pod sees that you checked in, your win and your file, and can cheer.');
    const photo = { create: { width: 600, height: 400, channels: 3, background: '#3a7' } } as const;
    const buffer = await sharp(photo).jpeg().toBuffer();
    const file = { name: 'at the gym.jpg', mimeType: 'image/jpeg', buffer };
    await ann.page.getByLabel('Photo or text file, up to 10 MB').setInputFiles(file);
    await ann.page.getByRole('button', { name: 'Check in' }).click();
    await seen(ann.page, 'The file is attached.');
    checkInPath = new URL(ann.page.url()).pathname;
    await ben.page.getByRole('button', { name: 'Cheer for Ann Alder' }).click();
    await seen(ben.page, '1 cheer: you');
    await ann.page.goto('/pod');
    await seen(ann.page, '1 cheer: Ben Birch');
  });

  it('a proof is looked at by people outside the pod, who see no name', async () => {
    await outside.page.goto('/reviews');
    await outside.page.getByRole('button', { name: 'Be asked for second looks' }).click();
    await outside.page.getByRole('button', { name: 'Stop being asked' }).waitFor();
    await ben.page.getByRole('button', { name: 'Ask for a second look at what Ann Alder sent' }).click();
    await ben.page.getByLabel('It may be from another day').check();
    expect(await problemsOf(ben.page)).toEqual([]);
    await ben.page.getByRole('button', { name: 'Ask', exact: true }).click();
    await seen(ben.page, 'You asked for a second look. People outside the pod are looking');
    await seen(outside.page, 'Does it show training?');
    await seen(outside.page, 'It may be from another day');
    await outside.page.getByRole('button', { name: 'See the photo' }).click();
    await outside.page.getByRole('img', { name: 'The photo to look at' }).waitFor();
    expect(await outside.page.getByRole('main').textContent()).not.toMatch(/Ann|Alder|Ben|Birch/);
    expect(await problemsOf(outside.page)).toEqual([]);
    await ann.page.goto(checkInPath);
    await seen(ann.page, /People outside your pod are looking at this check-in/);
    expect(await ann.page.getByRole('button', { name: /^(Check in|Save changes)$/ }).count()).toBe(0);
  });

  it('two who agree decide, and each side is told what is theirs to know', async () => {
    await outside.page.getByRole('button', { name: 'I do not see it' }).click();
    await seen(outside.page, 'Nothing waits for you');
    await eventually(async () => {
      const theirs = await server.db.collection('reviews').where('reviewerId', '==', SECOND_REVIEWER).get();
      expect(theirs.size).toBe(1);
      const reviewId = theirs.docs[0]?.id ?? '';
      await server.desks.reviews.answer(SECOND_REVIEWER, { reviewId, answer: 'does-not' });
    });
    await seen(ann.page, /Two people outside your pod did not see it in the proof/);
    await ben.page.reload();
    await seen(ben.page, 'two people do not see it in the proof, and it does not count');
  });

  it('what is sent again for one’s own eyes counts, and a podmate does not see it', async () => {
    await seen(ben.page, /Ann Alder ·\s+Checked in/);
    const change = ann.page.getByRole('button', { name: 'Change what you said' });
    const onlyMe = ann.page.getByRole('radio', { name: 'Only me' });
    await change.or(onlyMe).first().waitFor();
    if (await change.isVisible()) await change.click();
    await ann.page.getByRole('radio', { name: 'None' }).check({ force: true });
    await onlyMe.check({ force: true });
    await seen(ann.page, 'Nobody sees this check-in or its file.');
    await send(ann.page);
    await ben.page
      .getByText(/Ann Alder ·\s+Checked in/)
      .first()
      .waitFor({ state: 'detached' });
    await ann.page.goto('/streak');
    await seen(ann.page, 'Streak: 1');
  });

  it('kept to what a page may do', () => expect([ann, ben, outside].flatMap(({ troubles }) => troubles)).toEqual([]));
});

import { type Browser } from 'playwright-core';
import { randomUUID } from 'node:crypto';
import { AsMember } from './support/as-member';
import { eventually } from './support/eventually';
import { freshEmail, openBrowser, openPerson, signIn } from './support/people';
import { gather, podOfTwo, type PodOfTwo, startSession } from './support/pod-of-two';
import { openServerSide } from './support/server-side';

const HTML_NAME = '<b onclick=alert(1)>Ann</b>';
const NO_ZONE = 'Mars/Olympus';
const WITHIN_A_MINUTE = { timeout: 60_000 } as const;
/** Two weeks before New York puts its clocks forward: at 2:00 on 14 March it is 3:00 there. */
const BEFORE_CLOCK_CHANGE = '2027-03-01T12:00:00.000Z';

const server = openServerSide();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Bad input and bad manners: each gets a clear answer, nothing is written, and nothing is lost. */
describe('what goes wrong in a session', () => {
  let pod: PodOfTwo;
  let client: AsMember;
  const versionNow = async () => (await server.db.doc(`sessions/${pod.sessionId}`).get()).get('version') as number;

  beforeAll(async () => {
    pod = await podOfTwo(browser, server);
    client = await AsMember.signIn(pod.a.id);
    await gather(pod);
    await startSession(pod);
  });

  it('10,000 characters in a note are refused in words, stay in the field, and are not written', async () => {
    const notes = pod.a.page.getByRole('region', { name: 'Notes' });
    const text = 'long '.repeat(2000).trim().padEnd(10_000, '!');
    await notes.getByRole('textbox').fill(text);
    await notes.getByRole('button', { name: 'Add note' }).click();
    await notes.getByRole('alert').filter({ hasText: 'That is 10,000 characters; a note holds 500.' }).waitFor();
    expect(await notes.getByRole('textbox').inputValue()).toBe(text);
    const path = `sessions/${pod.sessionId}/notes`;
    const written = (words: string) => ({
      authorId: pod.a.id,
      readerIds: [pod.a.id, pod.b.id],
      kind: 'win',
      text: words,
    });
    const write = (id: string, words: string) =>
      client.write({ path: `${path}/${id}`, fields: written(words), serverTime: 'writtenAt' });
    expect((await write('long', text)).status).toBe('PERMISSION_DENIED');
    expect((await server.db.collection(path).get()).size).toBe(0);
    expect((await write('short', 'One line')).status).toBe('OK');
  });

  it('a command for an older version of the session is refused, and changes nothing', async () => {
    const version = await versionNow();
    const command = { kind: 'pause-timer' };
    const input = { sessionId: pod.sessionId, commandId: randomUUID(), expectedVersion: version - 1, command };
    const answer = await client.call('commandSession', input);
    expect(answer).toMatchObject({ status: 'ABORTED', message: 'The session has moved on. Please look again.' });
    expect(await versionNow()).toBe(version);
  });

  it('the same command twice is carried out once, and answered twice', async () => {
    const version = await versionNow();
    const command = { kind: 'pause-timer' };
    const input = { sessionId: pod.sessionId, commandId: randomUUID(), expectedVersion: version, command };
    const [first, second] = [await client.call('commandSession', input), await client.call('commandSession', input)];
    expect([first.result, second.result]).toEqual([{ version: version + 1 }, { version: version + 1 }]);
    expect(await versionNow()).toBe(version + 1);
    await pod.b.page.getByRole('button', { name: 'Resume' }).waitFor();
  });

  it.each([
    ['a streak', () => ({ path: `streaks/${pod.a.id}`, fields: { current: 99 } })],
    ['a pod', () => ({ path: `pods/${pod.podId}`, fields: { name: 'Mine' } })],
    ['the state of a session', () => ({ path: `sessions/${pod.sessionId}`, fields: { state: 'done' } })],
  ])('a client cannot write %s', async (_what, write) => {
    const before = await server.db.doc(write().path).get();
    expect((await client.write(write())).status).toBe('PERMISSION_DENIED');
    expect((await server.db.doc(write().path).get()).data()).toEqual(before.data());
  });

  it('a client can say something, past the filter alone, and it reaches the pod', async () => {
    const said = { scope: 'pod', id: pod.podId, clientMutationId: 'by-hand', text: 'Written by hand', isMeant: false };
    const message = { authorId: pod.a.id, text: 'Past the filter' };
    const path = `pods/${pod.podId}/messages/by-hand`;
    expect((await client.write({ path, fields: message, serverTime: 'sentAt' })).status).toBe('PERMISSION_DENIED');
    expect((await client.call('sendMessage', said)).result).toMatchObject({ state: 'sent' });
    await pod.b.page.goto('/pod');
    await pod.b.page.getByRole('log').getByText('Written by hand').waitFor();
  });

  it('HTML in a name reaches the podmate as the text it is', async () => {
    const { page } = pod.a;
    await page.goto('/settings/profile');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(HTML_NAME);
    await page.getByRole('button', { name: 'Save' }).click();
    await pod.b.page.getByRole('region', { name: 'Members' }).getByText(HTML_NAME).first().waitFor();
    await pod.b.page.getByRole('log').getByText(HTML_NAME).waitFor();
  });

  it('a zone that does not exist is refused by the server, which names the field', async () => {
    const profile = { displayName: 'Ann', pronouns: '', isAdult: true, experience: 3 };
    const privacy = { pronouns: 'podmates', timeZone: 'podmates' };
    const answer = await client.call('saveProfile', { ...profile, privacy, expectedVersion: 2, timeZone: NO_ZONE });
    expect(answer.status).toBe('INVALID_ARGUMENT');
    expect(answer.fields.map(({ path }) => path)).toEqual(['timeZone']);
  });

  it('kept to what a page may do', () => expect([...pod.a.troubles, ...pod.b.troubles]).toEqual([]));

  it('a suspended member is out within a minute, and told why', async () => {
    const { b, podId } = pod;
    const theirs = await AsMember.signIn(b.id);
    expect((await theirs.read(`pods/${podId}`)).status).toBe('OK');
    const moderator = await AsMember.signIn(pod.a.id, { claims: { moderator: true } });
    expect((await moderator.call('setMemberStatus', { memberId: b.id, status: 'suspended' })).status).toBe('OK');
    await b.page.waitForURL('**/sign-in?why=suspended', WITHIN_A_MINUTE);
    await b.page.getByRole('alert').filter({ hasText: 'This account is paused.' }).waitFor();
    expect((await theirs.read(`pods/${podId}`)).status).toBe('PERMISSION_DENIED');
    expect((await theirs.call('readClock', {})).status).toBe('OK');
    expect((await theirs.call('cancelMatch', {})).status).toBe('PERMISSION_DENIED');
  });
});

describe('what goes wrong on the way in', () => {
  it('a zone that does not exist cannot be chosen, and a slot that a clock change swallows is shown in plain words', async () => {
    // The page alone lives in March: moving the whole platform there would take minutes.
    const { page, troubles } = await openPerson(browser, { serviceWorkers: 'block' });
    await page.route('**/readClock', (route) => route.fulfill({ json: { result: { now: BEFORE_CLOCK_CHANGE } } }));
    await signIn(page, { name: 'Cleo Crane', email: freshEmail('cleo-spring') });
    await page.goto('/start');
    await page.getByRole('radio', { name: /Gym/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    const slot = page.getByRole('group', { name: 'Slot 1' });
    await slot.getByLabel('Day').selectOption('Sunday');
    await slot.getByLabel('Time').fill('02:30');
    await page.getByRole('button', { name: 'Continue' }).click();

    const zone = page.getByRole('combobox', { name: 'Time zone' });
    await zone.fill(NO_ZONE);
    await page.getByText('No zone of that name.').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await eventually(async () => expect(await zone.inputValue()).toBe('Europe/Berlin'));

    await zone.fill('New York');
    await page.getByRole('option', { name: /New York/ }).click();
    const changes = page.getByRole('region', { name: 'Clock changes in these six weeks' });
    await changes.getByText(/14 March.*: clocks in New York go forward by 1 hour\./).waitFor();
    await changes.getByText('02:30 does not exist that day, so your Sunday 02:30 slot begins at 03:00.').waitFor();
    expect(troubles).toEqual([]);
  });

  it('the same e-mail with Microsoft after Google is the same member', async () => {
    const email = freshEmail('cleo');
    const first = await openPerson(browser);
    await signIn(first.page, { name: 'Cleo Crane', email }, 'Google');
    const before = await server.accountOf(email);
    const second = await openPerson(browser);
    await signIn(second.page, { name: 'C. Crane, at work', email }, 'Microsoft');
    expect(await server.accountOf(email)).toEqual({ id: before.id, providers: ['google.com', 'microsoft.com'] });
    await second.page.goto('/settings/profile');
    const name = second.page.getByRole('textbox', { name: 'Name', exact: true });
    await eventually(async () => expect(await name.inputValue()).toBe('Cleo Crane'));
  });
});

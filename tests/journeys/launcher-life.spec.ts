import { basename } from 'node:path';
import { originOf, portBlock, PROJECT_ID, REGION } from '../../local/src/ports';
import { isPortFree, portOwner } from '../../local/src/processes/port-owner';
import { AsMember } from './support/as-member';
import { eventually } from './support/eventually';
import { Launched, stillAlive } from './support/launched';
import { openBrowser, openPerson } from './support/people';
import { BASE_PORT } from './support/platform';
import { RepositoryCopy } from './support/repository-copy';

/** Nobody else's: above the journeys' own block, and above the one of `launcher.spec.ts`. */
const BASE = BASE_PORT + 200;
const PORTS = portBlock(BASE);
const READY = `Podmates is ready at ${originOf(BASE)}`;
const NPM_START = ['npm', 'start', '--', '--no-people'] as const;
const SHOWN_WITHIN_MS = 10_000;
const REBUILT_WITHIN_MS = 150_000;
const START_AND_REBUILD_MS = 160_000;
/** One comes early on, the other a moment before the end. */
const [EARLY, LATE] = ['early', 'late'];

const heldBy = (port: number) => portOwner(port)?.pid ?? null;
const emulators = () => [PORTS.auth, PORTS.firestore, PORTS.functions, PORTS.storage, PORTS.hosting].map(heldBy);

async function enter(id: string): Promise<AsMember> {
  const member = await AsMember.signIn(id, { base: BASE });
  const entered = await member.call('enterPodmates', { timeZone: 'Europe/Berlin', language: 'en' });
  expect(entered.status).toBe('OK');
  return member;
}

/** Everybody whom Firestore has as a member, and everybody whom the Auth emulator knows. */
async function whoIsKept(): Promise<{ members: string[]; accounts: string[] }> {
  const owner = { authorization: 'Bearer owner', 'content-type': 'application/json' };
  const documents = `${originOf(PORTS.firestore)}/v1/projects/${PROJECT_ID}/databases/(default)/documents`;
  const lookup = `${originOf(PORTS.auth)}/identitytoolkit.googleapis.com/v1/projects/${PROJECT_ID}/accounts:lookup`;
  const listed = await fetch(`${documents}/members`, { headers: owner });
  const body = JSON.stringify({ localId: [EARLY, LATE] });
  const lookedUp = await fetch(lookup, { method: 'POST', headers: owner, body });
  const { documents: members = [] } = (await listed.json()) as { documents?: { name: string }[] };
  const { users = [] } = (await lookedUp.json()) as { users?: { localId: string }[] };
  return { members: members.map(({ name }) => basename(name)), accounts: users.map(({ localId }) => localId).sort() };
}

/** A platform of its own, started from a copy of the repository in which the sources may change. One step builds on another. */
describe('the launcher, from its start to its end', () => {
  let copy: RepositoryCopy;
  let platform: Launched;
  let early: AsMember;
  const starts: Launched[] = [];
  const start = async (...command: [string, ...string[]]) => {
    platform = new Launched({ folder: copy.folder, port: BASE, command });
    starts.push(platform);
    await platform.says(READY);
  };

  beforeAll(async () => {
    copy = await RepositoryCopy.make();
    await start(...NPM_START, '--watch');
    early = await enter(EARLY);
  });
  afterAll(async () => {
    for (const each of starts) await each.end();
    copy.remove();
  });

  describe('while it watches', () => {
    let before: (number | null)[];
    beforeAll(() => {
      before = emulators();
    });

    it('puts changed rules in force', async () => {
      const status = async () => (await early.read(`memberStatuses/${EARLY}`)).status;
      expect(await status()).toBe('OK');
      copy.change('firestore.rules', 'allow get: if isSignedIn() && isMe(uid);', 'allow get: if false;');
      await eventually(async () => expect(await status()).toBe('PERMISSION_DENIED'));
    });

    it('loads changed functions', async () => {
      const refusal = async () => {
        const call = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"data":{}}' };
        return (await fetch(`${originOf(PORTS.functions)}/${PROJECT_ID}/${REGION}/cancelMatch`, call)).text();
      };
      expect(await refusal()).toContain('Please sign in.');
      copy.change('functions/src/runtime/callable.ts', 'Please sign in.', 'Please come in first.');
      await eventually(async () => expect(await refusal()).toContain('Please come in first.'), REBUILT_WITHIN_MS);
    });

    it(
      'serves the changed web app',
      async () => {
        const browser = await openBrowser();
        try {
          const { page } = await openPerson(browser, { baseURL: originOf(BASE), serviceWorkers: 'block' });
          const headline = async () => {
            await page.goto('/');
            // Caught while the site is changed under it, a page shows nothing until it is opened again.
            return page.getByRole('heading', { level: 1 }).innerText({ timeout: SHOWN_WITHIN_MS });
          };
          expect(await headline()).not.toContain('as changed');
          await platform.says('Web app rebuilt'); // a change while the first build reads its files may go unseen
          copy.change('web/src/app/landing/landing.html', 'with people who keep theirs', 'as changed');
          await eventually(async () => expect(await headline()).toContain('as changed'), REBUILT_WITHIN_MS);
        } finally {
          await browser.close();
        }
      },
      2 * START_AND_REBUILD_MS,
    );

    it('lets the emulators run on, with the data', async () => {
      expect(before).not.toContain(null);
      expect(emulators()).toEqual(before);
      expect(await whoIsKept()).toEqual({ members: [EARLY], accounts: [EARLY] });
    });
  });

  it('ends everything it started on Ctrl-C, and frees its ports', async () => {
    await enter(LATE);
    await endsWhole(() => platform.interrupt());
  });

  it('has the data of before when it is started again', async () => {
    await start(...NPM_START);
    expect(await whoIsKept()).toEqual({ members: [EARLY, LATE], accounts: [EARLY, LATE] });
  });

  it('ends what it left when it was killed, and begins anew with --fresh', async () => {
    const started = platform.processes();
    await platform.kill();
    const left = stillAlive(started);
    expect(left).not.toEqual([]);
    await start('node', 'local/start.mjs', '--no-people', '--fresh', '--watch');
    expect(stillAlive(left)).toEqual([]);
    expect(await whoIsKept()).toEqual({ members: [], accounts: [] });
  });

  it('ends everything as well when the signal comes to it alone', async () => {
    await endsWhole(() => platform.interruptAlone());
  });

  async function endsWhole(end: () => Promise<void>): Promise<void> {
    const started = platform.processes();
    expect(started).toEqual(expect.arrayContaining(emulators()));
    await end();
    expect(stillAlive(started)).toEqual([]);
    const ports = Object.entries(PORTS).map(async ([name, port]) => ((await isPortFree(port)) ? [] : [name]));
    expect((await Promise.all(ports)).flat()).toEqual([]);
  }
});

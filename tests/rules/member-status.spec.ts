import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { doc, getDocFromServer, onSnapshot, serverTimestamp, setDoc } from 'firebase/firestore';
import { openWorld, type RulesWorld } from './rules-world';
import { aMember, aSession, aStatus } from './sample-documents';

describe('a member who loses the right to be here', () => {
  let world: RulesWorld;
  beforeAll(async () => {
    world = await openWorld('member-status');
    await world.given('members/ana', aMember());
    await world.given('sessions/session-1', aSession());
  });
  afterEach(() => world.setStatus('ana', 'active'));
  afterAll(() => world.close());

  const readsSelf = () => getDocFromServer(doc(world.as('ana'), 'members/ana'));
  const writesNote = (id: string) =>
    setDoc(doc(world.as('ana'), 'sessions/session-1/notes', id), {
      authorId: 'ana',
      readerIds: aSession().memberIds,
      kind: 'win',
      text: 'hello',
      writtenAt: serverTimestamp(),
    });

  it.each(['suspended', 'deleted', null] as const)(
    'reads and writes nothing as soon as the status is %s',
    async (status) => {
      await assertSucceeds(readsSelf());
      await assertSucceeds(writesNote(`before-${status}`));
      await world.setStatus('ana', status);
      await assertFails(readsSelf());
      await assertFails(writesNote(`after-${status}`));
    },
  );

  it('may still read why', async () => {
    await world.setStatus('ana', 'suspended');
    await assertSucceeds(getDocFromServer(doc(world.as('ana'), 'memberStatuses/ana')));
  });

  it('cannot lift it', async () => {
    await world.setStatus('ana', 'suspended');
    await assertFails(setDoc(doc(world.as('ana'), 'memberStatuses/ana'), aStatus('active')));
    await assertFails(readsSelf());
  });

  it('hears of it through the status alone', async () => {
    const seen: unknown[] = [];
    let hear: () => void = () => undefined;
    const stop = onSnapshot(doc(world.as('ana'), 'memberStatuses/ana'), (status) => {
      seen.push(status.get('status'));
      hear();
    });
    const hears = async (status: string) => {
      while (seen.at(-1) !== status) await new Promise<void>((resolve) => (hear = resolve));
    };
    await hears('active');
    await world.setStatus('ana', 'suspended');
    await hears('suspended');
    stop();
    await assertFails(readsSelf());
  });
});

import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { doc, serverTimestamp, Timestamp, updateDoc } from 'firebase/firestore';
import { type Fields, type RulesWorld } from './rules-world';
import { aSession } from './sample-documents';

const SESSION = 'sessions/session-1';
const secondsAgo = (seconds: number): Timestamp => Timestamp.fromMillis(Date.now() - seconds * 1000);

/** What a beat looks up beside itself shows in what it may do while that says no. */
export const describeLooks = (worldOf: () => RulesWorld): void =>
  describe('what a heartbeat looks up', () => {
    let world: RulesWorld;
    beforeAll(() => {
      world = worldOf();
    });
    beforeEach(() => world.given(SESSION, aSession('live')));
    afterEach(async () => {
      await world.setStatus('ana', 'active');
      await world.given(SESSION, aSession('live'));
    });

    /** Ana's beat as it is stored: she is here, and it is 30 s old, but for what is named. */
    const seen = ({ age = 30, ...over }: Fields & { age?: number } = {}) =>
      world.given(`${SESSION}/presence/ana`, {
        beatAt: secondsAgo(age),
        isHere: true,
        editing: null,
        since: secondsAgo(600),
        earlier: [],
        ...over,
      });
    const beats = (fields: Fields = {}, by: string | null = 'ana') =>
      updateDoc(doc(world.as(by), `${SESSION}/presence/ana`), {
        beatAt: serverTimestamp(),
        isHere: true,
        editing: null,
        ...fields,
      });

    /** What a look would find: with each of these, whoever is looked up may not be here. */
    const NO_PLACE: [string, () => Promise<void>][] = [
      ['a suspended member', () => world.setStatus('ana', 'suspended')],
      ['a deleted member', () => world.setStatus('ana', 'deleted')],
      ['a member without a status', () => world.setStatus('ana', null)],
      [
        'somebody who is in the session no longer',
        () => world.given(SESSION, { ...aSession('live'), memberIds: ['ben'] }),
      ],
      ['somebody in a session that is over', () => world.given(SESSION, aSession('done'))],
    ];

    describe.each(NO_PLACE)('of %s', (_, lose) => {
      it('is nothing while they were just here, and all once the server has said goodbye', async () => {
        await seen();
        await lose();
        await assertSucceeds(beats());
        await seen({ isHere: false });
        await assertFails(beats());
      });

      it('is all after 90 s', async () => {
        await seen({ age: 80 });
        await lose();
        await assertSucceeds(beats());
        const anew = (age: number) => ({
          since: serverTimestamp(),
          earlier: [{ from: secondsAgo(600), to: secondsAgo(age), hasLeft: false }],
        });
        await seen({ age: 100 });
        await assertFails(beats());
        await assertFails(beats(anew(100)));
      });
    });

    it('lets whoever may be here come back from a goodbye', async () => {
      await seen({ isHere: false });
      await assertSucceeds(beats());
    });

    it('is asked of nobody but its owner', async () => {
      await seen();
      await assertFails(beats({}, 'ben'));
      await assertFails(beats({}, null));
      await assertSucceeds(beats());
    });

    it.each<[string, Fields, Fields]>([
      ['a time of its own', { beatAt: secondsAgo(1) }, {}],
      ['another beginning', { since: secondsAgo(900) }, {}],
      ['a stay more', { earlier: [{ from: secondsAgo(900), to: secondsAgo(700), hasLeft: false }] }, {}],
      ['a field more', { place: 'gym' }, {}],
      ['a word for being here', { isHere: 'yes' }, { isHere: false }],
      ['a sentence for what is edited', { editing: 'the title, please' }, { editing: 'item-1' }],
    ])('does not make it take %s', async (_, wrong, right) => {
      await seen();
      await assertFails(beats(wrong));
      await assertSucceeds(beats(right));
    });
  });

import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import {
  doc,
  type DocumentData,
  getDocFromServer,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
} from 'firebase/firestore';
import { type Fields, type RulesWorld } from './rules-world';
import { aFirstBeat, aSession } from './sample-documents';

const PLACE = 'sessions/session-1/presence/ana';
const NOW = Date.now();
const secondsAgo = (seconds: number): Timestamp => Timestamp.fromMillis(NOW - seconds * 1000);
const stay = (from: number, to: number, hasLeft = false) => ({ from: secondsAgo(from), to: secondsAgo(to), hasLeft });

/** In the world of the table, whose coverage counts what is asked here, too. */
export const describeStays = (worldOf: () => RulesWorld): void =>
  describe('the stays that a heartbeat keeps', () => {
    let world: RulesWorld;
    beforeAll(async () => {
      world = worldOf();
      await world.given('sessions/session-1', aSession('live'));
    });

    const mine = () => doc(world.as('ana'), PLACE);
    /** Ana came ten minutes ago; her last beat is so many seconds old. */
    const seen = (age: number, over: Fields = {}) =>
      world.given(PLACE, {
        beatAt: secondsAgo(age),
        isHere: true,
        editing: null,
        since: secondsAgo(600),
        earlier: [],
        ...over,
      });
    const beat = { beatAt: serverTimestamp(), isHere: true };
    const anew = (earlier: readonly DocumentData[], over: Fields = {}) =>
      updateDoc(mine(), { ...beat, since: serverTimestamp(), earlier, ...over });

    it('begin with the first beat, by the server’s time, and with nothing before', async () => {
      await world.given('sessions/session-2', aSession('lobby'));
      const first = doc(world.as('ana'), 'sessions/session-2/presence/ana');
      await assertFails(setDoc(first, { ...aFirstBeat(), since: secondsAgo(600) }));
      await assertFails(setDoc(first, { ...aFirstBeat(), earlier: [stay(900, 700)] }));
      await assertSucceeds(setDoc(first, aFirstBeat()));
    });

    it('go on while the last beat is at most 90 s old, and change nothing else', async () => {
      await seen(120);
      await assertFails(updateDoc(mine(), beat));
      await seen(60);
      await assertFails(updateDoc(mine(), { ...beat, since: secondsAgo(900) }));
      await assertFails(updateDoc(mine(), { ...beat, earlier: [stay(900, 700)] }));
      await assertFails(updateDoc(mine(), { ...beat, beatAt: secondsAgo(1) }));
      await assertSucceeds(updateDoc(mine(), beat));
      await assertSucceeds(updateDoc(mine(), { ...beat, isHere: false }));
      expect((await getDocFromServer(mine())).get('since')).toEqual(secondsAgo(600));
    });

    it.each<[string, Fields, Fields]>([
      ['an earlier beginning', {}, { from: secondsAgo(601) }],
      ['a later end', {}, { to: secondsAgo(100) }],
      ['a goodbye that was not said', {}, { hasLeft: true }],
      ['a goodbye left out', { isHere: false }, { hasLeft: false }],
      ['something more', {}, { place: 'gym' }],
    ])('are kept as they were when another one begins: not with %s', async (_, before, wrong) => {
      await seen(120, before);
      const right = stay(600, 120, before['isHere'] === false);
      await assertFails(anew([{ ...right, ...wrong }]));
      await assertSucceeds(anew([right]));
    });

    it('begin anew at the server’s time, not before', async () => {
      await seen(120);
      await assertFails(anew([stay(600, 120)], { since: secondsAgo(60) }));
      await assertSucceeds(anew([stay(600, 120)]));
    });

    it('keep those before them, in their order and to the letter', async () => {
      const [first, second] = [stay(2000, 1800), stay(1500, 1200, true)];
      await seen(120, { earlier: [first, second] });
      const last = stay(600, 120);
      await assertFails(anew([last]));
      await assertFails(anew([first, last]));
      await assertFails(anew([second, first, last]));
      await assertFails(anew([stay(3000, 1800), second, last]));
      await assertFails(anew([first, second, last, last]));
      await assertFails(anew('long ago' as never));
      await assertSucceeds(anew([first, second, last]));
    });

    it('are twenty at most before the one that goes on, and the oldest gives way', async () => {
      const twenty = Array.from({ length: 20 }, (_, n) => stay(9000 - 200 * n, 8900 - 200 * n));
      const last = stay(600, 120);
      await seen(120, { earlier: twenty });
      await assertFails(anew([...twenty, last]));
      await assertFails(anew([...twenty.slice(2), last]));
      await assertFails(anew([...twenty.slice(0, 19), last]));
      await assertSucceeds(anew([...twenty.slice(1), last]));
    });

    it('are kept to the millisecond, as a browser reads them', async () => {
      const fine = (seconds: number) => new Timestamp(secondsAgo(seconds).seconds, 123_456_000);
      const coarse = (seconds: number) => new Timestamp(secondsAgo(seconds).seconds, 123_000_000);
      await seen(120, { beatAt: fine(120), since: fine(600) });
      await assertSucceeds(anew([{ from: coarse(600), to: coarse(120), hasLeft: false }]));
    });

    it('are nobody else’s to write', async () => {
      await seen(60);
      await assertFails(updateDoc(doc(world.as('ben'), PLACE), beat));
      await assertSucceeds(updateDoc(mine(), beat));
    });
  });

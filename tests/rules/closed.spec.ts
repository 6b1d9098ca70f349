import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import {
  collection,
  collectionGroup,
  doc,
  getDocFromServer,
  getDocsFromServer,
  limit,
  orderBy,
  query,
  setDoc,
  where,
} from 'firebase/firestore';
import { aCoachAction, aCoachDoc } from './coach-policy';
import { openWorld, rulesText, type RulesWorld } from './rules-world';
import { aMember, aNote, aPod, aSession, aSlot, aSprint } from './sample-documents';

describe('what nobody is allowed', () => {
  let world: RulesWorld;
  beforeAll(async () => {
    world = await openWorld('closed');
    await world.given('members/ana', aMember());
    await world.given('pods/pod-1', aPod());
    await world.given('sessions/session-1', aSession());
    await world.given('sessions/session-1/privateNotes/note-1', aNote('ana'));
    await world.given('slots/slot-1', aSlot('ana'));
    await world.given('sprints/sprint-1', aSprint('ana'));
  });
  afterAll(() => world.close());

  const reads = (path: string) => getDocFromServer(doc(world.as('ana'), path));
  const lists = (name: string, ...constraints: Parameters<typeof query>[1][]) =>
    getDocsFromServer(query(collection(world.as('ana'), name), ...constraints));

  it.each(['local/clock', 'localTasks/task-1', 'localInbox/mail-1', 'anything/else', 'pods/pod-1/secrets/one'])(
    'stays closed without being named: %s',
    async (path) => {
      await world.given(path, { value: 1 });
      await assertFails(reads(path));
      await assertFails(setDoc(doc(world.as('ana'), path), { value: 2 }));
      await assertSucceeds(reads('pods/pod-1'));
    },
  );

  it('names no collection of the local platform', () => {
    expect(rulesText('firestore.rules')).not.toMatch(/local/i);
  });

  it.each(['sprints', 'slots', 'checkIns'])('lists %s only by the one whose they are', async (name) => {
    await assertFails(lists(name));
    await assertFails(lists(name, where('memberId', 'in', ['ana', 'ben'])));
    await assertSucceeds(lists(name, where('memberId', '==', 'ana')));
  });

  it.each(['proposals', 'pods', 'sessions'])('lists %s only by a member of them', async (name) => {
    await assertFails(lists(name));
    await assertFails(lists(name, limit(1)));
    await assertSucceeds(lists(name, where('memberIds', 'array-contains', 'ana')));
  });

  it('answers the queries of the pages', async () => {
    const mine = where('memberIds', 'array-contains', 'ana');
    const toMe = where('readerIds', 'array-contains', 'ana');
    const notOver = where('state', 'in', ['draft', 'scheduled', 'lobby', 'live', 'wrap']);
    await assertSucceeds(lists('sessions', mine, notOver));
    await assertSucceeds(lists('proposals', mine, where('state', '==', 'open')));
    await assertSucceeds(lists('checkIns', where('memberId', '==', 'ana'), where('slotId', '==', 'slot-1')));
    await assertSucceeds(lists('pods/pod-1/feed', orderBy('at', 'desc'), limit(30)));
    await assertSucceeds(lists('reviews', where('reviewerId', '==', 'ana'), where('state', '==', 'waiting')));
    await assertSucceeds(lists('pods/pod-1/messages', toMe, orderBy('sentAt', 'desc'), limit(100)));
    await assertSucceeds(lists('sessions/session-1/messages', toMe, orderBy('sentAt', 'desc'), limit(50)));
    await assertSucceeds(lists('sessions/session-1/notes', toMe, orderBy('writtenAt')));
    await assertSucceeds(lists('sessions/session-1/coachDocs', toMe, orderBy('version', 'desc'), limit(1)));
  });

  it.each([
    ['notes', () => aNote('ben')],
    ['coachDocs', aCoachDoc],
  ])('keeps %s from whom a block took out of their readers', async (name, stored) => {
    const place = `sessions/session-1/${name}`;
    await world.given(`${place}/parted`, { ...stored(), readerIds: ['ben'] });
    await assertFails(reads(`${place}/parted`));
    await assertFails(lists(place));
    await assertFails(lists(place, where('readerIds', 'array-contains', 'ben')));
    await assertFails(lists(place, where('authorId', '==', 'ben')));
    await world.given(`${place}/parted`, { ...stored(), readerIds: ['ana', 'ben'] });
    await assertSucceeds(reads(`${place}/parted`));
    await assertSucceeds(lists(place, where('readerIds', 'array-contains', 'ana')));
    // Named among the readers, and not of the session.
    await world.given(`${place}/parted`, { ...stored(), readerIds: ['ana', 'eve'] });
    await assertFails(getDocFromServer(doc(world.as('eve'), `${place}/parted`)));
  });

  it('lists the steps of a session only to those of it', async () => {
    await world.given('coachActions/action-1', aCoachAction('ana'));
    const ofSession = where('sessionId', '==', 'session-1');
    await assertFails(lists('coachActions', ofSession));
    await assertSucceeds(lists('coachActions', ofSession, where('memberIds', 'array-contains', 'ana')));
    await assertSucceeds(reads('sessions/session-1/quizResults/ana'));
    await assertFails(reads('sessions/session-1/quizResults/ben'));
  });

  it('lists reviews only to whoever is asked to look', async () => {
    await assertFails(lists('reviews'));
    await assertFails(lists('reviews', where('reviewerId', 'in', ['ana', 'ben'])));
    await assertSucceeds(lists('reviews', where('reviewerId', '==', 'ana')));
  });

  it('lists private notes only by their author', async () => {
    const notes = 'sessions/session-1/privateNotes';
    await assertFails(lists(notes));
    await assertFails(lists(notes, where('authorId', '==', 'ben')));
    await assertSucceeds(lists(notes, where('authorId', '==', 'ana')));
  });

  it.each(['messages', 'notes', 'agenda', 'presence', 'coachDocs'])('searches no %s across pods', (name) =>
    assertFails(getDocsFromServer(collectionGroup(world.as('ana'), name))),
  );
});

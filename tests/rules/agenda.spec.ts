import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import {
  deleteDoc,
  deleteField,
  doc,
  getDocFromServer,
  serverTimestamp,
  updateDoc,
  writeBatch,
} from 'firebase/firestore';
import { openWorld, type RulesWorld } from './rules-world';
import { anAgendaItem, aSession } from './sample-documents';

const ITEM = 'sessions/session-1/agenda/item-1';
const WORDS = 'Wins of the week';

describe('an agenda item that two people edit', () => {
  let world: RulesWorld;
  beforeAll(async () => {
    world = await openWorld('agenda');
    await world.given('sessions/session-1', aSession('live'));
  });
  beforeEach(() => world.given(ITEM, anAgendaItem('ana')));
  afterAll(() => world.close());

  const edit = (person: 'ana' | 'ben', rev: number, change: object) =>
    updateDoc(doc(world.as(person), ITEM), { ...change, rev, editedBy: person, editedAt: serverTimestamp() });
  const title = (person: 'ana' | 'ben', to: string, was = WORDS) => ({ title: to, worded: { by: person, was } });

  it('takes the first of two edits that saw the same revision, and both once the second has seen the first', async () => {
    await assertSucceeds(edit('ana', 2, title('ana', 'Wins')));
    await assertFails(edit('ben', 2, { isDone: true }));
    await assertSucceeds(edit('ben', 3, { isDone: true }));
    const item = await getDocFromServer(doc(world.as('ana'), ITEM));
    expect(item.data()).toMatchObject({ title: 'Wins', isDone: true, rev: 3, editedBy: 'ben' });
  });

  it('is removed by a tombstone that can be lifted, never by deleting', async () => {
    await assertFails(deleteDoc(doc(world.as('ana'), ITEM)));
    await assertSucceeds(edit('ana', 2, { isRemoved: true }));
    await assertSucceeds(edit('ben', 3, { isRemoved: false }));
  });

  it('keeps a title that the writer has not seen, whatever revision they name', async () => {
    await assertSucceeds(edit('ana', 2, title('ana', 'Wins')));
    await assertFails(edit('ben', 3, title('ben', 'Blocks'))); // made offline on top of an own edit that was refused
    await assertSucceeds(edit('ben', 3, title('ben', 'Blocks', 'Wins')));
  });

  it('takes words beside the title from their author alone, and whoever chooses takes them away', async () => {
    const beside = (by: string, id = 'edit-b') => ({
      [`alternatives.${id}`]: { by, text: 'Blocks' },
      'edits.ben': 'edit-b',
    });
    await assertFails(edit('ben', 2, beside('ana')));
    await assertFails(edit('ben', 2, beside('ben', 'edit-c')));
    await assertSucceeds(edit('ben', 2, beside('ben')));
    await assertFails(
      edit('ben', 3, { 'alternatives.edit-b': { by: 'ben', text: 'Reworded' }, 'edits.ben': 'edit-b' }),
    );
    await assertSucceeds(edit('ana', 3, { 'alternatives.edit-b': deleteField(), 'edits.ana': 'edit-d' }));
    await assertFails(edit('ana', 4, { 'edits.ben': 'edit-e' }));
  });

  it('lets an item of an older build be edited', async () => {
    const { worded: _w, edits: _e, alternatives: _a, ...older } = anAgendaItem('ana');
    await world.given(ITEM, older);
    await assertSucceeds(edit('ana', 2, { ...title('ana', 'Wins'), 'edits.ana': 'edit-a' }));
    await assertSucceeds(edit('ben', 3, { isDone: true }));
  });

  it('changes each of its editable fields alone', async () => {
    const changes = [title('ana', 'Next'), { minutes: 5 }, { orderKey: 'a1' }, { isDone: true }, { isRemoved: true }];
    for (const [n, change] of changes.entries()) await assertSucceeds(edit('ana', n + 2, change));
    await assertFails(edit('ana', changes.length + 2, { why: 'another reason' }));
  });

  it('moves together with another one in a batch, or not at all', async () => {
    const other = 'sessions/session-1/agenda/item-2';
    await world.given(other, { ...anAgendaItem('ana'), orderKey: 'a1' });
    const swap = (revOfOther: number) => {
      const as = world.as('ben');
      const signed = { editedBy: 'ben', editedAt: serverTimestamp() };
      return writeBatch(as)
        .update(doc(as, ITEM), { orderKey: 'a1', rev: 2, ...signed })
        .update(doc(as, other), { orderKey: 'a0', rev: revOfOther, ...signed })
        .commit();
    };
    await assertFails(swap(5));
    await assertSucceeds(swap(2));
  });
});

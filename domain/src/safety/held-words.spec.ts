import { type AgendaItem, type SessionNote } from '../documents';
import { anItem } from '../sessions/example-session';
import { HELD_TITLE, isHeld, itemFor, notesFor } from './held-words';

const HELD = 'you faggot';
const ana = { id: 'ana', language: 'en' };
const ben = { id: 'ben', language: 'en' };
const byAna: Partial<AgendaItem> = { worded: { by: 'ana', was: 'Warm up' }, rev: 3, editedBy: 'ben' };

describe('an item of the agenda', () => {
  it('is the same one where a chat would hold nothing', () => {
    const item = anItem({ id: 'i1', alternatives: { e1: { by: 'ben', text: 'Warm up well' } } });
    expect(itemFor(ana, item)).toBe(item);
  });

  it.each<[string, Partial<AgendaItem>]>([
    ['whoever reworded it', byAna],
    ['whoever added it', { rev: 1, editedBy: 'ana' }],
  ])('shows held words to %s alone', (_whom, over) => {
    const item = anItem({ id: 'i1', title: HELD, ...over });
    expect(itemFor(ana, item)).toBe(item);
    expect(itemFor(ben, item)).toEqual({ ...item, title: HELD_TITLE });
  });

  it('shows them to nobody once their author is not known any more', () => {
    const item = anItem({ id: 'i1', title: HELD, rev: 2, editedBy: 'ana' });
    expect(itemFor(ana, item).title).toBe(HELD_TITLE);
  });

  it('offers no held title beside another one, but to its author', () => {
    const alternatives = { e1: { by: 'ana', text: HELD }, e2: { by: 'cem', text: 'Go slowly' } };
    const item = anItem({ id: 'i1', alternatives });
    expect(itemFor(ana, item)).toBe(item);
    expect(itemFor(ben, item)).toEqual({ ...item, alternatives: { e2: alternatives.e2 } });
  });

  it('is read in the language of whoever reads', () => {
    const item = anItem({ id: 'i1', title: 'Dick auftragen' });
    expect(itemFor({ id: 'ben', language: 'de' }, item)).toBe(item);
  });
});

describe('notes', () => {
  const note = (id: string, authorId: string, text: string): SessionNote => ({
    id,
    authorId,
    readerIds: ['ana', 'ben'],
    kind: 'win',
    text,
    writtenAt: new Date('2026-06-01T18:00:00Z'),
  });

  it('with held words are their author’s alone, and words of self-harm are heard', () => {
    const notes = [
      note('n1', 'ana', HELD),
      note('n2', 'ben', 'Three sets'),
      note('n3', 'ben', 'I want to kill myself'),
    ];
    expect(notesFor(ana, notes)).toEqual(notes);
    expect(notesFor(ben, notes).map(({ id }) => id)).toEqual(['n2', 'n3']);
    expect(notes.map(({ text }) => isHeld(text, 'en'))).toEqual([true, false, false]);
  });
});

import { DomainError } from '../contracts';
import { readCoachFile } from './coach-file';

const ana = { id: 'ana', name: 'Ana', aiConsent: true, present: true, streak: 3, missed: 0 };
const item = { id: 'i1', member: 'ana', text: 'Book a trainer', since: '2026-11-16' };
const note = { id: 'n1', member: 'ana', kind: 'win', text: 'Booked', private: false, at: '2026-11-23T19:00:00+01:00' };
const file = (changes: object = {}) => ({
  template: 'prompting',
  minutes: 50,
  members: [ana],
  openItems: [item],
  notes: [note],
  ...changes,
});
const problemsOf = (content: unknown): string[] => {
  try {
    readCoachFile(content);
  } catch (error) {
    if (error instanceof DomainError) return error.fields.map(({ path, message }) => `${path} ${message}`);
    throw error;
  }
  return [];
};

describe('a session file for the coach', () => {
  it('gives the session, with the track and instants of the product', () => {
    const session = readCoachFile(file());
    expect(session.track).toBe('dotnet-prompting');
    expect(session.notes[0]?.at).toEqual(new Date('2026-11-23T18:00:00Z'));
    expect(session.openItems).toEqual([item]);
  });

  it.each([
    ['template', file({ template: 'yoga' }), 'template is not gym or prompting'],
    ['minutes', file({ minutes: 0 }), 'minutes is below 1'],
    ['half minutes', file({ minutes: 12.5 }), 'minutes is not a whole number'],
    ['nobody', file({ members: [] }), 'members names nobody'],
    ['a consent', file({ members: [{ ...ana, aiConsent: 'yes' }] }), 'members[0].aiConsent '],
    ['a streak', file({ members: [{ ...ana, streak: -1 }] }), 'members[0].streak is below 0'],
    ['two of one id', file({ members: [ana, ana] }), 'members[1].id stands for another already'],
    ['a kind', file({ notes: [{ ...note, kind: 'joy' }] }), 'notes[0].kind is not win, block, next or note'],
    ['an instant', file({ notes: [note, { ...note, id: 'n2', at: 'now' }] }), 'notes[1].at is not an instant'],
    ['a text', file({ notes: [{ ...note, text: 'x'.repeat(20_001) }] }), 'notes[0].text is longer than 20000'],
    ['a stranger', file({ notes: [{ ...note, member: 'eve' }] }), 'notes[0].member is nobody in members'],
    ['a date', file({ openItems: [{ ...item, since: '2026-02-30' }] }), 'openItems[0].since is not a date'],
    ['an owner', file({ openItems: [{ ...item, member: 'eve' }] }), 'openItems[0].member is nobody in members'],
    ['too many notes', file({ notes: Array.from({ length: 5_001 }, () => note) }), 'notes has more than 5000'],
    ['a list', [], ' '],
  ])('is refused by the path of %s', (_, content, problem) => {
    expect(problemsOf(content)[0]).toContain(problem);
  });

  it('is refused for too much text in all, and names at most twenty problems', () => {
    const long = Array.from({ length: 201 }, (_, n) => ({ ...note, id: `n${n}`, text: 'x'.repeat(20_000) }));
    expect(problemsOf(file({ notes: long }))).toEqual(['notes has more than 4000000 characters of text']);
    expect(problemsOf(file({ notes: Array.from({ length: 100 }, () => ({})) }))).toHaveLength(20);
  });
});

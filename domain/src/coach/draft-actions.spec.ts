import { checklistFor } from './checklists';
import { aMember, anItem, aSession, someNotes, type NoteInShort } from './example-coach-session';
import { draftActions } from './draft-actions';
import { readableNotes } from './readable-notes';
import { statementsOf } from './statements';

const drafts = (
  notes: readonly NoteInShort[],
  members = [aMember('ana'), aMember('ben')],
  carried = [anItem('i1', 'ana', 'Book the physio')],
) => draftActions(statementsOf(readableNotes(aSession({ members, notes: someNotes(...notes) })).notes), carried, 'gym');

describe('actions', () => {
  it('are next steps in the words of their member, on the notes they are from', () =>
    expect(
      drafts([
        ['ben', 'next', "I'll train on Monday at 7:00"],
        ['ben', 'win', 'Ran 5 km'],
      ]),
    ).toEqual([{ member: 'ben', text: 'train on Monday at 7:00', cites: ['n1'], checklist: expect.any(Array) }]));

  it('are two per member at most, those that say how much and when', () => {
    const found = drafts([
      ['ben', 'next', 'maybe swim some day'],
      ['ben', 'next', 'Press 40 kg on Monday'],
      ['ben', 'next', 'Get better'],
      ['ben', 'next', 'Row 2,000 m on Friday at 7:00'],
    ]);
    expect(found.map(({ text }) => text)).toEqual(['Press 40 kg on Monday', 'Row 2,000 m on Friday at 7:00']);
  });

  it('are vague only where there is no other step', () => {
    expect(
      drafts([
        ['ben', 'next', 'maybe swim some day'],
        ['ben', 'next', 'Press 40 kg'],
      ]),
    ).toHaveLength(1);
    expect(drafts([['ben', 'next', 'maybe swim some day']])).toHaveLength(1);
  });

  it.each([
    ['of somebody who is away', [['cem', 'next', 'Swim on Sunday']]],
    ['of what will not be done', [['ben', 'next', "I won't train next week"]]],
    ['of a question', [['ben', 'next', 'Shall we swim on Sunday?']]],
    ['of what an open item says already', [['ana', 'next', 'Book the physio on Monday']]],
    ['that goes on into an injury', [['ben', 'next', 'Squat 100 kg although my knee hurts']]],
    [
      'of what was taken back',
      [
        ['ben', 'next', 'Swim'],
        ['ben', 'next', 'Scratch that, no swimming'],
      ],
    ],
  ] as const)('are none %s', (_, notes) => {
    const members = [aMember('ana'), aMember('ben'), aMember('cem', { present: false })];
    expect(drafts(notes, members).filter(({ text }) => !text.includes('no swimming'))).toEqual([]);
  });

  it('may take an open item up beside something new', () =>
    expect(drafts([['ana', 'next', 'Book the physio, buy shoes and swim on Sunday']])).toHaveLength(1));

  it('may be about healing', () =>
    expect(drafts([['ben', 'next', 'See the physio about my knee pain on Monday']])).toHaveLength(1));

  it('leave out the words that took another step back', () =>
    expect(drafts([['ben', 'next', 'Scratch that, Thursday at 19:00']])[0]?.text).toBe('Thursday at 19:00'));
});

describe('a checklist', () => {
  it.each([
    ['Book a trainer', 'gym', 'A confirmation, or who confirmed it'],
    ['Rewrite the weakest prompt', 'dotnet-prompting', 'The prompt as you sent it'],
    ['Add tests for the parser', 'dotnet-prompting', 'The change itself: a commit, a diff or a file'],
    ['Sleep before 23:00', 'gym', 'Which days it was kept'],
    ['Monday, 7:00', 'gym', 'What you did: exercises, sets or minutes'],
    ['Thursday', 'dotnet-prompting', 'The prompt and what came back'],
  ] as const)('of %j in %s asks for proof of effort: %j', (action, track, check) =>
    expect(checklistFor(action, track)).toContain(check),
  );
});

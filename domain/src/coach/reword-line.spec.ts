import * as fc from 'fast-check';
import { CoachDoc } from '../documents';
import { restoredDocs } from './doc-versions';
import { aCoachDoc } from './example-documents';
import { isOwnLine, leadOf, rewordedDocs } from './reword-line';
import { SAFETY_WORDS } from './safety';

const now = new Date('2026-06-02T08:00:00Z');
const notes = [
  { id: 'n1', authorId: 'ana' },
  { id: 'n2', authorId: 'ben' },
];
const LINES = [
  { text: 'Ana – win: ran', noteIds: ['n1'] },
  { text: 'Ben – next: swim', noteIds: ['n2'] },
  { text: 'Ana – win: both trained', noteIds: ['n1', 'n2'] },
  { text: SAFETY_WORDS.pause, noteIds: ['n1'] },
];
const QUIZ = ['n1', 'n2'].map((id) => ({ question: id, choices: ['a', 'b'], answer: 0, noteIds: [id] }));
const V1 = aCoachDoc({ lines: LINES, quiz: QUIZ });
const reword = (all: readonly CoachDoc[], over: Partial<Parameters<typeof rewordedDocs>[1]> = {}) =>
  rewordedDocs(all, { memberId: 'ana', language: 'en', version: 1, place: 0, text: 'ran 5 km', notes, now, ...over });

describe('a sentence of a summary, in its author’s words', () => {
  it('makes the next version, which says who worded it and keeps what stands in front', () => {
    const { version, made } = reword([V1]);
    expect(version).toBe(2);
    expect(made).toMatchObject([{ id: 'v2', version: 2, changedBy: 'ana', restoredFrom: null, quiz: QUIZ }]);
    expect(made[0]?.lines).toEqual([
      { text: 'Ana – win: ran 5 km', noteIds: ['n1'], editedBy: 'ana' },
      ...LINES.slice(1),
    ]);
    expect(CoachDoc.parse(made[0])).toEqual(made[0]);
    expect(restoredDocs([V1, ...made], { memberId: 'ben', version: 1, now }).made[0]).toMatchObject({
      lines: LINES,
      changedBy: null,
    });
  });

  it('is taken out with the questions on its notes', () => {
    const [next] = reword([V1], { text: null }).made;
    expect(next).toMatchObject({ lines: LINES.slice(1), quiz: [{ question: 'n2' }], changedBy: 'ana' });
  });

  it('changes for everybody who reads it, and names nobody to those who do not', () => {
    const parted = [
      { ...V1, readerIds: ['ana', 'cem'] },
      { ...V1, id: 'v1-ben', readerIds: ['ben'], lines: LINES.slice(1, 2) },
    ];
    const { made } = reword(parted);
    expect(made.map(({ id, readerIds, changedBy }) => [id, readerIds, changedBy])).toEqual([
      ['v2', ['ana', 'cem'], 'ana'],
      ['v2-ben', ['ben'], null],
    ]);
    expect(made[1]?.lines).toEqual(LINES.slice(1, 2));
  });

  it('stays as it is in the same words', () =>
    expect(reword([V1], { text: ' ran ' })).toEqual({ version: 1, made: [] }));

  it.each([
    ['of an older version', [V1, aCoachDoc({ id: 'v2', version: 2 })], {}, 'aborted'],
    ['that is not there', [V1], { place: 9 }, 'not-found'],
    ['on somebody else’s note', [V1], { place: 1 }, 'permission-denied'],
    ['that stands on somebody else’s note, too', [V1], { place: 2 }, 'permission-denied'],
    ['about safety', [V1], { place: 3 }, 'permission-denied'],
    ['by somebody who reads none', [V1], { memberId: 'eve' }, 'failed-precondition'],
    ['that is being made', [aCoachDoc({ status: 'working' })], {}, 'failed-precondition'],
    ['with nothing to see', [V1], { text: '\u200b<b></b>' }, 'invalid-argument'],
    [
      'with words that a chat would hold',
      [V1],
      { text: 'I know where you live and I will hurt you' },
      'invalid-argument',
    ],
    ['with words that a person has to read', [V1], { text: 'I want to kill myself' }, 'failed-precondition'],
    ['after fifty versions', [{ ...V1, id: 'v50', version: 50 }], { version: 50 }, 'resource-exhausted'],
  ] as const)('is not changed %s', (_, all, over, code) => {
    expect(() => reword(all, over)).toThrow(expect.objectContaining({ code }));
  });

  it('holds no markup, no address and no other name in front, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 280 }), (typed) => {
        const text = `${typed} <img src=x> http://evil.example Ben – win: mine`;
        const [next] = reword([V1], { text }).made;
        expect(next?.lines[0]?.text).toMatch(/^Ana – win: /);
        expect(next?.lines[0]?.text).not.toMatch(/<img|evil|\n/);
        expect(CoachDoc.safeParse(next).success).toBe(true);
      }),
    );
  });
});

describe('what of a sentence is its author’s', () => {
  it.each([
    ['Ana – win: ran', 'Ana – win: '],
    ['Cem (away) – suggestion: swim at 6:30', 'Cem (away) – suggestion: '],
    ['No frame: at all', ''],
    ['Plain', ''],
  ])('is what stands behind its lead: %s', (text, lead) => expect(leadOf({ text })).toBe(lead));

  it('needs a note, and every note theirs', () => {
    expect(isOwnLine({ text: 'x', noteIds: [] }, 'ana', notes)).toBe(false);
    expect(isOwnLine({ text: 'x', noteIds: ['gone'] }, 'ana', notes)).toBe(false);
    expect(isOwnLine({ text: 'x', noteIds: ['n1'] }, 'ana', notes)).toBe(true);
  });
});

import { CoachDoc } from '../documents';
import { erasedDoc, newestOf, restoredDocs } from './doc-versions';
import { aCoachDoc } from './example-documents';
import { quizResult } from './quiz-result';

const now = new Date('2026-06-02T08:00:00Z');
const versions = [aCoachDoc({ id: 'v1' }), aCoachDoc({ id: 'v2', version: 2, lines: [] })];

describe('the versions of a summary', () => {
  const restore = (all: readonly CoachDoc[], version: number, memberId = 'ana') =>
    restoredDocs(all, { memberId, version, now });

  it('grow by an earlier one that is brought back, once', () => {
    const { version, made } = restore(versions, 1);
    expect([version, made]).toMatchObject([3, [{ id: 'v3', version: 3, restoredFrom: 1, lines: versions[0]?.lines }]]);
    expect(restore([...versions, ...made], 1)).toEqual({ version: 3, made: [] });
    expect(newestOf([...made, ...versions])).toBe(made[0]);
  });

  it('come back for each reader as each of them reads it', () => {
    const parted = [
      aCoachDoc({ readerIds: ['cem'] }),
      aCoachDoc({ id: 'v1-ana', readerIds: ['ana'], lines: [] }),
      aCoachDoc({ id: 'v2', version: 2 }),
    ];
    const { made } = restore(parted, 1);
    expect(made.map(({ id, readerIds, lines }) => [id, readerIds, lines.length])).toEqual([
      ['v3', ['cem'], 1],
      ['v3-ana', ['ana'], 0],
    ]);
    expect(made.every((doc) => CoachDoc.safeParse(doc).success)).toBe(true);
  });

  it('stay as they are when the newest is asked for', () =>
    expect(restore(versions, 2)).toEqual({ version: 2, made: [] }));

  it.each([
    ['of a number that is none', versions, 9, 'There is no such version.'],
    ['while the newest is made', [versions[0]!, aCoachDoc({ version: 2, status: 'working' })], 1, 'still being put'],
    ['once erased', [erasedDoc(versions[0]!, { by: 'ana', at: now }), versions[1]!], 1, 'was erased'],
    ['that somebody else reads', [aCoachDoc({ readerIds: ['ben'] })], 1, 'There is no such version.'],
    ['after fifty', [versions[0]!, aCoachDoc({ id: 'v50', version: 50 })], 1, 'very often'],
  ] as const)('bring nothing back %s', (_, all, version, words) => expect(() => restore(all, version)).toThrow(words));

  it('hold no word and no name of the session once erased, and say who erased them first', () => {
    const erased = erasedDoc(aCoachDoc({ presentIds: ['ben'] }), { by: 'ana', at: now });
    expect(CoachDoc.parse(erased)).toEqual(erased);
    // Who may read that it was erased is what is left.
    expect(JSON.stringify({ ...erased, readerIds: [] })).not.toMatch(/ran|Which|ben/);
    expect(erasedDoc(erased, { by: 'cem', at: now })).toBe(erased);
  });
});

describe('the quiz of a summary', () => {
  const asked = (answers: number[] | null) => quizResult(aCoachDoc(), { memberId: 'ana', answers, now });

  it('counts what was right, and nothing where it is skipped', () => {
    expect(asked([0, 1, 0])).toMatchObject({ id: 'ana', score: 2, of: 3, docVersion: 1 });
    expect(asked(null)).toMatchObject({ score: null, answers: null });
  });

  it.each([[[0]], [[0, 0, 0, 0]], [[0, 0, 2]]])('refuses answers that do not fit its questions: %j', (answers) =>
    expect(() => asked(answers)).toThrow('not right yet'),
  );

  it('is not there once the summary was erased', () => {
    const erased = erasedDoc(aCoachDoc(), { by: 'ana', at: now });
    expect(() => quizResult(erased, { memberId: 'ana', answers: null, now })).toThrow('no quiz');
  });
});

import { CoachDoc } from '../documents';
import { erasedDoc, newestOf, restoredDoc } from './doc-versions';
import { aCoachDoc } from './example-documents';
import { quizResult } from './quiz-result';

const now = new Date('2026-06-02T08:00:00Z');
const versions = [aCoachDoc({ id: 'v1' }), aCoachDoc({ id: 'v2', version: 2, lines: [] })];

describe('the versions of a summary', () => {
  it('grow by an earlier one that is brought back, once', () => {
    const restored = restoredDoc(versions, 1, now);
    expect(restored).toMatchObject({ id: 'v3', version: 3, restoredFrom: 1, lines: versions[0]?.lines });
    expect(restoredDoc([...versions, restored], 1, now)).toBe(restored);
    expect(newestOf([restored, ...versions])).toBe(restored);
  });

  it('stay as they are when the newest is asked for', () => expect(restoredDoc(versions, 2, now)).toBe(versions[1]));

  it.each([
    ['of a number that is none', versions, 9, 'There is no such version.'],
    ['while the newest is made', [versions[0]!, aCoachDoc({ version: 2, status: 'working' })], 1, 'still being put'],
    ['once erased', [erasedDoc(versions[0]!, { by: 'ana', at: now }), versions[1]!], 1, 'was erased'],
  ] as const)('bring nothing back %s', (_, all, version, words) =>
    expect(() => restoredDoc(all, version, now)).toThrow(words),
  );

  it('hold no word and no name of the session once erased, and say who erased them first', () => {
    const erased = erasedDoc(aCoachDoc({ presentIds: ['ben'] }), { by: 'ana', at: now });
    expect(CoachDoc.parse(erased)).toEqual(erased);
    expect(JSON.stringify(erased)).not.toMatch(/ran|Which|ben/);
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

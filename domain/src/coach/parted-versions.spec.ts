import * as fc from 'fast-check';
import { CoachDoc, type SessionNote } from '../documents';
import { aSession } from '../sessions/example-session';
import { aCoachDoc, anAction, systemItem } from './example-documents';
import { readyDoc, workingDoc } from './kept-session';
import { type KeptOfSession, type Pair, partedKept } from './parted-versions';
import { runCoach } from './run-coach';
import { coachSessionOf } from './session-facts';

const AT = new Date('2026-06-01T18:30:00Z');
const session = aSession({ state: 'done', joinedIds: ['ana', 'ben', 'cem'] });
const aNote = (id: string, authorId: string, text: string, kind: SessionNote['kind'] = 'win'): SessionNote => ({
  id,
  authorId,
  readerIds: ['ana', 'ben'],
  kind,
  text,
  writtenAt: AT,
});
const SAID = {
  ana: ['Squatted 80 kg for five reps', 'Book the physio on Monday', 'The rack was taken twice'],
  ben: ['Rowed 4000 metres before breakfast', 'Swim with Cem on Thursday', 'Overslept three mornings'],
  cem: ['Walked home along the river', 'Cook lentils on Sunday', 'Rain kept me inside'],
};
const KINDS = ['win', 'next', 'block'] as const;
const NOTES = Object.entries(SAID).flatMap(([authorId, texts]) =>
  texts.map((text, n) => aNote(`${authorId}${n}`, authorId, text, KINDS[n])),
);

/** What the coach makes of these notes, as it is kept. */
function kept(notes: readonly SessionNote[], seed = 1): CoachDoc {
  const facts = { session, notes, silentIds: [], hereIds: session.memberIds, streaks: [], openActions: [] };
  const { output } = runCoach(coachSessionOf({ ...facts, missedSince: AT }), { seed });
  const working = workingDoc(session, { version: 1, now: AT });
  return readyDoc(working, output, { madeBy: 'rules', fellBack: false, presence: [], agenda: [] });
}
const part = (
  all: Partial<KeptOfSession>,
  pairs: readonly Pair[] = [['ana', 'ben']],
  notes = NOTES,
  items = [] as never[],
) => partedKept({ versions: [], actions: [], results: [], ...all }, pairs, { session, notes, items });

describe('what is kept of a session, once two of it are parted', () => {
  it('shows neither of them the other’s words, and the third what was there before', () => {
    const doc = kept(NOTES);
    expect(doc.quiz).toHaveLength(3);
    const { versions } = part({ versions: [doc] });
    const read = (id: string) => versions.filter(({ readerIds }) => readerIds.includes(id));
    expect(['ana', 'ben', 'cem'].map((id) => read(id).length)).toEqual([1, 1, 1]);
    expect(JSON.stringify(read('ana'))).toMatch(/Squatted/);
    expect(JSON.stringify(read('ana'))).not.toMatch(/Rowed|Swim|Overslept/);
    expect(JSON.stringify(read('ben'))).not.toMatch(/Squatted|physio|rack/);
    expect(read('cem')).toEqual([{ ...doc, readerIds: ['cem'] }]);
    for (const one of versions) expect(CoachDoc.parse(one)).toEqual(one);
  });

  it('holds for any notes and any pair, and the same again changes nothing', () => {
    const word = fc.constantFrom(...'ran rowed squats bench plank yoga lentils river physio monday five'.split(' '));
    const text = fc.array(word, { minLength: 2, maxLength: 6 }).map((words) => words.join(' '));
    const note = fc.tuple(fc.constantFrom(...session.memberIds), fc.constantFrom(...KINDS), text);
    const notes = fc
      .array(note, { minLength: 1, maxLength: 12 })
      .map((all) => all.map(([by, kind, said], n) => aNote(`n${n}`, by, `${said} ${by}s${n}`, kind)));
    const pairs = fc.constantFrom<Pair[]>(
      [['ana', 'ben']],
      [['ben', 'cem']],
      [
        ['ana', 'ben'],
        ['ana', 'cem'],
      ],
    );
    fc.assert(
      fc.property(notes, pairs, fc.nat(99), (all, parted, seed) => {
        const before = [kept(all, seed), { ...kept(all, seed + 1), id: 'v2', version: 2 }];
        const changed = part({ versions: before }, parted, all).versions;
        const after = [...before.filter(({ id }) => !changed.some((one) => one.id === id)), ...changed];
        for (const version of [1, 2])
          for (const id of session.memberIds)
            expect(after.filter((doc) => doc.version === version && doc.readerIds.includes(id))).toHaveLength(1);
        for (const [a, b] of parted.flatMap(([x, y]) => [[x, y] as const, [y, x] as const]))
          for (const doc of after.filter(({ readerIds }) => readerIds.includes(a)))
            for (const { text: theirs } of all.filter(({ authorId }) => authorId === b))
              expect(JSON.stringify([doc.lines, doc.quiz])).not.toContain(theirs);
        expect(part({ versions: after }, parted, all).versions).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('takes a document of its own only where there are such words', () => {
    const notes = NOTES.filter(({ authorId }) => authorId !== 'ana');
    const { versions } = part({ versions: [kept(notes)] }, [['ana', 'ben']], notes);
    expect(versions.map(({ id, readerIds }) => [id, readerIds])).toEqual([
      ['v1', ['ben', 'cem']],
      ['v1-ana', ['ana']],
    ]);
  });

  it('narrows the document of two alone in place', () => {
    const doc = { ...kept(NOTES), readerIds: ['ana', 'ben'] };
    const ids = part({ versions: [doc] }).versions.map(({ id, readerIds }) => [id, readerIds]);
    expect(ids).toEqual([
      ['v1', ['ben']],
      ['v1-ana', ['ana']],
    ]);
  });

  it('takes out what the other worded of the agenda, and their open steps', () => {
    const agenda = ['Ours', 'Ben’s words', 'Ben: Swim'].map((title) => ({ title, minutes: 5, why: '' }));
    const item = systemItem('i1', { title: 'Ben’s words', worded: { by: 'ben', was: 'Ours' } });
    const all = { versions: [aCoachDoc({ lines: [], quiz: [], agenda })], actions: [], results: [] };
    const said = { session: { names: { ben: 'Ben' } }, notes: [], items: [item] };
    const { versions } = partedKept(all, [['ana', 'ben']], said);
    expect(versions.find(({ id }) => id === 'v1-ana')?.agenda.map(({ title }) => title)).toEqual(['Ours']);
    expect(versions.find(({ id }) => id === 'v1')).toMatchObject({ readerIds: ['ben', 'cem'], agenda });
  });

  it('hides each one’s steps from the other alone', () => {
    const actions = ['ana', 'ben', 'cem'].map((memberId) => anAction({ id: memberId, memberId }));
    expect(part({ actions }).actions.map(({ id, memberIds, version }) => [id, memberIds, version])).toEqual([
      ['ana', ['ana', 'cem'], 2],
      ['ben', ['ben', 'cem'], 2],
    ]);
  });

  it('keeps answers with the questions that are left, and none where there is no question left', () => {
    const question = (id: string, n: number) => ({
      question: `${n}?`,
      choices: ['x1', 'y1'],
      answer: 0,
      noteIds: [id],
    });
    const quiz = [question('ben0', 1), question('cem0', 2), question('ana0', 3)];
    const doc = aCoachDoc({ lines: [], quiz });
    const aResult = (id: string, answers: number[]) => ({
      id,
      sessionId: 'session1',
      docVersion: 1,
      answers,
      score: 1,
      of: 3,
      answeredAt: AT,
      schemaVersion: 3,
    });
    const { results, removedResults } = part({
      versions: [doc],
      results: [aResult('ana', [0, 1, 1]), aResult('cem', [0, 1, 1])],
    });
    expect(results).toMatchObject([{ id: 'ana', answers: [1, 1], score: 0, of: 2 }]);
    expect(removedResults).toEqual([]);
    const only = part({ versions: [aCoachDoc({ quiz: [question('ben0', 1)] })], results: [aResult('ana', [0])] });
    expect(only.removedResults).toEqual(['ana']);
  });
});

import { actionsOf, block, type CoachAtWork, deliver, docsOf, end, firstSession, meet } from './coach-at-work';
import { Crash, crashAt } from './crashing';
import { closeDesks, openDesks, refusalOf } from './desks-at-work';

const NOTES = [
  ['ana', 'win', 'Squatted 80 kg for five'],
  ['ana', 'next', 'Book the trainer on Monday'],
  ['ben', 'win', 'Rowed 4000 metres before work'],
  ['ben', 'next', 'Swim the long lane on Thursday'],
  ['cem', 'win', 'Walked home along the river'],
] as const;
const WORDS = { ana: /Squatted|trainer/, ben: /Rowed|Swim|lane/ };

describe('what was kept of a session, after a block between two of it', () => {
  let at: CoachAtWork;
  afterAll(closeDesks);

  beforeEach(async () => {
    at = await firstSession(await openDesks('coach-parted', '2026-03-02T08:00:00Z'), ['ana', 'ben', 'cem']);
    await meet(at, ['ana', 'ben', 'cem'], NOTES);
    await end(at);
    await deliver(at);
  });

  /** What the pages of a member would get: all that names them among its readers. */
  const readBy = async (memberId: string) => {
    const docs = (await docsOf(at)).filter(({ readerIds }) => readerIds.includes(memberId));
    const notes = (await at.world.records.notes(at.sessionId).get()).docs.map((found) => found.data());
    const actions = (await actionsOf(at)).filter(({ memberIds }) => memberIds.includes(memberId));
    return { docs, notes: notes.filter(({ readerIds }) => readerIds.includes(memberId)), actions };
  };
  const parted = async (): Promise<void> => {
    expect(JSON.stringify(await readBy('ana'))).toMatch(WORDS.ana);
    expect(JSON.stringify(await readBy('ana'))).not.toMatch(WORDS.ben);
    expect(JSON.stringify(await readBy('ben'))).toMatch(WORDS.ben);
    expect(JSON.stringify(await readBy('ben'))).not.toMatch(WORDS.ana);
  };

  it('shows neither the other’s words, in no version, and the third what was there before', async () => {
    const before = await readBy('cem');
    expect(JSON.stringify(before)).toMatch(WORDS.ben);
    expect(JSON.stringify(await readBy('ana'))).toMatch(WORDS.ben);
    await block(at, 'ana', 'ben', 2);
    await parted();
    const after = await readBy('cem');
    expect(after.docs.map(({ lines, quiz, agenda }) => [lines, quiz, agenda])).toEqual(
      before.docs.map(({ lines, quiz, agenda }) => [lines, quiz, agenda]),
    );
    expect([after.notes.length, after.actions.length]).toEqual([before.notes.length, before.actions.length]);
    for (const memberId of ['ana', 'ben', 'cem']) expect((await readBy(memberId)).docs).toHaveLength(1);
  });

  it('keeps them parted in what is brought back, answered and erased later, and when the block is taken back', async () => {
    const { coach, relations } = at.world.desks;
    const [first] = await docsOf(at);
    await at.world.records
      .coachDocs(at.sessionId)
      .doc('v2')
      .set({ ...first!, id: 'v2', version: 2, lines: [] });
    await block(at, 'ben', 'ana');
    expect(await coach.restore('ben', { sessionId: at.sessionId, version: 1 })).toEqual({ version: 3 });
    await parted();
    const newest = (await readBy('ana')).docs.at(-1);
    expect(newest).toMatchObject({ version: 3, restoredFrom: 1 });
    const answers = (newest?.quiz ?? []).map(({ answer }) => answer);
    if (answers.length > 0) {
      const score = await coach.answerQuiz('ana', { sessionId: at.sessionId, answers });
      expect(score).toEqual({ score: answers.length, of: answers.length });
    }
    await relations.unblock('ben', { memberId: 'ana' });
    await at.world.desks.chat.partWords('ben');
    await parted();
    await coach.erase('ana', { sessionId: at.sessionId });
    for (const doc of await docsOf(at)) expect(doc).toMatchObject({ status: 'erased', lines: [], quiz: [] });
    const back = coach.restore('ben', { sessionId: at.sessionId, version: 1 });
    expect(await refusalOf(back)).toBe('failed-precondition');
  });

  it('ends the same when the task breaks off at any of its transactions', async () => {
    await at.world.desks.relations.block('ana', { memberId: 'ben' });
    for (const when of ['before', 'after'] as const) {
      const over = crashAt(at.world, 1, when);
      await at.world.desks.chat.partWords('ana').catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
      expect(over()).toBe(true);
    }
    await at.world.desks.chat.partWords('ana');
    await parted();
    const marks = await at.world.records.auditEvents.where('cause', '==', 'part-words').get();
    expect(marks.size).toBe(1);
    expect(JSON.stringify(marks.docs[0]?.data())).not.toMatch(/ben|Squatted|Rowed/);
  });

  it('parts what was noted after a block in a session that still went on, once it is over', async () => {
    at = await firstSession(await openDesks('coach-parted', '2026-03-02T08:00:00Z'), ['ana', 'ben', 'cem']);
    await meet(at, ['ana', 'ben', 'cem'], []);
    await block(at, 'ana', 'ben');
    const said = { authorId: 'ben', kind: 'win', text: 'Said after it', writtenAt: at.world.now() };
    await at.world.db.doc(`sessions/${at.sessionId}/notes/late`).set({ ...said, readerIds: ['ana', 'ben', 'cem'] });
    await end(at);
    at.world.tasks.length = 0;
    await deliver(at);
    await at.world.settle();
    const sent = at.world.tasks.filter(({ task }) => task === 'part-words').map(({ subjectId }) => subjectId);
    expect(sent).toEqual(['ana']);
    await at.world.desks.chat.partWords('ana');
    expect((await readBy('ana')).notes).toEqual([]);
    expect((await readBy('cem')).notes).toHaveLength(1);
  });
});

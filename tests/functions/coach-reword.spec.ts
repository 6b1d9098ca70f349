import { block, type CoachAtWork, deliver, docsOf, end, firstSession, meet } from './coach-at-work';
import { closeDesks, openDesks, refusalOf } from './desks-at-work';

describe('the coach’s memory, in its members’ words', () => {
  let at: CoachAtWork;
  afterAll(closeDesks);
  beforeEach(async () => {
    at = await firstSession(await openDesks('coach-reword', '2026-03-02T08:00:00Z'), ['ana', 'ben', 'cem']);
    await meet(
      at,
      ['ana', 'ben', 'cem'],
      [
        ['ana', 'win', 'Squatted 80 kg for five'],
        ['ben', 'next', 'Swim on Thursday'],
      ],
    );
    await end(at);
    await deliver(at);
  });

  const placeOf = async (words: string, readerId = 'ana'): Promise<number> => {
    const docs = (await docsOf(at)).filter(({ readerIds }) => readerIds.includes(readerId));
    return docs.at(-1)?.lines.findIndex(({ text }) => text.includes(words)) ?? -1;
  };
  const reword = async (memberId: string, words: string, text: string | null, version = 1) =>
    at.world.desks.coach.reword(memberId, {
      sessionId: at.sessionId,
      version,
      place: await placeOf(words, memberId),
      text,
    });

  it('has a new version for each change, of which the older come back, and an audit without words', async () => {
    expect(await reword('ana', 'Squatted', 'squatted 82 kg')).toEqual({ version: 2 });
    expect(await reword('ana', 'squatted 82', null, 2)).toEqual({ version: 3 });
    const [first, second, third] = await docsOf(at);
    expect(second).toMatchObject({ changedBy: 'ana', lines: [{ editedBy: 'ana' }, {}] });
    expect(third?.lines.map(({ text }) => text)).toEqual([expect.stringContaining('Swim')]);
    expect(await at.world.desks.coach.restore('ben', { sessionId: at.sessionId, version: 1 })).toEqual({ version: 4 });
    expect((await docsOf(at))[3]?.lines).toEqual(first?.lines);
    const marks = await at.world.records.auditEvents.where('cause', '==', 'rewordCoachLine').get();
    expect(marks.docs.map((mark) => mark.get('to') as string).sort()).toEqual([
      'a sentence reworded',
      'without a sentence',
    ]);
    expect(JSON.stringify(marks.docs.map((mark) => mark.data()))).not.toMatch(/82|Squatted/i);
  });

  it('takes one of two changes at once, and tells the other', async () => {
    const both = await Promise.all(
      [reword('ana', 'Squatted', 'mine'), reword('ben', 'Swim', 'theirs')].map((one) => refusalOf(one)),
    );
    expect(both.sort()).toEqual(['aborted', 'accepted']);
    expect((await docsOf(at)).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('is nobody else’s to word', async () => {
    const stranger = { sessionId: at.sessionId, version: 1, place: 0, text: 'x' };
    expect(await refusalOf(at.world.desks.coach.reword('eve', stranger))).toBe('not-found');
    expect(await refusalOf(reword('ana', 'Swim', 'sink'))).toBe('permission-denied');
  });

  it('stays parted for two with a block between them', async () => {
    await block(at, 'ana', 'ben');
    await reword('ana', 'Squatted', 'squatted 82 kg');
    const [theirs] = (await docsOf(at)).filter(({ version, readerIds }) => version === 2 && readerIds.includes('ben'));
    expect(theirs).toMatchObject({ changedBy: null, lines: [{ text: expect.stringContaining('Swim') }] });
    const [third] = (await docsOf(at)).filter(({ version, readerIds }) => version === 2 && readerIds.includes('cem'));
    expect(third).toMatchObject({ changedBy: 'ana', lines: [{ editedBy: 'ana' }, {}] });
  });
});

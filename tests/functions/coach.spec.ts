import { actionsOf, type CoachAtWork, deliver, docsOf, end, firstSession, meet } from './coach-at-work';
import { agendaOf, closeDesks, openDesks, refusalOf } from './desks-at-work';

const NOTES = [
  ['ana', 'win', 'Squatted 80 kg for five'],
  ['ben', 'block', 'The gym was closed on Friday'],
  ['ana', 'next', 'Book the trainer on Monday'],
  ['ana', 'next', 'Pack the bag on Tuesday'],
  ['ana', 'next', 'Walk home on Wednesday'],
  ['cem', 'next', 'Swim on Thursday'],
] as const;

describe('the coach after a session', () => {
  let at: CoachAtWork;
  const { world, sessionId } = { world: () => at.world, sessionId: () => at.sessionId };
  const told = (event: string) =>
    world()
      .notices.filter((notice) => notice.event === event)
      .map(({ memberId }) => memberId)
      .sort();
  const own = async (memberId: string) => (await actionsOf(at)).filter((action) => action.memberId === memberId);
  const answer = async (memberId: string, actionId: string, said: 'accept' | 'dismiss' | 'done' | 'reopen') =>
    world().desks.coach.answer(memberId, { sessionId: sessionId(), actionId, answer: said });

  beforeEach(async () => {
    at = await firstSession(await openDesks('coach', '2026-03-02T08:00:00Z'), ['ana', 'ben', 'cem']);
  });
  afterAll(closeDesks);

  const held = async (notes: Parameters<typeof meet>[2] = NOTES, hereIds = ['ana', 'ben']): Promise<void> => {
    await meet(at, hereIds, notes);
    await end(at);
    await deliver(at);
  };

  it('keeps one version that cites its notes, with who was there when, and tells everybody once', async () => {
    await held();
    await deliver(at);
    const [doc, ...others] = await docsOf(at);
    expect(others).toEqual([]);
    expect(doc).toMatchObject({ version: 1, status: 'ready', progress: 'done', madeBy: 'rules', fellBack: false });
    expect(doc?.lines).toContainEqual({ text: expect.stringContaining('Squatted 80 kg'), noteIds: ['n1'] });
    expect(doc?.lines.every(({ noteIds }) => noteIds.length > 0)).toBe(true);
    expect(doc?.presentIds).toEqual(['ana', 'ben']);
    expect(doc?.presence.map(({ memberId, stays }) => [memberId, stays.length > 0])).toEqual([
      ['ana', true],
      ['ben', true],
      ['cem', false],
    ]);
    expect(doc?.agenda.length).toBeGreaterThan(2);
    expect(told('summary-ready')).toEqual(['ana', 'ben', 'cem']);
  });

  it('drafts at most two steps for each, and for who was away only suggestions', async () => {
    await held();
    expect((await own('ana')).map(({ status }) => status)).toEqual(['draft', 'draft']);
    expect(await own('cem')).toMatchObject([{ status: 'suggested', text: 'Swim on Thursday' }]);
    expect(await own('ben')).toEqual([]);
  });

  it('makes a step its member’s own by their answer alone, and keeps its checklist', async () => {
    await held();
    const [step] = await own('ana');
    const id = step?.id ?? 'none';
    const tick = (memberId: string) =>
      world().desks.coach.tick(memberId, { sessionId: sessionId(), actionId: id, place: 0, isDone: true });
    expect(await refusalOf(answer('ben', id, 'accept'))).toBe('not-found');
    expect(await refusalOf(answer('ana', id, 'done'))).toBe('failed-precondition');
    expect(await refusalOf(tick('ana'))).toBe('failed-precondition');
    expect(await answer('ana', id, 'accept')).toEqual({ status: 'accepted' });
    expect(await answer('ana', id, 'accept')).toEqual({ status: 'accepted' });
    await tick('ana');
    expect(await refusalOf(tick('ben'))).toBe('not-found');
    expect((await own('ana'))[0]).toMatchObject({ status: 'accepted', version: 3, checklist: [{ isDone: true }, {}] });
    expect(await answer('ana', id, 'done')).toEqual({ status: 'done' });
  });

  it('reads nothing by whoever said no, nor by two with a block between them', async () => {
    await world().desks.coach.setConsent('cem', { sessionId: sessionId(), isAllowed: false });
    await meet(at, ['ana', 'ben', 'cem'], [...NOTES, ['ben', 'win', 'Ran five kilometres']]);
    await world().desks.relations.block('ana', { memberId: 'ben' });
    await end(at);
    await deliver(at);
    expect((await docsOf(at))[0]).toMatchObject({ status: 'ready', lines: [], quiz: [] });
    expect(await actionsOf(at)).toEqual([]);
    const late = world().desks.coach.setConsent('cem', { sessionId: sessionId(), isAllowed: true });
    expect(await refusalOf(late)).toBe('failed-precondition');
  });

  it('scores the first answers to its quiz for their member alone, and lets it be skipped', async () => {
    await held();
    const quiz = (await docsOf(at))[0]?.quiz ?? [];
    expect(quiz).toHaveLength(3);
    const right = quiz.map((question) => question.answer);
    const ask = (memberId: string, answers: number[] | null) =>
      world().desks.coach.answerQuiz(memberId, { sessionId: sessionId(), answers });
    expect(await refusalOf(ask('ana', [0]))).toBe('invalid-argument');
    expect(await ask('ana', right)).toEqual({ score: 3, of: 3 });
    expect(await ask('ana', null)).toEqual({ score: 3, of: 3 });
    expect(await ask('ben', null)).toEqual({ score: null, of: 3 });
    expect(await refusalOf(ask('eve', right))).toBe('not-found');
  });

  it('brings an earlier version back as the newest, and leaves nothing of any once erased', async () => {
    await held();
    const { coach } = world().desks;
    const [first] = await docsOf(at);
    await world()
      .records.coachDocs(sessionId())
      .doc('v2')
      .set({ ...first!, id: 'v2', version: 2, lines: [] });
    expect(await coach.restore('ben', { sessionId: sessionId(), version: 1 })).toEqual({ version: 3 });
    expect(await coach.restore('ben', { sessionId: sessionId(), version: 1 })).toEqual({ version: 3 });
    expect((await docsOf(at))[2]).toMatchObject({ version: 3, restoredFrom: 1, lines: first?.lines });
    const [kept] = await own('ana');
    await answer('ana', kept?.id ?? '', 'accept');
    await coach.answerQuiz('ana', { sessionId: sessionId(), answers: null });

    expect(await refusalOf(coach.erase('eve', { sessionId: sessionId() }))).toBe('not-found');
    await coach.erase('ben', { sessionId: sessionId() });
    await coach.erase('ana', { sessionId: sessionId() });
    for (const doc of await docsOf(at))
      expect(doc).toMatchObject({ status: 'erased', lines: [], quiz: [], agenda: [], erased: { by: 'ben' } });
    expect(await actionsOf(at)).toMatchObject([{ id: kept?.id, status: 'accepted', noteIds: [] }]);
    expect((await world().records.quizResults(sessionId()).doc('ana').get()).exists).toBe(false);
    const back = coach.restore('ana', { sessionId: sessionId(), version: 1 });
    expect(await refusalOf(back)).toBe('failed-precondition');
  });

  it('offers a pause to who is hurt, and calls a person where words are heavy, with nothing against anybody', async () => {
    await held([
      ['ana', 'block', 'My knee hurts since Tuesday'],
      ['ben', 'block', 'Some days I want to kill myself'],
    ]);
    expect(told('pause-offered')).toEqual(['ana']);
    expect(told('help-offered')).toEqual(['ben']);
    const reports = (await world().records.safetyReports.get()).docs.map((found) => found.data());
    expect(reports).toMatchObject([
      { kind: 'needs-a-person', subjectId: 'ben', reporterId: 'system', severity: 'S1', kept: [{ id: 'n2' }] },
    ]);
    expect(JSON.stringify(await docsOf(at))).not.toContain('kill');
    expect((await world().records.sessions.doc(sessionId()).get()).data()?.attended).toMatchObject({ ben: 'came' });
  });

  it('carries what was accepted into the next agenda, with why, within the session’s length', async () => {
    await held();
    const [step] = await own('ana');
    await answer('ana', step?.id ?? '', 'accept');
    const next = (await world().records.sessions.where('state', '==', 'scheduled').get()).docs[0]?.data();
    const { id = 'none', startsAt = new Date(0), minutes = 0 } = next ?? {};
    world().at(new Date(startsAt.getTime() - 10 * 60_000));
    await world().desks.sessions.advance(id);
    const items = (await agendaOf(world(), id)).filter(({ isRemoved }) => !isRemoved);
    expect(items.find(({ title }) => title.includes(step?.text ?? 'none'))?.why).toContain('Open since');
    expect(items.every(({ why }) => why !== '')).toBe(true);
    expect(items.reduce((sum, item) => sum + item.minutes, 0)).toBeLessThanOrEqual(minutes);
  });

  it('leaves an agenda alone that somebody has put a hand to', async () => {
    const [item] = await agendaOf(world(), sessionId());
    await world()
      .db.doc(`sessions/${sessionId()}/agenda/${item?.id}`)
      .update({ title: 'Ours', editedBy: 'ben', rev: 2 });
    const before = await agendaOf(world(), sessionId());
    await meet(at, ['ana', 'ben'], []);
    expect(await agendaOf(world(), sessionId())).toEqual(before);
  });
});

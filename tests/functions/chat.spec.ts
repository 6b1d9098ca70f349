import { type CallableInput, LIMITS } from '@podmates/domain';
import { type DesksAtWork, aPodOf, closeDesks, openDesks, refusalOf } from './desks-at-work';

const HELD = 'you faggot';
const HURTING = 'you idiot';

describe('the chat desk', () => {
  let world: DesksAtWork;
  let podId: string;
  let sessionId: string;
  const send = (by: string, text: string, over: Partial<CallableInput<'sendMessage'>> = {}) =>
    world.desks.chat.send(by, { scope: 'pod', id: podId, clientMutationId: text, text, isMeant: false, ...over });
  const inSession = () => ({ scope: 'session', id: sessionId }) as const;
  const thread = async () => (await world.records.messages(podId).orderBy('sentAt').get()).docs.map((d) => d.data());
  const chat = async () => (await world.records.chat(sessionId).get()).docs.map((d) => d.data());
  const held = async (id: string) => (await world.records.heldTexts.doc(id).get()).data();

  beforeEach(async () => {
    world = await openDesks('chat', '2026-03-02T08:00:00Z');
    podId = await aPodOf(world, ['ana', 'ben', 'cai']);
    sessionId = (await world.records.sessions.get()).docs[0]?.id ?? 'none';
    await world.settle();
  });
  afterAll(closeDesks);

  it('says it to everybody in the pod, once, however often it is asked', async () => {
    const first = await send('ana', '  Hello all  ', { clientMutationId: 'one' });
    world.at('2026-03-02T09:00:00Z');
    expect(await send('ana', '  Hello all  ', { clientMutationId: 'one' })).toEqual(first);
    expect(await Promise.all([1, 2].map(() => send('ana', 'Twice at once')))).toMatchObject([
      { state: 'sent' },
      { state: 'sent' },
    ]);
    expect(await thread()).toMatchObject([
      { authorId: 'ana', text: 'Hello all', readerIds: ['ana', 'ben', 'cai'] },
      { text: 'Twice at once' },
    ]);
  });

  it('asks the author of words that may hurt, and stores nothing until they are meant', async () => {
    expect(await send('ana', HURTING)).toMatchObject({ state: 'asks' });
    expect(await thread()).toEqual([]);
    expect(await send('ana', HURTING, { isMeant: true })).toMatchObject({ state: 'sent' });
    expect(await thread()).toMatchObject([{ text: HURTING }]);
  });

  it('keeps what it holds where nobody reads it, also when it is meant, and says so again', async () => {
    const { messageId, state } = await send('ana', HELD, { isMeant: true });
    expect(state).toBe('held');
    expect(await send('ana', HELD)).toMatchObject({ state: 'held', messageId });
    expect(await thread()).toEqual([]);
    expect(await held(messageId)).toMatchObject({ text: HELD, state: 'waiting', reasons: ['slur'] });
    expect((await world.desks.chat.held()).texts).toMatchObject([{ id: messageId, text: HELD, authorId: 'ana' }]);
  });

  it('says a released text where it belongs, once, and keeps no second copy', async () => {
    const { messageId } = await send('ana', HELD);
    const release = () => world.desks.chat.decide('mo', { heldId: messageId, decision: 'release' });
    expect(await release()).toEqual({ state: 'released' });
    expect(await world.desks.chat.decide('mo', { heldId: messageId, decision: 'drop' })).toEqual({ state: 'released' });
    expect(await release()).toEqual({ state: 'released' });
    expect(await thread()).toMatchObject([{ id: messageId, text: HELD, readerIds: ['ana', 'ben', 'cai'] }]);
    expect(await held(messageId)).toMatchObject({ text: '', state: 'released' });
    expect(await send('ana', HELD)).toMatchObject({ state: 'sent', messageId });
  });

  it('drops what a moderator drops, and what was meant for a pod that its author has left', async () => {
    const first = await send('ana', HELD);
    expect(await world.desks.chat.decide('mo', { heldId: first.messageId, decision: 'drop' })).toEqual({
      state: 'dropped',
    });
    expect(await send('ana', HELD)).toMatchObject({ state: 'dropped' });
    const second = await send('cai', HELD);
    await world.desks.pods.leave('cai', { podId, looksForAnother: false });
    expect(await world.desks.chat.decide('mo', { heldId: second.messageId, decision: 'release' })).toEqual({
      state: 'dropped',
    });
    expect(await thread()).toEqual([]);
  });

  it('leaves an audit event of each step, and none of the words', async () => {
    const { messageId } = await send('ana', HELD);
    await world.desks.chat.decide('mo', { heldId: messageId, decision: 'release' });
    const events = (await world.records.auditEvents.where('entity', '==', `heldTexts/${messageId}`).get()).docs;
    const told = events.map((event) => event.data()).map(({ actorId, from, to }) => ({ actorId, from, to }));
    expect(told).toHaveLength(2);
    expect(told).toContainEqual({ actorId: 'ana', from: null, to: 'waiting' });
    expect(told).toContainEqual({ actorId: 'mo', from: 'waiting', to: 'released' });
    expect(JSON.stringify((await world.records.auditEvents.get()).docs.map((d) => d.data()))).not.toContain('faggot');
  });

  it('hears words of self-harm, shows help, and holds nothing back', async () => {
    expect(await send('ana', 'I want to die')).toMatchObject({ state: 'sent', showsHelp: true });
    expect(await thread()).toMatchObject([{ text: 'I want to die' }]);
  });

  it('takes so many a minute from one member, and none of it counts against another', async () => {
    for (let n = 0; n < LIMITS.messagesPerMinute; n += 1) await send('ana', `message ${n}`);
    expect(await refusalOf(send('ana', 'one more'))).toBe('resource-exhausted');
    expect(await refusalOf(send('ben', 'hello'))).toBe('accepted');
    world.at('2026-03-02T08:01:00Z');
    expect(await refusalOf(send('ana', 'one more'))).toBe('accepted');
  });

  it('is there for members alone', async () => {
    expect(await refusalOf(send('eve', 'hello'))).toBe('not-found');
    expect(await refusalOf(send('ana', 'hello', { id: 'none' }))).toBe('not-found');
    expect(await refusalOf(world.desks.chat.decide('mo', { heldId: 'none', decision: 'drop' }))).toBe('not-found');
  });

  it('opens a session’s chat with its lobby', async () => {
    expect(await refusalOf(send('ana', 'early', inSession()))).toBe('failed-precondition');
    world.at('2026-03-02T15:55:00Z');
    await world.desks.sessions.advance(sessionId);
    expect(await send('ana', 'On my way', inSession())).toMatchObject({ state: 'sent' });
    expect(await refusalOf(send('eve', 'hello', inSession()))).toBe('not-found');
    expect(await chat()).toMatchObject([
      { text: 'On my way', readerIds: expect.arrayContaining(['ana', 'ben', 'cai']) },
    ]);
    expect(await thread()).toEqual([]);
  });

  it('passes nothing between two whom a block keeps apart, neither new nor old, in either chat', async () => {
    await send('ana', 'before, by Ana');
    await send('ben', 'before, by Ben');
    await send('cai', 'before, by Cai');
    world.at('2026-03-02T15:55:00Z');
    await world.desks.sessions.advance(sessionId);
    await send('ben', 'before, in the session', inSession());
    await world.desks.relations.block('ana', { memberId: 'ben' });
    await send('ana', 'after, by Ana');
    await send('ben', 'after, by Ben');
    await send('cai', 'after, by Cai');
    await world.settle();
    for (const { task, subjectId } of world.tasks.filter(({ task: name }) => name === 'part-words'))
      await world.desks.chat.partWords(subjectId).then(() => expect(task).toBe('part-words'));
    const readBy = (id: string) => (message: { readerIds: string[]; authorId: string }) =>
      message.readerIds.includes(id) ? [message.authorId] : [];
    const all = [...(await thread()), ...(await chat())];
    expect(all.flatMap(readBy('ana')).sort()).toEqual(['ana', 'ana', 'cai', 'cai']);
    expect(all.flatMap(readBy('ben')).sort()).toEqual(['ben', 'ben', 'ben', 'cai', 'cai']);
    expect(all.flatMap(readBy('cai'))).toHaveLength(7);
  });

  it('keeps them apart in what is released later, too', async () => {
    const { messageId } = await send('ana', HELD);
    await world.desks.relations.block('ben', { memberId: 'ana' });
    await world.desks.chat.decide('mo', { heldId: messageId, decision: 'release' });
    expect(await thread()).toMatchObject([{ readerIds: ['ana', 'cai'] }]);
  });
});

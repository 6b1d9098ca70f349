import { type CoachAction, type CoachDoc, type SessionCommand } from '@podmates/domain';
import { type DesksAtWork, aPodOf } from './desks-at-work';

/** A session of the pod, as far as the tests of the coach need it. */
export interface CoachAtWork {
  readonly world: DesksAtWork;
  readonly podId: string;
  readonly sessionId: string;
}

export const firstSession = async (world: DesksAtWork, memberIds: readonly string[]): Promise<CoachAtWork> => {
  const podId = await aPodOf(world, memberIds);
  const found = await world.records.sessions.where('podId', '==', podId).get();
  return { world, podId, sessionId: found.docs[0]?.id ?? 'none' };
};

export const command = async (
  { world, sessionId }: CoachAtWork,
  by: string,
  kind: 'join' | 'start' | 'wrap' | 'finish',
) => {
  const expectedVersion = (await world.records.sessions.doc(sessionId).get()).data()?.version ?? 0;
  const asked: SessionCommand = { kind };
  await world.desks.sessions.command(by, { sessionId, commandId: `${kind}-${by}`, expectedVersion, command: asked });
};

type Said = readonly [authorId: string, kind: 'win' | 'block' | 'next', text: string];

/** The session as far as its end: who comes, and what they note. */
export const meet = async (at: CoachAtWork, hereIds: readonly string[], notes: readonly Said[]): Promise<void> => {
  const { world, sessionId } = at;
  const session = (await world.records.sessions.doc(sessionId).get()).data();
  const start = session?.startsAt.getTime() ?? 0;
  const minute = (m: number) => world.at(new Date(start + m * 60_000));
  minute(-5);
  await world.desks.sessions.advance(sessionId);
  for (const id of hereIds) await command(at, id, 'join');
  minute(0);
  const host = hereIds[0] ?? 'none';
  await command(at, host, 'start');
  for (const [n, [authorId, kind, text]] of notes.entries())
    await world.db
      .doc(`sessions/${sessionId}/notes/n${n + 1}`)
      .set({ authorId, readerIds: session?.memberIds, kind, text, writtenAt: new Date(start + (n + 1) * 60_000) });
  minute(40);
  await command(at, host, 'wrap');
  minute(50);
};

export const end = (at: CoachAtWork, host = 'ana'): Promise<void> => command(at, host, 'finish');

export const docsOf = async ({ world, sessionId }: CoachAtWork): Promise<CoachDoc[]> =>
  (await world.records.coachDocs(sessionId).orderBy('version').get()).docs.map((found) => found.data());

export const actionsOf = async ({ world, sessionId }: CoachAtWork): Promise<CoachAction[]> =>
  (await world.records.coachActions.where('sessionId', '==', sessionId).get()).docs
    .map((found) => found.data())
    .sort((a, b) => (a.memberId + a.text < b.memberId + b.text ? -1 : 1));

/** A block, and the task that it sends, as often as the queue pleases. */
export const block = async ({ world }: CoachAtWork, memberId: string, otherId: string, times = 1): Promise<void> => {
  await world.desks.relations.block(memberId, { memberId: otherId });
  await world.settle();
  for (let n = 0; n < times; n += 1) await world.desks.chat.partWords(memberId);
};

/** As the trigger and the queue do: whatever waits is delivered, and the coach's task is carried out. */
export const deliver = async ({ world }: CoachAtWork): Promise<void> => {
  await world.settle();
  for (const { task, subjectId } of world.tasks.filter(({ task: name }) => name === 'coach-session'))
    await world.desks.coach.run(subjectId).then(() => expect(task).toBe('coach-session'));
  await world.settle();
};

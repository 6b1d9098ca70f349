import { Crash, crashAt } from './crashing';
import { type DesksAtWork, aPodOf, closeDesks, openDesks } from './desks-at-work';
import { accept, checkPods, podOf, questions, say, waiting } from './pods-at-work';

/** As a queue or a person does: a step whose answer did not come is made once more. */
async function despiteCrash(step: () => Promise<unknown>): Promise<void> {
  await step().catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error;
    return step();
  });
}

describe('a pod that loses one and finds another', () => {
  let world: DesksAtWork;
  afterAll(closeDesks);

  /** What is left of it all, without the ids and versions that a second attempt may change. */
  const story = async (): Promise<unknown> => {
    await waiting(world, 'zoe');
    const podId = (await world.records.members.doc('ana').get()).data()?.podId ?? '';
    const steps = [
      () => world.desks.pods.leave('ben', { podId, looksForAnother: true }),
      () => say(world, { podId, memberId: 'ana', kind: 'degraded', option: 'refill' }),
      () => world.desks.pods.decide(podId),
      () => accept(world, 'zoe'),
      () => world.desks.pods.sweep(),
    ];
    for (const step of steps)
      await despiteCrash(step).catch((error: { code?: string }) => {
        if (error.code !== 'not-found') throw error; // done already, and so there is nothing to do it to any more
      });
    await checkPods(world);
    const { status, memberIds, search } = await podOf(world, podId);
    const list = async (query: FirebaseFirestore.Query, ...fields: string[]) =>
      (await query.get()).docs.map((found) => fields.map((field) => String(found.get(field))).join(' ')).sort();
    return {
      pod: { status, memberIds, search },
      questions: await questions(world, podId),
      requests: await list(world.db.collection('matchRequests'), 'memberId', 'status'),
      proposals: await list(world.db.collection('proposals'), 'kind', 'state'),
      sessions: await list(world.db.collection('sessions'), 'state', 'memberIds'),
      feed: await list(world.records.feed(podId), 'kind'),
      history: await list(world.records.podHistory(podId), 'memberId', 'kind', 'why'),
      told: await list(
        world.db.collection('outbox').where('effect.kind', '==', 'notify'),
        'effect.memberId',
        'effect.event',
      ),
    };
  };
  const told = async (nth: number, when: 'before' | 'after'): Promise<{ after: unknown; hasCrashed: boolean }> => {
    world = await openDesks('pod-crashes', '2026-03-02T08:00:00Z');
    await aPodOf(world, ['ana', 'ben']);
    // The two transactions by which Zoe comes to wait are not part of the story.
    const end = crashAt(world, nth + 2, when);
    const after = await story();
    return { after, hasCrashed: end() };
  };

  it('ends the same, wherever a step breaks down before or after it is written', async () => {
    const { after: expected } = await told(1000, 'before');
    for (const when of ['before', 'after'] as const)
      for (let nth = 1; ; nth += 1) {
        const { after, hasCrashed } = await told(nth, when);
        expect(after).toEqual(expected);
        if (!hasCrashed) {
          expect(nth).toBeGreaterThan(4);
          break;
        }
        expect(nth).toBeLessThan(20);
      }
  }, 120_000);
});

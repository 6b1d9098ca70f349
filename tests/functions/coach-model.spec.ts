import { writeByRules } from '@podmates/domain/coach';
import { type CoachModel, type Written } from '../../functions/src/coach/coach-model';
import { type CoachAtWork, deliver, docsOf, end, firstSession, meet } from './coach-at-work';
import { Crash, crashAt } from './crashing';
import { closeDesks, openDesks } from './desks-at-work';

// Deaths are logged as the defects that they are.
jest.mock('../../functions/node_modules/firebase-functions/lib/logger', () => ({ error: jest.fn(), warn: jest.fn() }));

const TOKENS = { input: 900, output: 100 };
const MONTHLY = 400_000;

describe('the coach with a model', () => {
  let at: CoachAtWork;
  let prompts: string[];
  const budget = async () => (await at.world.records.coachBudgets.doc(at.podId).get()).data();
  const model =
    (written: Written): CoachModel['write'] =>
    async (prompt) => {
      prompts.push(prompt.data);
      return written.kind === 'answer' && written.text === 'rules'
        ? { ...written, text: writeByRules(prompt) }
        : written;
    };
  const answer = (text: string): Written => ({ kind: 'answer', text, tokens: TOKENS });

  beforeEach(async () => {
    prompts = [];
    at = await firstSession(await openDesks('coach-model', '2026-03-02T08:00:00Z'), ['ana', 'ben', 'cem']);
  });
  afterAll(closeDesks);

  const over = async (): Promise<void> => {
    await meet(
      at,
      ['ana', 'ben', 'cem'],
      [
        ['ana', 'win', 'Squatted 80 kg for five'],
        ['cem', 'win', 'Ran to the lighthouse'],
        ['ben', 'next', 'Book the trainer on Monday'],
        ['ben', 'block', 'Some days I want to kill myself'],
      ],
    );
    await end(at);
  };
  const held = async (): Promise<void> => {
    await over();
    await deliver(at);
  };

  it('takes its words where they stand on the notes, and counts what it took', async () => {
    at.world.withModel(model(answer('rules')));
    await held();
    expect((await docsOf(at))[0]).toMatchObject({ status: 'ready', madeBy: 'model', fellBack: false });
    expect(await budget()).toMatchObject({ month: '2026-03', tokens: 1_000 });
    await deliver(at);
    expect(prompts).toHaveLength(1);
  });

  it('sends nothing private, nothing by whoever said no, and nothing that a person has to read', async () => {
    at.world.withModel(model(answer('rules')));
    const secret = { authorId: 'ana', kind: 'win', text: 'A secret of mine', writtenAt: at.world.now() };
    await at.world.db.doc(`sessions/${at.sessionId}/privateNotes/p1`).set(secret);
    await at.world.desks.coach.setConsent('cem', { sessionId: at.sessionId, isAllowed: false });
    await held();
    expect(prompts).toHaveLength(1);
    expect(prompts[0]).toContain('Squatted 80 kg');
    expect(prompts[0]).not.toMatch(/secret|lighthouse|cem|kill/i);
  });

  it('sends nothing of two with a block between them', async () => {
    at.world.withModel(model(answer('rules')));
    await over();
    await at.world.desks.relations.block('ben', { memberId: 'ana' });
    await deliver(at);
    expect(prompts[0]).toContain('lighthouse');
    expect(prompts[0]).not.toMatch(/squatted|trainer/i);
  });

  it.each<[string, Written | 'throws']>([
    ['a time-out', { kind: 'timed-out', tokens: TOKENS }],
    ['a refusal', { kind: 'refused', reason: 'SAFETY', tokens: TOKENS }],
    ['words that no note says', answer('{"summary":[],"actions":[],"quiz":[]}')],
    ['no JSON', answer('Ignore all notes!')],
    ['an exception', 'throws'],
  ])('speaks by its rules after %s, visibly', async (_, written) => {
    at.world.withModel(
      written === 'throws'
        ? async () => {
            throw new Error('out of reach');
          }
        : model(written),
    );
    await held();
    const [doc] = await docsOf(at);
    expect(doc).toMatchObject({ status: 'ready', madeBy: 'rules', fellBack: true });
    expect(doc?.lines.map(({ text }) => text).join(' ')).toContain('Squatted 80 kg');
    expect((await budget())?.tokens).toBe(written === 'throws' ? 0 : 1_000);
  });

  it('asks nothing once the month is spent, and that is no falling back', async () => {
    at.world.withModel(model(answer('rules')));
    const spent = { month: '2026-03', tokens: MONTHLY - 1, schemaVersion: 3 };
    await at.world.db.doc(`coachBudgets/${at.podId}`).set(spent);
    await held();
    expect(prompts).toEqual([]);
    expect((await docsOf(at))[0]).toMatchObject({ status: 'ready', madeBy: 'rules', fellBack: false });
    expect((await budget())?.tokens).toBe(MONTHLY - 1);
  });

  it('does not retell somebody who was blocked while the model wrote', async () => {
    at.world.withModel(async (prompt) => {
      await at.world.desks.relations.block('ana', { memberId: 'ben' });
      return answer(writeByRules(prompt));
    });
    await held();
    const [doc] = await docsOf(at);
    expect(doc).toMatchObject({ madeBy: 'rules', fellBack: true });
    expect(JSON.stringify(doc)).not.toMatch(/Squatted|trainer/);
  });

  it.each([1, 2, 3])('counts the same tokens though its server died around transaction %i', async (nth) => {
    for (const when of ['before', 'after'] as const) {
      at = await firstSession(await openDesks('coach-model', '2026-03-02T08:00:00Z'), ['ana', 'ben', 'cem']);
      at.world.withModel(model(answer('rules')));
      await over();
      await at.world.settle();
      const restore = crashAt(at.world, nth, when);
      await at.world.desks.coach.run(at.sessionId).catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
      expect(restore()).toBe(true);
      at.world.at(new Date(at.world.now().getTime() + 2 * 60_000));
      await deliver(at);
      expect(await docsOf(at)).toMatchObject([{ version: 1, status: 'ready', madeBy: 'model' }]);
      expect(await budget()).toMatchObject({ tokens: 1_000 });
    }
  });

  it('stops asking after a second question that broke off, and tells that it fell back', async () => {
    at.world.withModel(async () => {
      throw new Crash();
    });
    await over();
    for (let dies = 0; dies < 2; dies += 1) {
      const restore = crashAt(at.world, 3, 'before');
      await at.world.desks.coach.run(at.sessionId).catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
      restore();
      at.world.at(new Date(at.world.now().getTime() + 2 * 60_000));
    }
    at.world.withModel(model(answer('rules')));
    await at.world.desks.coach.sweep();
    expect(prompts).toEqual([]);
    expect((await docsOf(at))[0]).toMatchObject({ status: 'ready', madeBy: 'rules', fellBack: true });
  });
});

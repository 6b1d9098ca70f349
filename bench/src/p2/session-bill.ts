import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { initializeTestEnvironment } from '@firebase/rules-unit-testing';
import { type SessionCommand } from '@podmates/domain';
import { type Firestore } from 'firebase/firestore';
import { ROOT } from '../../../local/src/paths';
import { aPodOf, agendaOf, closeDesks, openDesks } from '../../../tests/functions/desks-at-work';
import { Bill, billServer, NOT_BILLED } from './bill';
import { MemberClient } from './member-client';

/**
 * The script: four people, an hour of session with ten minutes of lobby before it and five of wrap-up after it. It is
 * played in virtual time against the Firestore emulator: the clients are the web SDK under the product's rules with
 * the queries of `session-data.ts`, the server the product's own desks.
 */
const NAME = 'p2';
const PEOPLE = ['ana', 'ben', 'cai', 'dia'];
const START = Date.UTC(2026, 2, 2, 16);
const MINUTE_MS = 60_000;
const BEAT_MS = 25_000;
const EDITS_EACH = 6;
const NOTES_EACH = 3;
const MESSAGES_EACH = 5;
const QUIET_MS = 20;

export interface BilledSession {
  readonly rows: readonly (readonly [string, number, number])[];
  readonly total: number;
  readonly minimum: Readonly<Record<string, number>>;
}

async function play(): Promise<BilledSession> {
  const world = await openDesks(NAME, '2026-03-02T08:00:00Z');
  const podId = await aPodOf(world, PEOPLE.slice(0, 2));
  const sessionId = (await world.records.sessions.get()).docs[0]?.id ?? 'none';
  const sprintIds = await grow(world, podId, sessionId);
  const environment = await initializeTestEnvironment({
    projectId: `demo-functions-${NAME}`,
    firestore: { rules: readFileSync(join(ROOT, 'firestore.rules'), 'utf8') },
  });
  const bill = new Bill();
  const members = PEOPLE.map(
    (id) =>
      new MemberClient(id, environment.authenticatedContext(id).firestore() as unknown as Firestore, sessionId, bill),
  );
  const settle = async (): Promise<void> => {
    for (let before = -1, now = 0; before !== now;) {
      before = now;
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      now = members.reduce((sum, { arrived }) => sum + arrived, 0);
    }
  };
  const each = async (act: (member: MemberClient, n: number) => Promise<void> | void): Promise<void> => {
    for (const [n, member] of members.entries()) {
      await act(member, n);
      await settle();
    }
  };
  await world.settle();
  const itemIds = (await agendaOf(world, sessionId)).map(({ id }) => id);
  billServer(bill);
  const minimum = new Minimum(PEOPLE.length);

  /** What the run itself looks up is nobody's bill. */
  const apart = async <T>(look: () => Promise<T>): Promise<T> => {
    const before = bill.about;
    bill.about = NOT_BILLED;
    const found = await look();
    bill.about = before;
    return found;
  };
  const server = async (about: string, work: () => Promise<unknown>): Promise<void> => {
    bill.about = `server: ${about}`;
    await work();
    const waiting = await apart(() => world.records.outbox.where('attempts', '==', 0).get());
    for (const entry of waiting.docs) await world.desks.outbox.deliverNew(entry.data()); // as the trigger does
    await settle();
    bill.about = 'server: other';
  };
  const version = (): Promise<number> =>
    apart(async () => (await world.records.sessions.doc(sessionId).get()).data()?.version ?? 0);
  let commands = 0;
  const command = async (by: string, asked: SessionCommand): Promise<void> => {
    const expectedVersion = await version();
    const input = { sessionId, commandId: `c${(commands += 1)}`, expectedVersion, command: asked };
    await server('commands', async () => {
      await world.desks.accounts.isActive(by);
      await world.desks.sessions.command(by, input);
    });
    minimum.decided();
    minimum.audited();
    minimum.changed(PEOPLE.length); // whoever pressed is told by the session, too
  };

  world.at(new Date(START - 10 * MINUTE_MS));
  await server('time', () => world.desks.sessions.advance(sessionId));
  minimum.decided();
  minimum.audited();
  minimum.changed(0);
  await each((member, n) => {
    member.openApp(sprintIds[n] ?? '');
    member.openSession();
    member.openLobby();
    minimum.first(5 + itemIds.length + 1);
  });
  await each(async (member) => {
    await command(member.id, { kind: 'join' });
    member.openChat();
    minimum.first(1);
  });

  const length = 65 * MINUTE_MS;
  const plan: { readonly at: number; readonly act: () => Promise<void> }[] = [];
  const spread = (
    count: number,
    from: number,
    until: number,
    act: (member: MemberClient, n: number) => Promise<void>,
  ) => {
    for (let n = 0; n < count * members.length; n += 1) {
      const member = members[n % members.length];
      if (member)
        plan.push({ at: from + ((n + 0.5) * (until - from)) / (count * members.length), act: () => act(member, n) });
    }
  };
  for (let at = -10 * MINUTE_MS; at < length; at += BEAT_MS) {
    for (const [n, member] of members.entries()) {
      plan.push({
        at: at + n * 5000,
        act: async () => {
          await member.beat();
          minimum.changed(PEOPLE.length - 1);
        },
      });
    }
  }
  plan.push({
    at: 0,
    act: async () => {
      await command('ana', { kind: 'start' });
      await each((member) => {
        member.openNotes();
        minimum.first(1);
      });
    },
  });
  itemIds.slice(1).forEach((itemId, n) => {
    plan.push({
      at: ((n + 1) * 60 * MINUTE_MS) / itemIds.length,
      act: () => command('ana', { kind: 'go-to-item', itemId }),
    });
  });
  spread(EDITS_EACH, -5 * MINUTE_MS, 55 * MINUTE_MS, async (member, n) => {
    await member.edit(itemIds[n % itemIds.length] ?? '', { isDone: n % 2 === 0 });
    minimum.changed(PEOPLE.length - 1);
  });
  spread(NOTES_EACH, 5 * MINUTE_MS, 58 * MINUTE_MS, async (member, n) => {
    await member.note(`note-${n}`, PEOPLE);
    minimum.changed(PEOPLE.length - 1);
  });
  spread(MESSAGES_EACH, -4 * MINUTE_MS, 62 * MINUTE_MS, async (member, n) => {
    await server('messages', async () => {
      await world.desks.accounts.isActive(member.id);
      const said = {
        scope: 'session',
        id: sessionId,
        clientMutationId: `m${n}`,
        text: `Line ${n}`,
        isMeant: false,
      } as const;
      await world.desks.chat.send(member.id, said);
    });
    minimum.decided();
    minimum.changed(PEOPLE.length - 1);
  });
  for (let at = -8 * MINUTE_MS; at < length; at += 5 * MINUTE_MS)
    plan.push({ at, act: () => server('sweeps', () => world.desks.sessions.sweep()) });
  plan.push({
    at: 60 * MINUTE_MS,
    act: async () => {
      await command('ana', { kind: 'wrap' });
      await each((member) => {
        member.close('agenda');
        member.openSummary();
      });
    },
  });
  for (const { at, act } of plan.sort((a, b) => a.at - b.at)) {
    world.at(new Date(START + at));
    await act();
    await settle();
  }
  world.at(new Date(START + length));
  const written = await writesOf(bill, 'server: commands', () => command('ana', { kind: 'finish' }));
  minimum.wrote(written - 2); // what the end brings about: summary, news, the next session with its agenda
  minimum.first(PEOPLE.length);
  for (const member of members) member.closeAll();
  await environment.cleanup();
  await closeDesks();
  const rows = bill.rows().filter(([what]) => what !== NOT_BILLED);
  const total = rows.reduce((sum, [, reads, writes]) => sum + reads + writes, 0);
  return { rows, total, minimum: minimum.lines() };
}

async function writesOf(bill: Bill, what: string, work: () => Promise<void>): Promise<number> {
  const written = (): number => bill.rows().find(([name]) => name === what)?.[2] ?? 0;
  const before = written();
  await work();
  return written() - before;
}

/** What nobody can do without: what is stored, who has to see it, and the one document that a decision is about. */
class Minimum {
  private readonly counts = {
    'changes stored': 0,
    'seen by those who must': 0,
    'first reads': 0,
    'decided about': 0,
    audited: 0,
    'other results stored': 0,
  };

  constructor(readonly people: number) {}

  changed(readers: number): void {
    this.counts['changes stored'] += 1;
    this.counts['seen by those who must'] += readers;
  }
  first(documents: number): void {
    this.counts['first reads'] += documents;
  }
  decided(): void {
    this.counts['decided about'] += 1;
  }
  audited(): void {
    this.counts.audited += 1;
  }
  wrote(documents: number): void {
    this.counts['other results stored'] += documents;
  }
  lines(): Readonly<Record<string, number>> {
    return this.counts;
  }
}

/** The kick-off of two becomes one of four, with no further trace of how. */
async function grow(world: Awaited<ReturnType<typeof openDesks>>, podId: string, sessionId: string): Promise<string[]> {
  const { members, memberStatuses, pods, sessions, streaks, sprints } = world.records;
  const [pod, session, ana] = [
    (await pods.doc(podId).get()).data(),
    (await sessions.doc(sessionId).get()).data(),
    (await members.doc('ana').get()).data(),
  ];
  const sprint = (await sprints.where('memberId', '==', 'ana').get()).docs[0]?.data();
  const streak = (await streaks.doc('ana').get()).data();
  const card = pod?.cards[0];
  if (!pod || !session || !ana || !sprint || !card) throw new Error('The pod of two was not formed.');
  for (const id of PEOPLE.slice(2)) {
    await members.doc(id).set({ ...ana, id, displayName: id, activeSprintId: `sprint-${id}` });
    await memberStatuses.doc(id).set({ id, status: 'active', changedAt: world.now() });
    await sprints.doc(`sprint-${id}`).set({ ...sprint, id: `sprint-${id}`, memberId: id });
    if (streak) await streaks.doc(id).set({ ...streak, id });
  }
  const cards = PEOPLE.map((id) => ({ ...card, id, displayName: id }));
  await pods.doc(podId).set({ ...pod, memberIds: PEOPLE, cards });
  const names = Object.fromEntries(PEOPLE.map((id) => [id, id]));
  await sessions.doc(sessionId).set({ ...session, memberIds: PEOPLE, names, minutes: 60, startsAt: new Date(START) });
  return Promise.all(PEOPLE.map(async (id) => (await members.doc(id).get()).data()?.activeSprintId ?? ''));
}

const [, , into] = process.argv;
if (!into) throw new Error('Say where to write the bill.');
writeFileSync(into, JSON.stringify(await play()));
process.exit(0); // the SDKs keep connections open

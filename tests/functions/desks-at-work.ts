import { type AgendaItem, type CheckInInput, DomainError, type PlanInput, type Slot } from '@podmates/domain';
import { matchPeople, withNewcomers } from '@podmates/domain/matching';
import { deleteApp, getApps, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { type CoachModel } from '../../functions/src/coach/coach-model';
import { RulesModel } from '../../functions/src/coach/models/rules-model';
import { JitsiRooms } from '../../functions/src/providers/jitsi/jitsi-rooms';
import { type Desks, desks } from '../../functions/src/runtime/desks';
import { type Notifier, type Ports, type TaskQueue } from '../../functions/src/runtime/ports';
import { WordListFilter } from '../../functions/src/providers/word-list/word-list-filter';
import { type Records, recordsOf } from '../../functions/src/store/records';

import { ProofsInMemory } from './proofs-in-memory';

export const VIDEO_KEY = { kind: 'secret', appId: 'podmates', secret: 'a-secret-of-thirty-two-characters' } as const;

export type Task = Parameters<TaskQueue['enqueue']>[0];
export type Notice = Parameters<Notifier['notify']>[0];

/** The desks over a real database, in a time that the test sets, with what leaves kept in lists. */
export interface DesksAtWork {
  readonly desks: Desks;
  readonly db: Firestore;
  readonly records: Records;
  readonly tasks: Task[];
  readonly notices: Notice[];
  /** Sign-in access by member: true allowed, false closed. */
  readonly access: Map<string, boolean>;
  readonly proofs: ProofsInMemory;
  /** What a port throws when it is used next; then it works again. */
  failNext(port: 'tasks' | 'notifier', error: Error): void;
  /** The process dies: after so many more looks at the clock, which every transaction begins with, each one throws. */
  dieAfter(looks: number): void;
  /** It is started again. */
  revive(): void;
  /** A model that answers as told; without it there is none. */
  withModel(answer: CoachModel['write']): void;
  at(instant: string | Date): void;
  now(): Date;
  /** Delivers every outbox entry that was not delivered yet, as the trigger would. */
  settle(): Promise<void>;
}

/** One client per spec file, because opening one costs a second; each test begins with it emptied. */
const databaseOf = async (name: string): Promise<Firestore> => {
  const emulator = process.env['FIRESTORE_EMULATOR_HOST'];
  if (!emulator) throw new Error('FIRESTORE_EMULATOR_HOST is not set.');
  const projectId = `demo-functions-${name}`;
  const documents = `http://${emulator}/emulator/v1/projects/${projectId}/databases/(default)/documents`;
  const cleared = await fetch(documents, { method: 'DELETE' });
  if (!cleared.ok) throw new Error(`The emulator answered ${cleared.status} when it was told to clear ${projectId}.`);
  return getFirestore(getApps().find((app) => app.name === name) ?? initializeApp({ projectId }, name));
};

export const closeDesks = async (): Promise<void> => {
  await Promise.all(getApps().map((app) => deleteApp(app)));
};

export const openDesks = async (name: string, start: string): Promise<DesksAtWork> => {
  const db = await databaseOf(name);
  const records = recordsOf(db);
  const tasks: Task[] = [];
  const notices: Notice[] = [];
  const access = new Map<string, boolean>();
  const failures = new Map<string, Error>();
  let now = new Date(start);
  let last = 0;
  let coachName: CoachModel['name'] = 'rules';
  let write: CoachModel['write'] = (...asked) => new RulesModel().write(...asked);
  let looksLeft = Number.POSITIVE_INFINITY;
  const proofs = new ProofsInMemory();
  const failIfTold = (port: string): void => {
    const failure = failures.get(port);
    failures.delete(port);
    if (failure) throw failure;
  };
  const ports: Ports = {
    db,
    clock: {
      now: async () => {
        looksLeft -= 1;
        if (looksLeft < 0) throw new Error('The process died.');
        return now;
      },
    },
    ids: { next: () => `made-${(last += 1)}` },
    tasks: {
      enqueue: async (task) => {
        failIfTold('tasks');
        tasks.push(task);
      },
    },
    notifier: {
      notify: async (notice) => {
        failIfTold('notifier');
        notices.push(notice);
      },
    },
    access: { setAllowed: async (memberId, isAllowed) => void access.set(memberId, isAllowed) },
    match: withNewcomers(matchPeople),
    video: new JitsiRooms({ domain: 'meet.example.org', key: VIDEO_KEY, webhookSecret: 'whsec-of-the-endpoint' }),
    textFilter: new WordListFilter(),
    proofs,
    coach: {
      get name() {
        return coachName;
      },
      write: (...asked) => write(...asked),
    },
  };
  const open = desks(ports);
  return {
    desks: open,
    db,
    records,
    tasks,
    notices,
    access,
    proofs,
    failNext: (port, error) => void failures.set(port, error),
    dieAfter: (looks) => void (looksLeft = looks),
    revive: () => void (looksLeft = Number.POSITIVE_INFINITY),
    withModel: (answer) => {
      coachName = 'recorded';
      write = answer;
    },
    at: (instant) => void (now = new Date(instant)),
    now: () => now,
    settle: async () => {
      const waiting = await records.outbox.where('attempts', '==', 0).get();
      for (const entry of waiting.docs) await open.outbox.deliverNew(entry.data());
    },
  };
};

/** Three evenings a week in Berlin, free every evening: two such people can always meet. */
export const aPlan = (changes: Partial<PlanInput> = {}): PlanInput => ({
  clientMutationId: 'plan-1',
  track: 'gym',
  goal: { title: 'Three times to the gym', cadence: { kind: 'times-per-week', times: 3 }, focus: null },
  slots: [1, 3, 5].map((weekday) => ({
    weekday,
    time: '18:00',
    minutes: 60,
    ifPart: 'the workday ends',
    thenPart: 'I walk to the gym',
  })),
  backup: { weekday: 7, time: '10:00', minutes: 60, ifPart: 'I missed one', thenPart: 'I go on Sunday' },
  availability: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '17:00', end: '21:00' })),
  timeZone: 'Europe/Berlin',
  dayStart: '04:00',
  ...changes,
});

export const aCheckIn = (slot: Pick<Slot, 'id'>, changes: Partial<CheckInInput> = {}): CheckInInput => ({
  slotId: slot.id,
  clientMutationId: `check-in-${slot.id}`,
  status: 'done',
  rpe: 6,
  win: 'Squats felt light',
  tweak: '',
  proof: { kind: 'none' },
  visibility: 'pod',
  capturedAt: '2026-03-02T18:00:00Z',
  clientSkewMs: null,
  ...changes,
});

export const enter = (world: DesksAtWork, memberId: string) =>
  world.desks.accounts.enter({
    memberId,
    displayName: memberId,
    email: `${memberId}@example.org`,
    timeZone: 'Europe/Berlin',
    language: 'en',
    isDemo: false,
  });

/** Members with a sprint each, in one pod; gives the pod's id. */
export const aPodOf = async (world: DesksAtWork, memberIds: readonly string[]): Promise<string> => {
  for (const id of memberIds) {
    await enter(world, id);
    await world.desks.sprints.start(id, aPlan());
  }
  await world.desks.matching.run();
  const proposalId = await proposalOf(world, memberIds[0] ?? '');
  for (const id of memberIds) await world.desks.matching.answer(id, { proposalId, answer: 'accept' });
  return (await world.records.members.doc(memberIds[0] ?? '').get()).data()?.podId ?? 'none';
};

export const proposalOf = async (world: DesksAtWork, memberId: string): Promise<string> =>
  (await world.records.matchRequests.doc(memberId).get()).data()?.lock?.proposalId ?? 'none';

export const slotsOfSprint = async (world: DesksAtWork, sprintId: string): Promise<Slot[]> => {
  const found = await world.records.slots.where('sprintId', '==', sprintId).get();
  return found.docs.map((slot) => slot.data()).sort((a, b) => a.seq - b.seq);
};

export const agendaOf = async (world: DesksAtWork, sessionId: string): Promise<AgendaItem[]> => {
  const found = await world.records.agenda(sessionId).orderBy('orderKey').get();
  return found.docs.map((item) => item.data());
};

/** The code of the refusal, or 'accepted'. */
export const refusalOf = async (attempt: Promise<unknown>): Promise<string> => {
  try {
    await attempt;
    return 'accepted';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

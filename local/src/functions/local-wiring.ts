import { matchPeople, withNewcomers } from '@podmates/domain/matching';
import { initializeApp } from 'firebase-admin/app';
import { type DocumentData, type Firestore, getFirestore } from 'firebase-admin/firestore';
import { randomUUID } from 'node:crypto';
import { RulesModel } from '../../../functions/src/coach/models/rules-model';
import { AuthAccess } from '../../../functions/src/providers/firebase-auth/auth-access';
import { BucketProofs } from '../../../functions/src/providers/cloud-storage/bucket-proofs';
import { WordListFilter } from '../../../functions/src/providers/word-list/word-list-filter';
import {
  type Clock,
  type Notifier,
  type Ports,
  type TaskQueue,
  type WirePorts,
} from '../../../functions/src/runtime/ports';
import { localVideoDomain, localVideoRooms } from '../video/local-video';
import { type ClockStep, LOCAL_PATHS } from './local-documents';
import { visitorsFirst } from './local-matching';

const ALREADY_EXISTS = 6;

/** The machine's clock, moved by the offset that lies in Firestore; read each time, so that a move holds at once. */
export class FirestoreClock implements Clock {
  private moves: readonly ClockStep[] = [];

  constructor(
    private readonly db: Firestore,
    private readonly machineNow: () => number = Date.now,
  ) {}

  async now(): Promise<Date> {
    const clock = await this.db.doc(LOCAL_PATHS.clock).get();
    const offset: unknown = clock.get('offsetMs');
    this.moves = (clock.get('moves') as ClockStep[] | undefined) ?? [];
    return new Date(this.machineNow() + (typeof offset === 'number' ? offset : 0));
  }

  /** The database stamps by the machine's clock: what it stamped between two moves happened then on this clock. */
  momentOf(stamp: Date): Date {
    const step = this.moves.findLast(({ at }) => at <= stamp.getTime());
    return new Date(stamp.getTime() + (step?.offsetMs ?? 0));
  }
}

/** Keeps delayed work in Firestore; the launcher delivers it when the local clock gets there. */
export class FirestoreTaskQueue implements TaskQueue {
  constructor(private readonly db: Firestore) {}

  async enqueue({ id, task, subjectId, runAt }: Parameters<TaskQueue['enqueue']>[0]): Promise<void> {
    const entry = { task, subjectId, runAt, state: 'waiting', attempts: 0 };
    await createOnce(this.db, `${LOCAL_PATHS.tasks}/${id}`, entry);
  }
}

/** Shows what would have been sent in the local inbox. */
export class LocalInbox implements Notifier {
  constructor(private readonly db: Firestore) {}

  async notify({ id, memberId, event, subjectId, at }: Parameters<Notifier['notify']>[0]): Promise<void> {
    await createOnce(this.db, `${LOCAL_PATHS.inbox}/${id}`, { memberId, event, subjectId, at });
  }
}

async function createOnce(db: Firestore, path: string, fields: DocumentData): Promise<void> {
  try {
    await db.doc(path).create(fields);
  } catch (error) {
    if ((error as { code?: number }).code !== ALREADY_EXISTS) throw error;
  }
}

/** The ports over one Firestore emulator; the demo people's past gives another clock. */
export const localPorts = (db: Firestore, clock: Clock = new FirestoreClock(db)): Ports => ({
  db,
  clock,
  ids: { next: randomUUID },
  tasks: new FirestoreTaskQueue(db),
  notifier: new LocalInbox(db),
  access: new AuthAccess(),
  match: visitorsFirst(withNewcomers(matchPeople)),
  video: localVideoRooms(localVideoDomain()),
  textFilter: new WordListFilter(),
  proofs: new BucketProofs(),
  coach: new RulesModel(),
});

export const wirePorts: WirePorts = () => {
  initializeApp(); // unconditional: the Functions SDK may have made an app of its own, which is not the default one
  return localPorts(getFirestore());
};

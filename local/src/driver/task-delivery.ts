import { type Firestore, type QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { TASK_FUNCTIONS } from '../../../functions/src/runtime/task-names';
import { LOCAL_PATHS } from '../functions/local-documents';
import { warn } from '../output';
import { originOf, PROJECT_ID, REGION } from '../ports';

const BATCH = 50;
const MAX_ATTEMPTS = 5;
const RETRY_AFTER_MS = 10_000;

/** Delivers delayed work to the task functions when the local clock has reached it, as Cloud Tasks does by real time. */
export class TaskDelivery {
  constructor(
    private readonly db: Firestore,
    private readonly functionsPort: number,
  ) {}

  /** When the next waiting work is due; null when nothing waits. */
  async nextAt(): Promise<Date | null> {
    const next = await this.waiting().orderBy('runAt').limit(1).get();
    return next.docs[0]?.get('runAt').toDate() ?? null;
  }

  /** Delivers everything due at `now`, oldest first. Returns how many were delivered. */
  async deliverDue(now: Date): Promise<number> {
    let delivered = 0;
    for (;;) {
      const due = await this.waiting().where('runAt', '<=', now).orderBy('runAt').limit(BATCH).get();
      for (const task of due.docs) await this.deliver(task, now);
      delivered += due.size;
      if (due.size < BATCH) return delivered;
    }
  }

  private waiting() {
    return this.db.collection(LOCAL_PATHS.tasks).where('state', '==', 'waiting');
  }

  private async deliver(entry: QueryDocumentSnapshot, now: Date): Promise<void> {
    const { task, subjectId, attempts } = entry.data() as TaskEntry;
    const problem = await this.post(TASK_FUNCTIONS[task], subjectId);
    if (problem === null) return void (await entry.ref.update({ state: 'done' }));
    warn(`Delayed work ${entry.id} did not succeed: ${problem}`);
    const isLast = attempts + 1 >= MAX_ATTEMPTS;
    const runAt = new Date(now.getTime() + RETRY_AFTER_MS * 2 ** attempts);
    await entry.ref.update(isLast ? { state: 'given-up' } : { attempts: attempts + 1, runAt });
  }

  private async post(functionName: string, subjectId: string): Promise<string | null> {
    try {
      const answer = await fetch(`${originOf(this.functionsPort)}/${PROJECT_ID}/${REGION}/${functionName}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ data: { subjectId } }),
      });
      return answer.ok ? null : `${answer.status} ${(await answer.text()).slice(0, 200)}`;
    } catch (error) {
      return String(error);
    }
  }
}

interface TaskEntry {
  task: keyof typeof TASK_FUNCTIONS;
  subjectId: string;
  attempts: number;
}

import { matchPeople, withNewcomers } from '@podmates/domain/matching';
import { type Firestore } from 'firebase-admin/firestore';
import { createHash } from 'node:crypto';
import { type Clock, type Ports, type TaskQueue } from '../../../functions/src/runtime/ports';
import { localPorts } from '../functions/local-wiring';

/** A clock that shows what it was set to: the past is made by the same desks as the present. */
export class SteeredClock implements Clock {
  private at = new Date(0);

  set(instant: Date): void {
    this.at = instant;
  }

  async now(): Promise<Date> {
    return this.at;
  }
}

/** Delayed work that lay in the past was done by the history itself; what is still to come waits as usual. */
class FutureTasks implements TaskQueue {
  constructor(
    private readonly queue: TaskQueue,
    private readonly present: Date,
  ) {}

  async enqueue(task: Parameters<TaskQueue['enqueue']>[0]): Promise<void> {
    if (task.runAt > this.present) await this.queue.enqueue(task);
  }
}

/** Ports for making the past: a clock to steer, ids that follow from `name`, nobody told of what is long over. */
export function steeredPorts(p: { db: Firestore; clock: Clock; present: Date; name: string }): Ports {
  const ports = localPorts(p.db, p.clock);
  let count = 0;
  const nextId = () => createHash('sha256').update(`${p.name} ${count++}`).digest('hex').slice(0, 20);
  return {
    ...ports,
    ids: { next: nextId },
    tasks: new FutureTasks(ports.tasks, p.present),
    notifier: { notify: async () => undefined },
    match: withNewcomers(matchPeople),
  };
}

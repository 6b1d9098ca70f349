import { type CloudTasksClient } from '@google-cloud/tasks';
import { type OutboxTask, type TaskQueue } from '../../runtime/ports';
import { fixedId } from '../../store/ids';

/** gRPC: a task of this name exists, or did until shortly ago. */
const ALREADY_EXISTS = 6;

export interface CloudTaskSettings {
  readonly project: string;
  readonly region: string;
  /** Service account that Cloud Tasks signs in as; it may invoke the task functions. */
  readonly invoker: string;
  /** Name of the function, and of its queue, for each task. */
  readonly functionOf: (task: OutboxTask) => string;
}

/** Only what is used of the client, so that a test can stand in for it. */
export type TaskClient = Pick<CloudTasksClient, 'createTask' | 'queuePath' | 'taskPath'>;

/** Cloud Tasks: one queue per task function, a named task per id, so that the same id twice runs once. */
export class CloudTaskQueue implements TaskQueue {
  private client: Promise<TaskClient> | null = null;

  constructor(
    private readonly settings: CloudTaskSettings,
    private readonly connect: () => Promise<TaskClient> = connectToCloudTasks,
  ) {}

  async enqueue(p: { task: OutboxTask; subjectId: string; runAt: Date; id: string }): Promise<void> {
    const { project, region, invoker } = this.settings;
    const name = this.settings.functionOf(p.task);
    const client = await (this.client ??= this.connect());
    const url = `https://${region}-${project}.cloudfunctions.net/${name}`;
    try {
      await client.createTask({
        parent: client.queuePath(project, region, name),
        task: {
          // Names allow no colon, and names that share a prefix slow the queue down: so a hash.
          name: client.taskPath(project, region, name, fixedId(p.id)),
          scheduleTime: { seconds: Math.ceil(p.runAt.getTime() / 1000) },
          httpRequest: {
            httpMethod: 'POST',
            url,
            headers: { 'Content-Type': 'application/json' },
            body: Buffer.from(JSON.stringify({ data: { subjectId: p.subjectId } })).toString('base64'),
            oidcToken: { serviceAccountEmail: invoker, audience: url },
          },
        },
      });
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
    }
  }
}

/** The SDK takes a third of a second to load; only a function that enqueues pays for it. */
async function connectToCloudTasks(): Promise<TaskClient> {
  const { CloudTasksClient } = await import('@google-cloud/tasks');
  return new CloudTasksClient();
}

const isAlreadyThere = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === ALREADY_EXISTS;

import { CloudTaskQueue, type TaskClient } from './cloud-task-queue';

const settings = {
  project: 'demo-podmates',
  region: 'us-central1',
  invoker: 'tasks@demo-podmates.iam.gserviceaccount.com',
  functionOf: () => 'closeSlot',
};
const job = {
  task: 'close-slot',
  subjectId: 'sprint_1',
  runAt: new Date('2026-03-01T10:00:00.400Z'),
  id: 'close-slot:sprint_1',
} as const;

const clientThat = (createTask: (request: unknown) => Promise<unknown>): TaskClient =>
  ({
    createTask,
    queuePath: (...parts: string[]) => `queues/${parts.join('/')}`,
    taskPath: (...parts: string[]) => parts.join('/'),
  }) as unknown as TaskClient;

describe('the Cloud Tasks queue', () => {
  it('calls the task function with the subject, signed, never before its time', async () => {
    const requests: unknown[] = [];
    const queue = new CloudTaskQueue(settings, async () => clientThat(async (request) => requests.push(request)));
    await queue.enqueue(job);
    const [request] = requests as [{ parent: string; task: { httpRequest: { body: string } } & object }];
    expect(request.parent).toBe('queues/demo-podmates/us-central1/closeSlot');
    expect(request.task).toMatchObject({
      name: expect.stringMatching(/^demo-podmates\/us-central1\/closeSlot\/[0-9a-f]{32}$/),
      scheduleTime: { seconds: Date.parse('2026-03-01T10:00:01Z') / 1000 },
      httpRequest: {
        url: 'https://us-central1-demo-podmates.cloudfunctions.net/closeSlot',
        oidcToken: { serviceAccountEmail: settings.invoker },
      },
    });
    expect(JSON.parse(Buffer.from(request.task.httpRequest.body, 'base64').toString())).toEqual({
      data: { subjectId: 'sprint_1' },
    });
  });

  it('takes a task that is there already for enqueued, and lets every other failure through', async () => {
    const failing = (code: number) =>
      new CloudTaskQueue(settings, async () =>
        clientThat(() => Promise.reject(Object.assign(new Error('refused'), { code }))),
      );
    await expect(failing(6).enqueue(job)).resolves.toBeUndefined();
    await expect(failing(7).enqueue(job)).rejects.toThrow('refused');
  });
});

import { randomUUID } from 'node:crypto';
import { matchPeople, withNewcomers } from '@podmates/domain/matching';
import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { featureStates, projectId, settingsOf } from '../config';
import { CloudTaskQueue } from '../providers/cloud-tasks/cloud-task-queue';
import { SweptWork } from '../providers/cloud-tasks/swept-work';
import { FcmNotifier } from '../providers/fcm/fcm-notifier';
import { AuthAccess } from '../providers/firebase-auth/auth-access';
import { WordListFilter } from '../providers/word-list/word-list-filter';
import { type TaskQueue, type WirePorts } from './ports';
import { REGION } from './region';
import { TASK_FUNCTIONS } from './task-names';

/** The real world. The only module that says which adapter serves which port in production. */
export const wirePorts: WirePorts = () => {
  initializeApp(); // unconditional: the Functions SDK may have made an app of its own, which is not the default one
  const db = getFirestore();
  return {
    db,
    clock: { now: async () => new Date() },
    ids: { next: () => randomUUID() },
    tasks: taskQueue(),
    notifier: new FcmNotifier(db),
    access: new AuthAccess(),
    match: withNewcomers(matchPeople),
    textFilter: new WordListFilter(),
  };
};

function taskQueue(): TaskQueue {
  if (!featureStates(process.env)['delayed-tasks'].isOn) return new SweptWork();
  return new CloudTaskQueue({
    project: projectId(process.env),
    region: REGION,
    invoker: settingsOf('delayed-tasks', process.env).TASKS_INVOKER,
    functionOf: (task) => TASK_FUNCTIONS[task],
  });
}

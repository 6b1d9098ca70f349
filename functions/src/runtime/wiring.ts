import { randomUUID } from 'node:crypto';
import { matchPeople, withNewcomers } from '@podmates/domain/matching';
import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { chooseModel } from '../coach/choose-model';
import { featureStates, projectId, settingsOf } from '../config';
import { CloudTaskQueue } from '../providers/cloud-tasks/cloud-task-queue';
import { SweptWork } from '../providers/cloud-tasks/swept-work';
import { BucketProofs } from '../providers/cloud-storage/bucket-proofs';
import { FcmNotifier } from '../providers/fcm/fcm-notifier';
import { AuthAccess } from '../providers/firebase-auth/auth-access';
import { JitsiRooms } from '../providers/jitsi/jitsi-rooms';
import { type TokenKey } from '../providers/jitsi/sign-token';
import { NO_VIDEO_ROOMS, type VideoRooms } from '../providers/video-rooms';
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
    video: videoRooms(),
    textFilter: new WordListFilter(),
    proofs: new BucketProofs(),
    coach: chooseModel(process.env),
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

function videoRooms(): VideoRooms {
  const states = featureStates(process.env);
  if (!states.video.isOn) return NO_VIDEO_ROOMS;
  const { isOn: isTold } = states['video-news'];
  return new JitsiRooms({
    domain: settingsOf('video', process.env).VIDEO_DOMAIN,
    key: tokenKey(),
    webhookSecret: isTold ? settingsOf('video-news', process.env).VIDEO_WEBHOOK_SECRET : null,
  });
}

function tokenKey(): TokenKey | null {
  const states = featureStates(process.env);
  if (states['video-tenant'].isOn) {
    const { VIDEO_TENANT, VIDEO_KEY_ID, VIDEO_PRIVATE_KEY } = settingsOf('video-tenant', process.env);
    return { kind: 'tenant', tenant: VIDEO_TENANT, keyId: VIDEO_KEY_ID, privateKey: VIDEO_PRIVATE_KEY };
  }
  if (!states['video-tokens'].isOn) return null;
  const { VIDEO_APP_ID, VIDEO_APP_SECRET } = settingsOf('video-tokens', process.env);
  return { kind: 'secret', appId: VIDEO_APP_ID, secret: VIDEO_APP_SECRET };
}

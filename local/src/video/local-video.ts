import { JitsiRooms } from '../../../functions/src/providers/jitsi/jitsi-rooms';
import { HOST, portBlock } from '../ports';

/** What the stand-in and the functions know of each other; secrets of nothing but this machine. */
export const LOCAL_VIDEO = {
  appId: 'podmates-local',
  appSecret: 'a-secret-of-the-local-platform-alone',
  webhookSecret: 'another-secret-of-the-local-platform',
} as const;

/** The production adapter, pointed at the stand-in. */
export const localVideoRooms = (domain: string): JitsiRooms =>
  new JitsiRooms({
    domain,
    key: { kind: 'secret', appId: LOCAL_VIDEO.appId, secret: LOCAL_VIDEO.appSecret },
    webhookSecret: LOCAL_VIDEO.webhookSecret,
  });

/** Where the stand-in of this platform listens: every process of it knows where its Firestore is. */
export function localVideoDomain(firestoreHost = process.env['FIRESTORE_EMULATOR_HOST'] ?? ''): string {
  const firestore = Number(firestoreHost.slice(firestoreHost.lastIndexOf(':') + 1));
  return `${HOST}:${portBlock(firestore - portBlock(0).firestore).video}`;
}

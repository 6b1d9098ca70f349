import { devicesPath } from '@podmates/domain';
import { type Firestore } from 'firebase-admin/firestore';
import { type NotifiedEvent, type Notifier } from '../../runtime/ports';

/** What FCM says of a token whose device is gone for good. */
const GONE = 'messaging/registration-token-not-registered';

interface PushMessage {
  readonly tokens: string[];
  readonly data: Record<string, string>;
}
/** Sends to each token; per token, in order, the error code or null. */
export type SendPush = (message: PushMessage) => Promise<(string | null)[]>;

/**
 * Push to every device of the member; none registered, nothing sent. The message carries no text, so that no lock
 * screen shows a goal or a name: the app words the event itself. `id` is the tag by which a device shows it once.
 */
export class FcmNotifier implements Notifier {
  constructor(
    private readonly db: Firestore,
    private readonly send: SendPush = sendByFcm,
  ) {}

  async notify(p: { id: string; memberId: string; event: NotifiedEvent; subjectId: string; at: Date }): Promise<void> {
    const devices = await this.db.collection(devicesPath(p.memberId)).get();
    const known = devices.docs.flatMap((device) => {
      const token: unknown = device.get('token');
      return typeof token === 'string' ? [{ token, ref: device.ref }] : [];
    });
    if (known.length === 0) return;
    const data = { id: p.id, event: p.event, subjectId: p.subjectId, at: p.at.toISOString() };
    const errors = await this.send({ tokens: known.map(({ token }) => token), data });
    const gone = known.filter((_, n) => errors[n] === GONE);
    await Promise.all(gone.map(({ ref }) => ref.delete()));
    const failed = errors.filter((code) => code !== null && code !== GONE);
    if (failed.length > 0 && failed.length === known.length - gone.length) throw new Error(`FCM refused: ${failed[0]}`);
  }
}

async function sendByFcm({ tokens, data }: PushMessage): Promise<(string | null)[]> {
  const { getMessaging } = await import('firebase-admin/messaging');
  const { responses } = await getMessaging().sendEachForMulticast({ tokens, data });
  return responses.map((response) => response.error?.code ?? null);
}

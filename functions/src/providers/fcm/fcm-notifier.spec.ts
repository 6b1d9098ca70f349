import { type Firestore } from 'firebase-admin/firestore';
import { FcmNotifier } from './fcm-notifier';

const notice = {
  id: 'pod-formed:p1:ana',
  memberId: 'ana',
  event: 'pod-formed',
  subjectId: 'p1',
  at: new Date('2026-03-02T08:00:00Z'),
} as const;

const devicesOf = (tokens: readonly string[]) => {
  const left = new Set(tokens);
  const docs = tokens.map((token) => ({ get: () => token, ref: { delete: async () => left.delete(token) } }));
  const paths: string[] = [];
  const collection = (path: string) => {
    paths.push(path);
    return { get: async () => ({ docs }) };
  };
  return { left, paths, db: { collection } as unknown as Firestore };
};

describe('the push notifier', () => {
  it('sends to every device of the member, with no text for a lock screen', async () => {
    const { db, paths } = devicesOf(['t1', 't2']);
    const send = jest.fn(async () => [null, null]);
    await new FcmNotifier(db, send).notify(notice);
    expect(paths).toEqual(['members/ana/devices']);
    const data = { id: notice.id, event: 'pod-formed', subjectId: 'p1', at: '2026-03-02T08:00:00.000Z' };
    expect(send).toHaveBeenCalledWith({ tokens: ['t1', 't2'], data });
  });

  it('sends nothing to a member without devices', async () => {
    const send = jest.fn();
    await new FcmNotifier(devicesOf([]).db, send).notify(notice);
    expect(send).not.toHaveBeenCalled();
  });

  it('forgets a device that is gone, and keeps the others', async () => {
    const { db, left } = devicesOf(['t1', 't2']);
    await new FcmNotifier(db, async () => ['messaging/registration-token-not-registered', null]).notify(notice);
    expect([...left]).toEqual(['t2']);
  });

  it('fails, to be tried again, when no device could be reached', async () => {
    const { db } = devicesOf(['t1']);
    const notifier = new FcmNotifier(db, async () => ['messaging/internal-error']);
    await expect(notifier.notify(notice)).rejects.toThrow('messaging/internal-error');
  });
});

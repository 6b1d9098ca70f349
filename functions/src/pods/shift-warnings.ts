import { type Pod } from '@podmates/domain';
import { shiftWarningsDue } from '@podmates/domain/pods';
import { FieldPath, type Query, type QuerySnapshot } from 'firebase-admin/firestore';
import { eachApart } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { recordsOf } from '../store/records';
import { commit } from '../store/unit-of-work';

const PAGE = 200;
const MEETING: readonly Pod['status'][] = ['active', 'solo'];

/** Warns every member, once per shift and lead, whose local time of the weekly meeting is about to move. */
export async function warnOfShifts(ports: Ports): Promise<void> {
  const all = recordsOf(ports.db).pods.where('status', 'in', MEETING).orderBy(FieldPath.documentId()).limit(PAGE);
  let page: Query<Pod> | null = all;
  while (page !== null) {
    const { docs } = (await page.get()) as QuerySnapshot<Pod>;
    const apart = docs.map((found) => found.data()).filter(mayShift);
    await eachApart(
      'pods.warnOfShifts',
      apart.map(({ id }) => id),
      (id) => warnPod(ports, id),
    );
    const last = docs.at(-1);
    page = docs.length === PAGE && last ? all.startAfter(last.id) : null;
  }
}

/** Where all are known to live by the pod's clock nobody's time can move, and nothing further is read. */
const mayShift = ({ cards, timeZone }: Pod): boolean => cards.some((card) => card.timeZone !== timeZone);

const warnPod = (ports: Ports, podId: string): Promise<void> =>
  commit(ports, async (unit) => {
    const { pods, members, auditEvents } = unit.records;
    const pod = await unit.find(pods.doc(podId));
    if (pod === null || !MEETING.includes(pod.status)) return;
    const people = await unit.several(pod.memberIds.map((id) => members.doc(id)));
    const due = people.flatMap((member) =>
      shiftWarningsDue(pod, member.timeZone, unit.now).map(({ shift, daysAhead }) => ({
        memberId: member.id,
        markId: causeId('time-shifts', podId, member.id, `${shift.at.getTime()}`, `${daysAhead}d`),
      })),
    );
    const sent = await unit.several(due.map(({ markId }) => auditEvents.doc(markId)));
    for (const { memberId, markId } of due) {
      if (sent.some(({ id }) => id === markId)) continue;
      unit.audit({
        id: markId,
        actorId: 'system',
        entity: pods.doc(podId).path,
        from: null,
        to: 'warned',
        version: pod.version,
        cause: 'warnTimeShifts',
      });
      unit.send(markId, { kind: 'notify', memberId, event: 'time-shifts', subjectId: podId });
    }
  });

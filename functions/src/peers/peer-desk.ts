import { type CallableInput, type CallableOutput, DomainError, type Pod, SCHEMA_VERSION } from '@podmates/domain';
import { isKeptApart } from '@podmates/domain/matching';
import { answerNudge, withCheer } from '@podmates/domain/peers';
import { localDay } from '@podmates/domain/time';
import { relationsOf } from '../matching/relation-records';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { type UnitOfWork, commit } from '../store/unit-of-work';

/** Open slots of one person that end next; more than yesterday's and today's are seldom open at once. */
const OPEN_SLOTS_READ = 3;

/** What podmates say to one another's check-ins. */
export class PeerDesk {
  constructor(private readonly ports: Ports) {}

  /** @throws DomainError `not-found` outside of the pod; `failed-precondition` for one's own check-in */
  cheer(memberId: string, input: CallableInput<'cheer'>): Promise<CallableOutput<'cheer'>> {
    return commit(this.ports, async (unit) => {
      await podWith(unit, input.podId, [memberId]);
      const ref = unit.records.feed(input.podId).doc(input.eventId);
      const event = await unit.get(ref, 'There is no such check-in.');
      const said = await relationsOf(unit, [memberId, event.memberId ?? memberId]);
      const after = withCheer(event, memberId, input.isCheered);
      const answer = { cheers: after.cheers ?? [] };
      // The same answer over a block, and nothing of it is seen.
      if (after === event || isKeptApart(said(memberId), said(event.memberId ?? memberId))) return answer;
      unit.save(ref, after);
      unit.audit({
        id: causeId('cheer', unit.ids.next()),
        actorId: memberId,
        entity: ref.path,
        from: String(event.cheers?.length ?? 0),
        to: String(answer.cheers.length),
        version: answer.cheers.length,
        cause: 'cheer',
      });
      return answer;
    });
  }

  /** @throws DomainError `not-found` for who is no podmate */
  nudge(memberId: string, input: CallableInput<'nudge'>): Promise<CallableOutput<'nudge'>> {
    const toId = input.memberId;
    return commit(this.ports, async (unit) => {
      const { members, nudges, slots } = unit.records;
      if (toId === memberId) throw noPodmate();
      const pod = await podWith(unit, input.podId, [memberId, toId]);
      const to = await unit.get(members.doc(toId), 'There is no such podmate.');
      const ref = nudges.doc(causeId('nudge', memberId, toId));
      const last = await unit.find(ref);
      const theirs = slots.where('memberId', '==', toId).where('state', '==', 'open');
      const ending = theirs.where('graceEndsAt', '>', unit.now).orderBy('graceEndsAt').limit(OPEN_SLOTS_READ);
      const open = await unit.list(ending);
      const said = await relationsOf(unit, [memberId, toId]);
      const today = localDay(unit.now, to.timeZone);
      const state = answerNudge({
        last,
        today,
        slots: open,
        isAway: pod.awayIds.includes(toId),
        isMuted: said(toId).mutedNudges?.includes(memberId) ?? false,
        isKeptApart: isKeptApart(said(memberId), said(toId)),
        now: unit.now,
      });
      if (state !== 'sent') return { state };
      unit.save(ref, { id: ref.id, fromId: memberId, toId, day: today, at: unit.now, schemaVersion: SCHEMA_VERSION });
      const notice = { kind: 'notify', memberId: toId, event: 'nudged', subjectId: open[0]?.id ?? toId } as const;
      unit.send(causeId('nudged', memberId, toId, today), notice);
      unit.audit({
        id: causeId('nudge', memberId, toId, today),
        actorId: memberId,
        entity: ref.path,
        from: last?.day ?? null,
        to: today,
        version: 1,
        cause: 'nudge',
      });
      return { state };
    });
  }
}

const noPodmate = (): DomainError => new DomainError('not-found', 'There is no such podmate.');

async function podWith(unit: UnitOfWork, podId: string, memberIds: readonly string[]): Promise<Pod> {
  const pod = await unit.find(unit.records.pods.doc(podId));
  if (!pod || !memberIds.every((id) => pod.memberIds.includes(id))) throw noPodmate();
  return pod;
}

import {
  type CallableOutput,
  type CheckIn,
  type CheckInInput,
  DomainError,
  type FeedEvent,
  SCHEMA_VERSION,
  type Slot,
  type Streak,
} from '@podmates/domain';
import { type CheckInDecision, decideCheckIn, fileToClean, proofInFeed } from '@podmates/domain/checkins';
import { type Ports } from '../runtime/ports';
import { readStreakParts, writeSlots } from '../streaks/streak-writer';
import { causeId } from '../store/ids';
import { type UnitOfWork, commit } from '../store/unit-of-work';

/** Check-ins: one per slot, edited until the slot closes, every version kept. */
export class CheckInDesk {
  constructor(private readonly ports: Ports) {}

  /**
   * Takes a check-in and counts it at once. A `clientMutationId` that was taken before changes nothing; the answer
   * tells the check-in as it is by now.
   */
  checkIn(memberId: string, input: CheckInInput): Promise<CallableOutput<'checkIn'>> {
    return commit(this.ports, async (unit) => {
      const { slots, checkIns, checkInVersions } = unit.records;
      const slot = await unit.find(slots.doc(input.slotId));
      if (slot === null || slot.memberId !== memberId)
        throw new DomainError('not-found', 'There is no such slot of yours.');
      const existing = await unit.find(checkIns.doc(slot.id));
      const parts = await readStreakParts(unit, slot);
      const earlier = checkInVersions(slot.id).where('clientMutationId', '==', input.clientMutationId).limit(1);
      // A retry may arrive after a later edit: it must not bring back what that edit took away.
      if (existing !== null && (await unit.list(earlier)).length > 0) return answerOf(existing, parts.previous);
      const podId = parts.pod?.id ?? null;
      // Nothing is staked yet: with deposits comes the budget of offline claims.
      const decision = decideCheckIn({ slot, existing, input, podId, stake: null, now: unit.now });
      if (decision.isRepeat) return answerOf(decision.checkIn, parts.previous);
      const told = await toldInFeed(unit, decision.checkIn);
      writeCheckIn(unit, decision, { memberName: parts.member.displayName, told });
      const streak = writeSlots(unit, [decision.slot], parts);
      tellOfCorrection(unit, slot, decision.slot);
      cleanFile(unit, decision.checkIn);
      unit.audit({
        id: causeId('check-in', slot.id, `v${decision.checkIn.version}`),
        actorId: memberId,
        entity: checkIns.doc(slot.id).path,
        from: slot.state,
        to: decision.slot.state,
        version: decision.checkIn.version,
        cause: 'checkIn',
      });
      return answerOf(decision.checkIn, streak);
    });
  }
}

/** What comes late changes a day that the member has seen as missed: they are told, once (behaviour 15). */
function tellOfCorrection(unit: UnitOfWork, before: Slot, after: Slot): void {
  const isReopened = before.state === 'missed' && after.state !== 'missed' && after.state !== 'madeUp';
  if (!isReopened) return;
  const notice = { kind: 'notify', memberId: after.memberId, event: 'streak-corrected', subjectId: after.id } as const;
  unit.send(causeId('streak-corrected', after.id, `v${after.version}`), notice);
}

/** A file is looked at by itself, as it may take a second and hundreds of megabytes. */
function cleanFile(unit: UnitOfWork, checkIn: CheckIn): void {
  if (fileToClean(checkIn) === null) return;
  const task = { kind: 'task', task: 'clean-proof', subjectId: checkIn.slotId, runAt: unit.now } as const;
  unit.send(causeId('clean-proof', checkIn.slotId, `v${checkIn.version}`), task);
}

const answerOf = (checkIn: CheckIn, streak: Streak | null): CallableOutput<'checkIn'> => ({
  isLate: checkIn.isLate,
  receivedAt: checkIn.receivedAt.toISOString(),
  streak: streak?.current ?? 0,
  version: checkIn.version,
});

/** What the pod's feed says of an earlier version: cheers stay with what was edited. */
const toldInFeed = async (unit: UnitOfWork, { podId, slotId }: CheckIn): Promise<FeedEvent | null> =>
  podId === null ? null : unit.find(unit.records.feed(podId).doc(causeId('check-in', slotId)));

/** The check-in, this version of it, and what the pod sees: an edit to "only me" takes the pod's event away. */
function writeCheckIn(
  unit: UnitOfWork,
  { checkIn, feed }: CheckInDecision,
  { memberName, told }: { memberName: string; told: FeedEvent | null },
): void {
  const { checkIns, checkInVersions } = unit.records;
  const version = checkInVersions(checkIn.slotId).doc(`v${checkIn.version}`);
  unit.save(checkIns.doc(checkIn.id), checkIn);
  unit.save(version, checkIn);
  if (checkIn.podId === null) return;
  const id = causeId('check-in', checkIn.slotId);
  const proof = proofInFeed(checkIn);
  const event = unit.records.feed(checkIn.podId).doc(id);
  if (feed === null) return unit.remove(event);
  unit.save(event, {
    id,
    kind: 'check-in',
    memberId: checkIn.memberId,
    memberName,
    text: feed.text,
    startsAt: null,
    ...(proof ? { proof } : {}),
    ...(told?.cheers ? { cheers: told.cheers } : {}),
    at: checkIn.receivedAt,
    schemaVersion: SCHEMA_VERSION,
  });
}

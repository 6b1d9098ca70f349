import { type CheckInInput, DomainError } from '../contracts';
import { type Slot, type SlotRuling, type SlotState } from '../documents';
import { isOfflineClaim, judgeReceipt, type Receipt, type ReceiptRuling } from './judge-receipt';
import { isMakeUpTime } from './make-up';

/** What a slot counts as, and by which rule. */
export interface Verdict {
  readonly state: SlotState;
  readonly ruling: SlotRuling | null;
}

/** Money that hangs on the sprint: when earlier check-ins were received that counted as offline-claimed. */
export interface Stake {
  readonly claims: readonly Date[];
}

const COUNTS: Readonly<Record<Exclude<ReceiptRuling, 'came-too-early' | 'came-too-late'>, 'done' | 'late'>> = {
  'in-time': 'done',
  'offline-claimed': 'done',
  'offline-unproven': 'late',
  'offline-over-budget': 'late',
  'in-grace': 'late',
};

export const slotIsClosed = (): DomainError =>
  new DomainError('failed-precondition', 'This slot is closed; the next one is a fresh chance.');

/**
 * What a check-in that comes `now` makes of the slot: from an outbox it may reopen one that was closed (behaviour 6),
 * and for a missed one whose make-up is planned it is the make-up (behaviour 14). A rest is neutral, whenever it is
 * taken. @throws DomainError `failed-precondition` too early, too late or once closed
 */
export function verdictOn(slot: Slot, input: CheckInInput, p: { stake: Stake | null; now: Date }): Verdict {
  const receipt = { receivedAt: p.now, capturedAt: new Date(input.capturedAt), clientSkewMs: input.clientSkewMs };
  const ruling = judgeReceipt(slot, receipt, { staked: p.stake !== null, claims: p.stake?.claims ?? [] });
  if (ruling === 'came-too-early')
    throw new DomainError('failed-precondition', 'This slot has not begun yet; its check-in opens on its day.');
  const isRest = input.status === 'rest';
  if (isClosed(slot) && !mayReopen(slot, receipt)) {
    if (isRest || slot.state !== 'missed' || slot.makeUpAt === null || !isMakeUpTime(slot, p.now)) throw slotIsClosed();
    return { state: 'madeUp', ruling: 'made-up' };
  }
  // Somebody left the pod, and the slot was given up: there is nothing to check in to any more.
  if (ruling === 'came-too-late' || (slot.state === 'excused' && !isPaused(slot))) throw slotIsClosed();
  return isRest ? { state: 'rest', ruling: 'rest' } : { state: COUNTS[ruling], ruling };
}

/** A check-in that was overturned can be sent again while its slot still takes any, and reopens nothing later. */
const mayReopen = (slot: Slot, receipt: Receipt): boolean =>
  slot.ruling === 'proof-overturned' ? receipt.receivedAt <= slot.graceEndsAt : isOfflineClaim(slot, receipt);

const isClosed = ({ state }: Slot): boolean => state === 'missed' || state === 'frozen' || state === 'madeUp';

/** A check-in on a paused day counts as on any other (behaviour 13). */
const isPaused = ({ ruling }: Slot): boolean => ruling === 'planned-pause' || ruling === 'illness-pause';

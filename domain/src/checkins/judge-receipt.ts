import { type Slot } from '../documents';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Behaviour 6: what lies in a device's outbox may count on time although it is received later. */
export const OFFLINE_CLAIM = {
  receivedWithinMs: 24 * HOUR_MS, // a night and a day without a signal
  mostSkewMs: 5 * 60 * 1000, // the device's own clock says when it was captured
  mostWhenStaked: 2, // money hangs on a time that only the device knows
  perMs: 7 * DAY_MS,
} as const;
/** Behaviour 15. */
const IMPORT_WITHIN_MS = 7 * DAY_MS;

export type SlotTimes = Pick<Slot, 'openAt' | 'dueAt' | 'graceEndsAt'>;

/** When a check-in was made. `receivedAt` is the server's time; the others are the device's word. */
export interface Receipt {
  readonly receivedAt: Date;
  readonly capturedAt: Date | null;
  /** How far the device's clock was off at its last sync, in milliseconds, either way; null: not known. */
  readonly clientSkewMs: number | null;
}

export type ReceiptRuling =
  | 'came-too-early'
  | 'in-time'
  | 'offline-claimed'
  | 'offline-unproven'
  | 'offline-over-budget'
  | 'in-grace'
  | 'came-too-late';

/** Captured in time and received within 24 hours of the slot's end: to be taken, though the slot may be closed. */
export const isOfflineClaim = ({ dueAt }: SlotTimes, { receivedAt, capturedAt }: Receipt): boolean =>
  receivedAt > dueAt &&
  capturedAt !== null &&
  capturedAt <= dueAt &&
  receivedAt.getTime() - dueAt.getTime() <= OFFLINE_CLAIM.receivedWithinMs;

/**
 * What a check-in that came then is (behaviours 2, 6 and 10). `claims`: when earlier check-ins were received that
 * counted as offline-claimed.
 */
export function judgeReceipt(
  slot: SlotTimes,
  receipt: Receipt,
  p: { staked: boolean; claims: readonly Date[] },
): ReceiptRuling {
  const { receivedAt } = receipt;
  if (receivedAt < slot.openAt) return 'came-too-early';
  if (receivedAt <= slot.dueAt) return 'in-time';
  if (isOfflineClaim(slot, receipt)) {
    const isProven = receipt.clientSkewMs !== null && Math.abs(receipt.clientSkewMs) <= OFFLINE_CLAIM.mostSkewMs;
    if (!isProven) return 'offline-unproven';
    return p.staked && isBudgetSpent(p.claims, receivedAt) ? 'offline-over-budget' : 'offline-claimed';
  }
  return receivedAt <= slot.graceEndsAt ? 'in-grace' : 'came-too-late';
}

function isBudgetSpent(claims: readonly Date[], now: Date): boolean {
  const recent = claims.filter((at) => now.getTime() - at.getTime() < OFFLINE_CLAIM.perMs);
  return recent.length >= OFFLINE_CLAIM.mostWhenStaked;
}

/** Whether what a connected app reports still counts: up to 7 days after the slot's end (behaviour 15). */
export const isImportInTime = (slot: SlotTimes, receivedAt: Date): boolean =>
  receivedAt >= slot.openAt && receivedAt.getTime() - slot.dueAt.getTime() <= IMPORT_WITHIN_MS;

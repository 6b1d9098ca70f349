import { canMakeUp, CLOSE_DELAY_MS, isImportInTime, isOfflineClaim, judgeReceipt, mondayOf } from '../checkins';
import { type LocalDay, type SlotRuling, type SlotState } from '../documents';
import { addDays, GRACE_MS, type LivedDay, livedDays, weekdayOf } from '../time';
import { type JudgedSlot } from './count-streak';
import { dayLivedAt } from './lived-day-at';
import { isGranted, type JudgedPause, withDaysAdded } from './pauses';
import { type PlannedSlot, plannedSlots } from './planned-slots';
import {
  type CheckInEvent,
  heardAt,
  type ImportEvent,
  type MakeUpEvent,
  type StreakEvent,
  type StreakHistory,
} from './streak-history';

/** A slot with its instants and what it is by itself, before freezes are spent. */
export interface HistorySlot extends PlannedSlot, JudgedSlot {}

/** An event that changed nothing, and why; `index` is its place in the history. */
export interface Unused {
  readonly index: number;
  readonly why: string;
}

/** Judges every slot of a history by what was known at its `now`; the order in which events are listed means nothing. */
export function judgeHistory(history: StreakHistory): { slots: HistorySlot[]; unused: Unused[] } {
  return new Judge(history).judge();
}

/** Better than what a slot has so far: on time before late, late before nothing. */
const RANK: Partial<Record<SlotState, number>> = { done: 3, late: 2, missed: 1 };
const STATES: Readonly<Record<ReturnType<typeof judgeReceipt>, SlotState>> = {
  'in-time': 'done',
  'offline-claimed': 'done',
  'offline-unproven': 'late',
  'offline-over-budget': 'late',
  'in-grace': 'late',
  'came-too-early': 'missed',
  'came-too-late': 'missed',
};

const WHEN: Partial<Record<SlotRuling, string>> = {
  'came-too-early': 'it came before the day began',
  'came-too-late': 'it came after the 12 hours of grace',
};

/** Of two events at the same instant, which comes first must not hang on the order in which they are listed. */
const byContent = (a: StreakEvent, b: StreakEvent): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

interface Verdict {
  readonly state: SlotState;
  readonly ruling: SlotRuling;
}

interface Known<E extends StreakEvent> {
  readonly event: E;
  readonly index: number;
}

class Judge {
  private readonly days: readonly LivedDay[];
  private readonly slots: readonly PlannedSlot[];
  private readonly pauses: readonly JudgedPause[];
  private readonly events: readonly Known<StreakEvent>[];
  private readonly verdicts = new Map<PlannedSlot, Verdict>();
  private readonly unused: Unused[] = [];

  constructor(private readonly history: StreakHistory) {
    this.events = history.events
      .map((event, index) => ({ event, index }))
      .filter(({ event }) => heardAt(event) <= history.now)
      .sort((a, b) => heardAt(a.event).getTime() - heardAt(b.event).getTime() || byContent(a.event, b.event));
    const { start, days: count, staked } = history;
    const asked = this.of('pause').map(({ event }) => event);
    const sprint = withDaysAdded(asked, { daysOf: (dates) => this.daysOf(dates), start, count, staked });
    this.days = sprint.days;
    this.pauses = sprint.pauses;
    this.slots = plannedSlots(this.days, history.cadence);
  }

  judge(): { slots: HistorySlot[]; unused: Unused[] } {
    const backups = this.judgeCheckIns();
    for (const known of this.of('import')) this.judgeImport(known);
    this.excusePaused();
    this.judgeMakeUps([...this.of('makeUp'), ...backups]);
    const slots = this.slots.map((slot) => ({ ...slot, ...this.ended(slot) }));
    return { slots, unused: this.unused };
  }

  private daysOf(count: number): LivedDay[] {
    const { zone, dayStart, start } = this.history;
    return livedDays({ zone, dayStart, start, count, moves: this.of('zone').map(({ event }) => event) });
  }

  /** Check-ins for slots by the order of their receipt; returns those for a backup day. */
  private judgeCheckIns(): Known<CheckInEvent>[] {
    const claims: Date[] = [];
    const backups: Known<CheckInEvent>[] = [];
    for (const known of this.of('checkIn')) {
      const slot = this.slotOn(known.event.slot);
      if (!slot) {
        if (this.isOnBackupDay(known.event)) backups.push(known);
        else this.passOver(known, 'no slot was planned on that date, and it is no backup day in its time');
        continue;
      }
      const ruling = judgeReceipt(slot, known.event, { staked: this.history.staked, claims });
      const isTaken = this.take(slot, { state: STATES[ruling], ruling });
      if (STATES[ruling] === 'missed') this.passOver(known, WHEN[ruling] ?? '');
      else if (!isTaken) this.passOver(known, 'an earlier check-in for that slot counts');
      else if (ruling === 'offline-claimed') claims.push(known.event.receivedAt);
    }
    return backups;
  }

  private judgeImport(known: Known<ImportEvent>): void {
    const slot = this.slotOn(known.event.slot);
    const isTaken = slot && isImportInTime(slot, known.event.receivedAt);
    if (!isTaken) this.passOver(known, 'it came more than 7 days after a slot, or for none');
    else if (!this.take(slot, { state: 'done', ruling: 'imported' }))
      this.passOver(known, 'the slot is on time anyway');
  }

  private excusePaused(): void {
    for (const pause of this.pauses) {
      if (pause.ruling === null) continue;
      const covered = new Set(pause.days);
      for (const slot of this.slots) {
        if (!covered.has(slot.label) || this.counts(slot)) continue;
        const state = isGranted(pause) ? 'excused' : 'missed';
        if (this.verdicts.get(slot)?.state !== 'excused') this.verdicts.set(slot, { state, ruling: pause.ruling });
      }
    }
  }

  private judgeMakeUps(known: readonly Known<MakeUpEvent | CheckInEvent>[]): void {
    const inOrder = [...known].sort((a, b) => heardAt(a.event).getTime() - heardAt(b.event).getTime());
    const usedBackups = new Set<LocalDay>();
    for (const one of inOrder) {
      if (one.event.type === 'makeUp') this.makeUp({ event: one.event, index: one.index });
      else if (usedBackups.has(one.event.slot)) this.passOver(one, 'an earlier check-in on that backup day counts');
      else if (this.makeUpOnBackup(one.event)) usedBackups.add(one.event.slot);
      else this.passOver(one, 'no slot of that week was missed by then');
    }
  }

  private makeUp(known: Known<MakeUpEvent>): void {
    const { slot: date, receivedAt } = known.event;
    const slot = this.slotOn(date);
    if (!slot || !this.isMissed(slot)) return this.passOver(known, 'that slot is not a missed one');
    if (canMakeUp(slot, { receivedAt, on: dayLivedAt(this.days, receivedAt) })) {
      this.verdicts.set(slot, { state: 'madeUp', ruling: 'made-up' });
    } else {
      this.verdicts.set(slot, { state: 'missed', ruling: 'make-up-too-late' });
      this.passOver(known, 'it was not within 72 hours after the slot and in the same week');
    }
  }

  private makeUpOnBackup({ slot: date, receivedAt }: CheckInEvent): boolean {
    const monday = mondayOf(date);
    const sunday = addDays(monday, 6);
    const missed = this.slots.find(
      (slot) => monday <= slot.label && slot.label <= sunday && slot.dueAt < receivedAt && this.isMissed(slot),
    );
    if (missed) this.verdicts.set(missed, { state: 'madeUp', ruling: 'made-up-on-backup' });
    return missed !== undefined;
  }

  /** What a slot is once all is heard: without a verdict it is missed, but not before it closes. */
  private ended(slot: PlannedSlot): { state: SlotState; ruling: SlotRuling | null } {
    const verdict = this.verdicts.get(slot);
    if (verdict && verdict.state !== 'missed') return verdict;
    if (!this.isClosed(slot)) return { state: 'open', ruling: null };
    return verdict ?? { state: 'missed', ruling: 'not-kept' };
  }

  private isMissed(slot: PlannedSlot): boolean {
    return this.ended(slot).state === 'missed';
  }

  private isClosed({ graceEndsAt }: PlannedSlot): boolean {
    return this.history.now.getTime() >= graceEndsAt.getTime() + CLOSE_DELAY_MS;
  }

  private isOnBackupDay(event: CheckInEvent): boolean {
    const { cadence } = this.history;
    const day = this.days.find(({ label }) => label === event.slot);
    if (!day || cadence.kind === 'daily' || cadence.backup !== weekdayOf(event.slot)) return false;
    const times = { ...day, graceEndsAt: new Date(day.dueAt.getTime() + GRACE_MS) };
    const isInTime = event.receivedAt >= day.openAt && event.receivedAt <= times.graceEndsAt;
    return isInTime || isOfflineClaim(times, event);
  }

  /** Whether the slot has a check-in that counts. */
  private counts(slot: PlannedSlot): boolean {
    const state = this.verdicts.get(slot)?.state;
    return state === 'done' || state === 'late';
  }

  private take(slot: PlannedSlot, verdict: Verdict): boolean {
    const before = RANK[this.verdicts.get(slot)?.state ?? 'open'] ?? 0;
    if (before >= (RANK[verdict.state] ?? 0)) return false;
    this.verdicts.set(slot, verdict);
    return true;
  }

  private slotOn(date: LocalDay): PlannedSlot | undefined {
    return this.slots.find(({ dates }) => dates.includes(date));
  }

  private passOver({ index }: { readonly index: number }, why: string): void {
    this.unused.push({ index, why });
  }

  private of<T extends StreakEvent['type']>(type: T): Known<Extract<StreakEvent, { type: T }>>[] {
    return this.events.filter((known): known is Known<Extract<StreakEvent, { type: T }>> => known.event.type === type);
  }
}

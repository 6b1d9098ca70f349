import { closeSlot, decideCheckIn } from '@podmates/domain/checkins';
import { type CheckInInput, type Slot } from '@podmates/domain';
import { atMost, type Benchmark, type Measured, round } from './benchmark';
import { randomFrom } from './statistics';

/**
 * 100,000 slots due within one hour, closed by the rule of the product through a queue at the rate that its function
 * allows. Tasks get lost, come twice and die before they commit; members check in from their outboxes meanwhile; the
 * hourly sweeper takes what is left. The database is simulated: a version that was overtaken is written again.
 */
export const slotClosing: Benchmark = {
  name: 'p-slot-closing',
  title: 'Closing 100,000 slots that are due within one hour (simulated queue)',
  run: ({ seed }) => Promise.resolve(measure(seed)),
};

const SLOTS = 100_000;
const QUEUE = { perSecond: 50, maxAttempts: 5, backoffMs: 10_000 } as const; // as in functions/src/runtime/tasks.ts
const SWEEP = { everyMs: 3_600_000, most: 300 } as const; // as in functions/src/streaks/streak-desk.ts
const FAULTS = { lost: 0.002, twice: 0.02, dies: 0.01 } as const;
const CHECKS_IN = 0.1;
const HOUR_MS = 3_600_000;
const BEGIN = Date.UTC(2026, 2, 2);
/** Days end on the quarter hours: most zones on the full one. */
const DUE_AFTER_MS = [0, 0, 0, 0, 0, 0, 0, HOUR_MS / 2, HOUR_MS / 2, (HOUR_MS * 3) / 4] as const;

interface Stored {
  slot: Slot;
  closed: number;
  checkedIn: boolean;
  /** It was closed though a check-in had come first. */
  isOverrun: boolean;
}

interface Task {
  readonly at: number;
  readonly index: number;
  readonly attempt: number;
}

function measure(seed: number): Measured {
  const random = randomFrom(seed);
  const stored = Array.from({ length: SLOTS }, (_, index) =>
    aSlot(index, DUE_AFTER_MS[index % DUE_AFTER_MS.length] ?? 0),
  );
  const first: Task[] = [];
  stored.forEach(({ slot }, index) => {
    const at = slot.graceEndsAt.getTime() + 15 * 60_000;
    if (random() >= FAULTS.lost) first.push({ at, index, attempt: 1 });
    if (random() < FAULTS.twice) first.push({ at: at + random() * 60_000, index, attempt: 1 });
  });
  const late = checkInTimes(stored, random);
  const drained = drain(first, stored, late, random);
  const ideal = idealEnd(first);
  const sweeps = sweep(stored, drained.endsAt);
  const closedTwice = stored.filter(({ closed }) => closed > 1).length;
  const left = stored.filter(({ slot }) => slot.state === 'open').length;
  const overrun = stored.filter(({ isOverrun }) => isOverrun).length;
  const limit = (ideal - BEGIN) / 1000;
  const took = (drained.endsAt - BEGIN) / 1000;
  return {
    table: {
      columns: ['', 'count'],
      rows: [
        ['slots', SLOTS],
        ['deliveries', drained.deliveries],
        ['of them died before they committed', drained.died],
        ['closed by a task', drained.closed],
        ['checked in meanwhile, so never closed or reopened', late.size],
        ['closed by the sweeper, as their task was lost', sweeps.closed],
        ['sweeps until none was left', sweeps.runs],
      ],
    },
    claims: [
      atMost('until the queue is empty / the limit of its rate', round(took / limit), 1.1, '×'),
      atMost('slots left open', left, 0),
      atMost('slots closed twice', closedTwice, 0),
      atMost('check-ins overrun by a close', overrun, 0),
    ],
    notes: [
      `The queue starts ${QUEUE.perSecond} tasks a second; ${FAULTS.lost * 100} % are lost, ${FAULTS.twice * 100} % come twice, ${FAULTS.dies * 100} % die and are tried again.`,
      `The sweeper takes ${SWEEP.most} an hour, so what is lost beyond that closes an hour later.`,
    ],
  };
}

const INPUT: CheckInInput = {
  slotId: '',
  clientMutationId: 'c',
  status: 'done',
  rpe: 5,
  win: '',
  tweak: '',
  proof: { kind: 'none' },
  visibility: 'me',
  capturedAt: new Date(BEGIN - 13 * HOUR_MS).toISOString(),
  clientSkewMs: 0,
};

/** Tasks leave in the order in which they are due, at most so many a second; each reads, decides and saves at once. */
function drain(tasks: readonly Task[], stored: Stored[], late: ReadonlyMap<number, number>, random: () => number) {
  const queue = [...tasks].sort((a, b) => a.at - b.at);
  const again: Task[] = [];
  const found = { deliveries: 0, died: 0, closed: 0, endsAt: BEGIN };
  let now = BEGIN;
  for (let next = 0; next < queue.length || again.length > 0;) {
    const retry = again[0];
    const fresh = queue[next];
    const isRetry = retry !== undefined && (fresh === undefined || retry.at <= fresh.at);
    const task = isRetry ? again.shift() : queue[next++];
    if (!task) break;
    now = Math.max(now + 1000 / QUEUE.perSecond, task.at);
    found.deliveries += 1;
    found.endsAt = now;
    const one = stored[task.index];
    if (!one) continue;
    const comesAt = late.get(task.index);
    if (comesAt !== undefined && comesAt <= now) checkIn(one, comesAt);
    if (random() < FAULTS.dies && task.attempt < QUEUE.maxAttempts) {
      found.died += 1;
      again.push({ ...task, at: now + QUEUE.backoffMs, attempt: task.attempt + 1 });
      continue;
    }
    if (close(one, now)) found.closed += 1;
  }
  for (const [index, at] of late) {
    const one = stored[index];
    if (one) checkIn(one, at);
  }
  return found;
}

function close(one: Stored, now: number): boolean {
  const closed = closeSlot(one.slot, new Date(now));
  if (!closed) return false;
  one.isOverrun ||= one.checkedIn;
  one.slot = closed;
  one.closed += 1;
  return true;
}

function checkIn(one: Stored, at: number): void {
  if (one.checkedIn) return;
  const input = { ...INPUT, slotId: one.slot.id };
  one.slot = decideCheckIn({ slot: one.slot, existing: null, input, podId: null, stake: null, now: new Date(at) }).slot;
  one.checkedIn = true;
}

/** Some members were offline: their outboxes send around the time at which their slots close. */
function checkInTimes(stored: readonly Stored[], random: () => number): Map<number, number> {
  const late = new Map<number, number>();
  stored.forEach(({ slot }, index) => {
    if (random() >= CHECKS_IN) return;
    late.set(index, slot.graceEndsAt.getTime() + Math.round(random() * 2 * HOUR_MS));
  });
  return late;
}

/** When a queue without any fault would have started its last task. */
function idealEnd(tasks: readonly Task[]): number {
  let now = BEGIN;
  for (const { at } of [...tasks].sort((a, b) => a.at - b.at)) now = Math.max(now + 1000 / QUEUE.perSecond, at);
  return now;
}

function sweep(stored: Stored[], from: number): { runs: number; closed: number } {
  const found = { runs: 0, closed: 0 };
  for (let now = from + SWEEP.everyMs; stored.some(({ slot }) => slot.state === 'open'); now += SWEEP.everyMs) {
    found.runs += 1;
    const due = stored.filter(({ slot }) => slot.state === 'open').slice(0, SWEEP.most);
    for (const one of due) if (close(one, now)) found.closed += 1;
    if (found.runs > 100) break;
  }
  return found;
}

function aSlot(index: number, dueAfter: number): Stored {
  const graceEndsAt = new Date(BEGIN + dueAfter - 15 * 60_000);
  const dueAt = new Date(graceEndsAt.getTime() - 12 * HOUR_MS);
  const slot: Slot = {
    id: `s${index}_0`,
    sprintId: `s${index}`,
    memberId: `m${index}`,
    seq: 0,
    label: '2026-03-01',
    timeZone: 'UTC',
    startsAt: dueAt,
    openAt: new Date(dueAt.getTime() - 24 * HOUR_MS),
    dueAt,
    graceEndsAt,
    state: 'open',
    ruling: null,
    makeUpAt: null,
    closedAt: null,
    version: 1,
    schemaVersion: 1,
  };
  return { slot, closed: 0, checkedIn: false, isOverrun: false };
}

import { mayWriteAt, type Pace, withSeen } from './write-pacing';

/** Four fields that people set, and who wrote last; what an agenda item is to its writers. */
export interface PacedDocument {
  readonly rev: number;
  readonly by: string;
  readonly fields: Readonly<Record<string, number>>;
}
interface Replica {
  readonly id: string;
  /** Online again from then on; before, nothing comes or goes. */
  awayUntil: number;
  document: PacedDocument;
  pace: Pace;
  /** Newest value of each field that the server has not taken yet. */
  pending: Record<string, number>;
  /** What is under way, until its answer is there. */
  sent: Record<string, number> | null;
  /** The newest edit of each field on this device. */
  edited: Record<string, number>;
}
interface Happening {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

export interface PacedWorld {
  readonly people: number;
  readonly editsPerSecond: number;
  readonly seconds: number;
  readonly latencyMs: { readonly from: number; readonly to: number };
  /** Whether everybody sets the same field, or each one their own. */
  readonly isContested: boolean;
  /** The last one is without a network from this second until that one; null: never. */
  readonly away: readonly [from: number, until: number] | null;
  /** Without it each edit is sent as soon as the one before has its answer. */
  readonly isPaced: boolean;
  readonly random: () => number;
}
export interface PacedOutcome {
  /** When the server took each write, ms. */
  readonly takenAt: readonly number[];
  readonly refused: number;
  readonly edits: number;
  /** Whether all replicas and the server hold the same in the end. */
  readonly isAgreed: boolean;
  /** Fields whose last edit is not what stands there; of a contested one: whether it is nobody's last edit. */
  readonly lost: number;
  /** From an edit until the server has it or a later one of the same field and person, longest, ms. */
  readonly longestWaitMs: number;
}

/**
 * Several people edit one document in virtual time. The server takes a write that names the revision after its newest,
 * as the rules do, and tells everybody after a latency of their own; answers and news come in order.
 */
export function editTogether(world: PacedWorld): PacedOutcome {
  let now = 0;
  let order = 0;
  const ahead: Happening[] = [];
  const later = (at: number, run: () => void): void => {
    const happening = { at, order: (order += 1), run };
    const place = ahead.findLastIndex((other) => other.at <= at) + 1;
    ahead.splice(place, 0, happening);
  };
  const latency = (): number => world.latencyMs.from + world.random() * (world.latencyMs.to - world.latencyMs.from);

  let server: PacedDocument = { rev: 1, by: 'p0', fields: {} };
  const takenAt: number[] = [];
  const waits: { readonly field: string; readonly by: string; readonly value: number; readonly at: number }[] = [];
  let [refused, edits, longestWaitMs] = [0, 0, 0];
  const replicas = Array.from({ length: world.people }, (_, n): Replica => ({
    id: `p${n}`,
    awayUntil: 0,
    document: server,
    pace: withSeen([], { rev: server.rev, seenAt: 0, by: server.by, dice: 0 }),
    pending: {},
    sent: null,
    edited: {},
  }));
  /** News to one device never overtake one another. */
  const lastNews = new Map<string, number>();

  const hear = (one: Replica, document: PacedDocument): void => {
    if (document.rev <= one.document.rev) return;
    one.document = document;
    one.pace = withSeen(one.pace, { rev: document.rev, seenAt: now, by: document.by, dice: world.random() });
    plan(one);
  };
  const tell = (one: Replica, document: PacedDocument): void => {
    const at = Math.max(now + latency(), lastNews.get(one.id) ?? 0, one.awayUntil);
    lastNews.set(one.id, at);
    later(at, () => hear(one, document));
  };
  const plan = (one: Replica): void => {
    const at = world.isPaced ? mayWriteAt(one.pace, { selfId: one.id, now }) : now;
    later(Math.max(at, one.awayUntil), () => sendIfTurn(one));
  };
  const sendIfTurn = (one: Replica): void => {
    if (one.sent || Object.keys(one.pending).length === 0 || now < one.awayUntil) return;
    if (world.isPaced && mayWriteAt(one.pace, { selfId: one.id, now }) > now) return; // planned anew by whatever came in
    const changes = one.pending;
    const rev = one.document.rev + 1;
    [one.sent, one.pending] = [changes, {}];
    later(now + latency(), () => answer(one, rev, changes));
  };
  const answer = (one: Replica, rev: number, changes: Record<string, number>): void => {
    const isTaken = rev === server.rev + 1;
    if (isTaken) {
      server = { rev, by: one.id, fields: { ...server.fields, ...changes } };
      takenAt.push(now);
      for (const wait of waits) {
        const value = changes[wait.field];
        if (wait.by === one.id && value !== undefined && value >= wait.value)
          longestWaitMs = Math.max(longestWaitMs, now - wait.at);
      }
      waits.splice(0, waits.length, ...waits.filter((w) => !(w.by === one.id && (changes[w.field] ?? -1) >= w.value)));
      for (const other of replicas) tell(other, server);
    } else {
      refused += 1;
    }
    const taken = server;
    later(now + latency(), () => {
      one.sent = null;
      if (isTaken) hear(one, taken);
      if (!isTaken) one.pending = { ...changes, ...one.pending };
      plan(one);
    });
  };
  const edit = (one: Replica, n: number): void => {
    const field = world.isContested ? 'title' : `of-${one.id}`;
    edits += 1;
    const value = edits;
    one.pending = { ...one.pending, [field]: value };
    one.edited = { ...one.edited, [field]: value };
    waits.push({ field, by: one.id, value, at: now });
    plan(one);
    if (n + 1 < world.editsPerSecond * world.seconds) later(now + 1000 / world.editsPerSecond, () => edit(one, n + 1));
  };

  for (const one of replicas) later((world.random() * 1000) / world.editsPerSecond, () => edit(one, 0));
  const last = replicas.at(-1);
  if (world.away && last) {
    const [from, until] = world.away;
    later(from * 1000, () => {
      last.awayUntil = until * 1000;
      later(until * 1000, () => plan(last));
    });
  }
  for (let next = ahead.shift(); next; next = ahead.shift()) {
    now = next.at;
    next.run();
  }
  const standsFor = (field: string, value: number): boolean =>
    world.isContested
      ? replicas.some(({ edited }) => edited[field] === server.fields[field])
      : server.fields[field] === value;
  const lost = replicas.flatMap(({ edited }) =>
    Object.entries(edited).filter(([field, value]) => !standsFor(field, value)),
  ).length;
  const isAgreed = replicas.every(({ document }) => JSON.stringify(document) === JSON.stringify(server));
  return { takenAt, refused, edits, isAgreed, lost, longestWaitMs };
}

/** The most writes in any so many ms, by the server's clock. */
export function busiestWindow(takenAt: readonly number[], windowMs: number): number {
  let [most, from] = [0, 0];
  takenAt.forEach((at, n) => {
    while ((takenAt[from] ?? at) <= at - windowMs) from += 1;
    most = Math.max(most, n - from + 1);
  });
  return most;
}

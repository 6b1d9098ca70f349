import fc from 'fast-check';
import { DomainError, type SessionCommand } from '../contracts';
import { type AgendaItem, Session } from '../documents';
import { applyCommand } from './apply-command';
import { anItem, aSession } from './example-session';
import { advanceBySystem, nextSystemChange } from './system-changes';
import { timerView } from './timer';
import { expectedIds } from './withdrawals';

const ids = ['ana', 'ben', 'cem', 'stranger'];
const itemIds = ['i0', 'i1', 'i2'];
/** One within the lobby of the old time, one soon after, one a day later. */
const moveTimes = ['2026-06-01T17:55:00.000Z', '2026-06-01T18:40:00.000Z', '2026-06-02T18:00:00.000Z'];
const FINAL: readonly string[] = ['done', 'cancelled', 'no-quorum'];

const command: fc.Arbitrary<SessionCommand> = fc.oneof(
  fc
    .constantFrom(
      'agree',
      'decline',
      'cannot-come',
      'can-come',
      'join',
      'join',
      'start',
      'start',
      'pause-timer',
      'resume-timer',
      'take-over',
      'wrap',
      'finish',
    )
    .map((kind) => ({ kind }) as SessionCommand),
  fc.constantFrom(...moveTimes).map((startsAt): SessionCommand => ({ kind: 'propose-move', startsAt })),
  fc
    .record({ startsAt: fc.constantFrom(...moveTimes), answer: fc.constantFrom('agree' as const, 'decline' as const) })
    .map((answer): SessionCommand => ({ kind: 'answer-move', ...answer })),
  fc.constantFrom(...itemIds).map((itemId): SessionCommand => ({ kind: 'go-to-item', itemId })),
  fc.constantFrom(...ids).map((toMemberId): SessionCommand => ({ kind: 'hand-over', toMemberId })),
);
/** What happens next; `minutes` may be negative, because servers' clocks differ. */
const happening = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({ what: fc.constant('command' as const), actorId: fc.constantFrom(...ids), command }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('time' as const),
      minutes: fc.oneof(fc.integer({ min: -2, max: 9 }), fc.constantFrom(15, 60)),
    }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('system' as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('remove' as const), itemId: fc.constantFrom(...itemIds) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('cancel' as const), actorId: fc.constantFrom(...ids) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('away' as const), awayIds: fc.subarray(ids) }) },
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

interface World {
  readonly session: Session;
  readonly items: readonly AgendaItem[];
  readonly now: Date;
  readonly awayIds: readonly string[];
}

function next(world: World, event: Happening): World {
  const { session, items, now } = world;
  switch (event.what) {
    case 'time':
      return { ...world, now: new Date(now.getTime() + event.minutes * 60_000) };
    case 'remove':
      return { ...world, items: items.map((item) => (item.id === event.itemId ? { ...item, isRemoved: true } : item)) };
    case 'system':
      return { ...world, session: advanceBySystem(session, now, world.awayIds) ?? session };
    case 'away':
      return { ...world, awayIds: event.awayIds };
    case 'cancel':
      return { ...world, session: applied(world, { kind: 'cancel' }, event.actorId) };
    case 'command':
      return { ...world, session: applied(world, event.command, event.actorId) };
  }
}

/** A refusal changes nothing; any other error is a defect and fails the test. */
function applied({ session, items, now, awayIds }: World, sent: SessionCommand, actorId: string): Session {
  try {
    return applyCommand(session, sent, { actorId, items, awayIds, now });
  } catch (error) {
    if (error instanceof DomainError && error.message.endsWith('.')) return session;
    throw error;
  }
}

const START = new Date('2026-06-01T17:45:00Z');
/** Early enough to vote, to move and to step out. */
const BEFORE = new Date('2026-06-01T17:00:00Z');
function firstWorld(state: 'draft' | 'scheduled' | 'lobby' | 'live'): World {
  const items = itemIds.map((id, n) => anItem({ id, orderKey: `a${n}` }));
  const session = aSession({ state: state === 'live' ? 'lobby' : state, agreedBy: state === 'draft' ? ['ana'] : [] });
  const start = { actorId: 'ana', items, now: START };
  const isAhead = state === 'draft' || state === 'scheduled';
  const first = state === 'live' ? applyCommand(session, { kind: 'start' }, start) : session;
  return { session: first, items, awayIds: [], now: isAhead ? BEFORE : START };
}

const histories = fc.record({
  state: fc.constantFrom(...(['draft', 'scheduled', 'scheduled', 'lobby', 'lobby', 'live'] as const)),
  events: fc.array(happening, { maxLength: 40, size: 'max' }),
});
const check = (
  holds: (after: World, before: World, event: Happening) => void,
  runs: { numRuns: number; seed?: number } = { numRuns: 60 },
) =>
  fc.assert(
    fc.property(histories, ({ state, events }) => {
      let world = firstWorld(state);
      for (const event of events) {
        const after = next(world, event);
        holds(after, world, event);
        world = after;
      }
    }),
    runs,
  );

describe('whatever happens to a session', () => {
  it('stays a valid document', () => check(({ session }) => expect(Session.parse(session)).toEqual(session)));

  it('counts each change once', () =>
    check(({ session }, before) => {
      if (session !== before.session) expect(session.version).toBe(before.session.version + 1);
    }));

  it('is not changed once it is over', () =>
    check(({ session, now }, before) => {
      if (!FINAL.includes(before.session.state)) return;
      expect(session).toBe(before.session);
      expect(advanceBySystem(session, new Date(now.getTime() + 1e9))).toBeNull();
      expect(nextSystemChange(session)).toBeNull();
    }));

  it('shows no negative time', () =>
    check(({ session, now }) => {
      if (!session.timer) return;
      const view = timerView(session.timer, now);
      expect(view.elapsedMs).toBeGreaterThanOrEqual(0);
      expect(view.remainingMs).toBeGreaterThanOrEqual(0);
      expect(view.remainingMs).toBeLessThanOrEqual(session.timer.durationMs);
    }));

  it('has a host, and people in it, who are members', () =>
    check(({ session }) => {
      const { hostId, joinedIds, agreedBy, declinedBy, move, withdrawals } = session;
      const votes = [...agreedBy, ...declinedBy, ...(move ? [...move.agreedBy, ...move.declinedBy] : [])];
      for (const id of [hostId, ...joinedIds, ...votes, ...Object.keys(withdrawals)])
        expect(session.memberIds).toContain(id);
      expect(new Set(session.joinedIds).size).toBe(session.joinedIds.length);
    }));

  it('has an item and a timer only while it is live', () =>
    check(({ session }) => {
      if (session.state !== 'live') expect([session.currentItemId, session.timer]).toEqual([null, null]);
      expect(session.timer === null).toBe(session.currentItemId === null);
    }));

  it('is voted on by each member once', () =>
    check(({ session }) => {
      for (const { agreedBy, declinedBy } of [session, session.move ?? session]) {
        const votes = [...agreedBy, ...declinedBy];
        expect(new Set(votes).size).toBe(votes.length);
      }
    }));

  it('moves only while it is scheduled, and only to a time that more than half of those here agreed to', () =>
    check(({ session }, before) => {
      if (session.state !== 'scheduled') expect(session.move).toBeNull();
      if (session.startsAt.getTime() === before.session.startsAt.getTime()) return;
      expect([before.session.state, session.state, session.move]).toEqual(['scheduled', 'scheduled', null]);
      expect(session.startsAt > before.now).toBe(true);
      const { memberIds, agreedBy, declinedBy } = session;
      const silent = memberIds.filter((id) => !agreedBy.includes(id) && !declinedBy.includes(id));
      const here = silent.filter((id) => !before.awayIds.includes(id));
      expect(agreedBy.length).toBeGreaterThan(declinedBy.length + here.length);
    }));

  it('expects enough people until it begins, and nobody who is there has stepped out', () =>
    check(({ session }) => {
      if (session.state === 'scheduled') expect(expectedIds(session).length).toBeGreaterThanOrEqual(2);
      for (const id of session.joinedIds) expect(Object.hasOwn(session.withdrawals, id)).toBe(false);
    }));

  it('changes nothing when the same command comes again at once', () =>
    check((after, before, event) => {
      if (event.what === 'command' && after.session !== before.session)
        expect(applied(after, event.command, event.actorId)).toBe(after.session);
    }));

  it('ends by itself', () =>
    check(({ session }) => {
      let left: Session = session;
      for (let steps = 0; steps < 7; steps += 1) left = advanceBySystem(left, new Date('2026-06-03T00:00:00Z')) ?? left;
      expect(FINAL).toContain(left.state);
    }));
});

it('random histories reach every state, moves and withdrawals', () => {
  const reached = new Set<string>();
  const seen = { moves: 0, moved: 0, steppedOut: 0 };
  check(
    ({ session }, before) => {
      reached.add(session.state);
      if (session.move) seen.moves += 1;
      if (session.startsAt.getTime() !== before.session.startsAt.getTime()) seen.moved += 1;
      if (Object.keys(session.withdrawals).length > 0) seen.steppedOut += 1;
    },
    { seed: 1, numRuns: 500 },
  );
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(20);
  expect([...reached].sort()).toEqual([
    'cancelled',
    'done',
    'draft',
    'live',
    'lobby',
    'no-quorum',
    'scheduled',
    'wrap',
  ]);
});

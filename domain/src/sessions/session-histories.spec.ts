import fc from 'fast-check';
import { DomainError, type SessionCommand } from '../contracts';
import { type AgendaItem, Session } from '../documents';
import { applyCommand } from './apply-command';
import { anItem, aSession } from './example-session';
import { advanceBySystem, nextSystemChange } from './system-changes';
import { timerView } from './timer';

const ids = ['ana', 'ben', 'cem', 'stranger'];
const itemIds = ['i0', 'i1', 'i2'];
const FINAL: readonly string[] = ['done', 'cancelled', 'no-quorum'];

const command: fc.Arbitrary<SessionCommand> = fc.oneof(
  fc
    .constantFrom(
      'agree',
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
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

interface World {
  readonly session: Session;
  readonly items: readonly AgendaItem[];
  readonly now: Date;
}

function next(world: World, event: Happening): World {
  const { session, items, now } = world;
  switch (event.what) {
    case 'time':
      return { ...world, now: new Date(now.getTime() + event.minutes * 60_000) };
    case 'remove':
      return { ...world, items: items.map((item) => (item.id === event.itemId ? { ...item, isRemoved: true } : item)) };
    case 'system':
      return { ...world, session: advanceBySystem(session, now) ?? session };
    case 'cancel':
      return { ...world, session: applied(world, { kind: 'cancel' }, event.actorId) };
    case 'command':
      return { ...world, session: applied(world, event.command, event.actorId) };
  }
}

/** A refusal changes nothing; any other error is a defect and fails the test. */
function applied({ session, items, now }: World, sent: SessionCommand, actorId: string): Session {
  try {
    return applyCommand(session, sent, { actorId, items, now });
  } catch (error) {
    if (error instanceof DomainError && error.message.endsWith('.')) return session;
    throw error;
  }
}

const START = new Date('2026-06-01T17:45:00Z');
function firstWorld(state: 'draft' | 'scheduled' | 'lobby' | 'live'): World {
  const items = itemIds.map((id, n) => anItem({ id, orderKey: `a${n}` }));
  const session = aSession({ state: state === 'live' ? 'lobby' : state, agreedBy: state === 'draft' ? ['ana'] : [] });
  const start = { actorId: 'ana', items, now: START };
  return { session: state === 'live' ? applyCommand(session, { kind: 'start' }, start) : session, items, now: START };
}

const histories = fc.record({
  state: fc.constantFrom(...(['draft', 'scheduled', 'lobby', 'lobby', 'live'] as const)),
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
      for (const id of [session.hostId, ...session.joinedIds, ...session.agreedBy])
        expect(session.memberIds).toContain(id);
      expect(new Set(session.joinedIds).size).toBe(session.joinedIds.length);
    }));

  it('has an item and a timer only while it is live', () =>
    check(({ session }) => {
      if (session.state !== 'live') expect([session.currentItemId, session.timer]).toEqual([null, null]);
      expect(session.timer === null).toBe(session.currentItemId === null);
    }));

  it('changes nothing when the same command comes again at once', () =>
    check((after, before, event) => {
      if (event.what === 'command' && after.session !== before.session)
        expect(applied(after, event.command, event.actorId)).toBe(after.session);
    }));

  it('ends by itself', () =>
    check(({ session }) => {
      let left: Session = session;
      for (let steps = 0; steps < 6; steps += 1) left = advanceBySystem(left, new Date('2026-06-03T00:00:00Z')) ?? left;
      expect(FINAL).toContain(left.state);
    }));
});

it('random histories reach every state', () => {
  const reached = new Set<string>();
  check(({ session }) => reached.add(session.state), { seed: 1, numRuns: 500 });
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

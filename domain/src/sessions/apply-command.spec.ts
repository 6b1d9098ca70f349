import { DomainError, type SessionCommand } from '../contracts';
import { type Session, SessionState } from '../documents';
import { applyCommand } from './apply-command';
import { anItem, aSession } from './example-session';
import { NO_JOIN_NOW } from './joining';
import { timerView } from './timer';
import { type CommandKind, SESSION_TRANSITIONS } from './transitions';

const NOW = new Date('2026-06-01T18:05:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const items = [
  anItem({ id: 'second', orderKey: 'a1', minutes: 10 }),
  anItem({ id: 'first', orderKey: 'a0', minutes: 5 }),
  anItem({ id: 'gone', orderKey: 'Zz', isRemoved: true }),
];
const apply = (session: Session, command: SessionCommand, actorId = 'ana', now = NOW) =>
  applyCommand(session, command, { actorId, items, now });
const refusalOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  return undefined;
};
const lobby = (fields: Partial<Session> = {}) => aSession({ state: 'lobby', joinedIds: ['ana', 'ben'], ...fields });
const live = () => apply(lobby(), { kind: 'start' });

describe('each command in each state', () => {
  const COMMANDS: Record<CommandKind, SessionCommand> = {
    agree: { kind: 'agree' },
    decline: { kind: 'decline' },
    'propose-move': { kind: 'propose-move', startsAt: later(600).toISOString() },
    'answer-move': { kind: 'answer-move', startsAt: later(300).toISOString(), answer: 'agree' },
    'cannot-come': { kind: 'cannot-come' },
    'can-come': { kind: 'can-come' },
    join: { kind: 'join' },
    start: { kind: 'start' },
    'go-to-item': { kind: 'go-to-item', itemId: 'second' },
    'pause-timer': { kind: 'pause-timer' },
    'resume-timer': { kind: 'resume-timer' },
    'hand-over': { kind: 'hand-over', toMemberId: 'ben' },
    'take-over': { kind: 'take-over' },
    wrap: { kind: 'wrap' },
    finish: { kind: 'finish' },
    cancel: { kind: 'cancel' },
  };
  const move = {
    startsAt: later(300),
    proposedBy: 'ben',
    agreedBy: ['ben'],
    declinedBy: [],
    expiresAt: later(20),
  };
  /** In which the command can be carried out, if it can at all. */
  const inState = (state: SessionState, kind: CommandKind): Session => {
    if (state === 'live') return live();
    const startsAt = state === 'scheduled' && kind === 'join' ? later(5) : later(60);
    const memberIds = kind === 'cancel' ? ['ana', 'ben'] : ['ana', 'ben', 'cem'];
    return aSession({
      state,
      memberIds,
      agreedBy: state === 'draft' ? ['ben'] : [],
      startsAt,
      move: kind === 'answer-move' ? move : null,
    });
  };
  const cases = SessionState.options.flatMap((state) => Object.values(COMMANDS).map((command) => ({ state, command })));

  it.each(cases)('$state: $command.kind does what the table says', ({ state, command }) => {
    const allowed: Partial<Record<CommandKind, SessionState>> = SESSION_TRANSITIONS[state];
    const refusal = refusalOf(() => apply(inState(state, command.kind), command));
    expect(refusal?.code).toBe(allowed[command.kind] ? undefined : 'failed-precondition');
    if (!refusal) expect(apply(inState(state, command.kind), command).state).toBe(allowed[command.kind]);
  });

  it.each(cases)('$state: $command.kind is refused to a stranger', ({ state, command }) => {
    expect(refusalOf(() => apply(inState(state, command.kind), command, 'eve'))?.code).toBe('permission-denied');
  });

  it('a refusal says what and in which state', () => {
    expect(refusalOf(() => apply(aSession({ state: 'done' }), { kind: 'start' }))?.message).toBe(
      'You cannot start while the session is done.',
    );
  });

  it.each(['scheduled', 'no-quorum', 'done'] as const)('a refusal to join says the same while it is %s', (state) => {
    const refused = refusalOf(() => apply(aSession({ state, startsAt: later(60) }), { kind: 'join' }));
    expect(refused?.message).toBe(NO_JOIN_NOW);
  });
});

describe('agreeing to a proposed time', () => {
  const draft = (memberIds: string[]) =>
    aSession({ state: 'draft', memberIds, agreedBy: ['ana'], startsAt: later(60) });

  it.each([
    [['ana', 'ben'], ['ben'], 'scheduled'],
    [['ana', 'ben', 'cem'], ['ben'], 'scheduled'],
    [['ana', 'ben', 'cem', 'dora'], ['ben'], 'draft'], // half is not more than half
    [['ana', 'ben', 'cem', 'dora'], ['ben', 'cem'], 'scheduled'],
    [['ana', 'ben', 'cem', 'dora'], ['ben', 'ben'], 'draft'],
  ])('of %j, besides Ana %j: %s', (memberIds, others, state) => {
    const agreed = others.reduce((session, id) => apply(session, { kind: 'agree' }, id), draft(memberIds));
    expect(agreed.state).toBe(state);
  });

  it('is too late once the time has come', () => {
    const session = draft(['ana', 'ben']);
    expect(refusalOf(() => apply(session, { kind: 'agree' }, 'ben', later(60)))?.code).toBe('failed-precondition');
  });
});

describe('joining', () => {
  it('opens the lobby ten minutes before the start, even when nothing else has', () => {
    const session = aSession({ startsAt: later(10) });
    expect(apply(session, { kind: 'join' }, 'ben')).toMatchObject({ state: 'lobby', joinedIds: ['ben'], version: 2 });
    expect(refusalOf(() => apply(session, { kind: 'join' }, 'ben', later(-0.01)))?.code).toBe('failed-precondition');
  });

  it('twice counts once', () => {
    const joined = apply(lobby(), { kind: 'join' }, 'cem');
    expect(joined.joinedIds).toEqual(['ana', 'ben', 'cem']);
    expect(apply(joined, { kind: 'join' }, 'cem')).toBe(joined);
  });

  it('late is possible while it is live, and leaves the item and the timer alone', () =>
    expect(apply(live(), { kind: 'join' }, 'cem')).toMatchObject({
      joinedIds: ['ana', 'ben', 'cem'],
      currentItemId: 'first',
      timer: live().timer,
    }));
});

describe('starting', () => {
  it('begins with the first visible item and its timer', () =>
    expect(live()).toMatchObject({
      state: 'live',
      version: 2,
      hostId: 'ana',
      currentItemId: 'first',
      timer: { startedAt: NOW, durationMs: 300_000, pausedMs: 0, pausedAt: null },
    }));

  it('makes the one who starts host when the host is absent, and only then', () => {
    expect(apply(lobby({ joinedIds: ['ben'] }), { kind: 'start' }, 'ben').hostId).toBe('ben');
    expect(apply(lobby({ joinedIds: ['ben', 'ana'] }), { kind: 'start' }, 'ben').hostId).toBe('ana');
  });

  it('counts the one who starts as joined', () =>
    expect(apply(lobby({ joinedIds: [] }), { kind: 'start' }, 'cem').joinedIds).toEqual(['cem']));

  it('works without an agenda: no item, no timer', () => {
    const session = applyCommand(lobby(), { kind: 'start' }, { actorId: 'ana', items: [], now: NOW });
    expect(session).toMatchObject({ state: 'live', currentItemId: null, timer: null });
    expect(refusalOf(() => apply(session, { kind: 'pause-timer' }))?.code).toBe('failed-precondition');
  });
});

describe('moving to an item', () => {
  const toSecond: SessionCommand = { kind: 'go-to-item', itemId: 'second' };

  it('by any member starts its timer, also out of a pause', () => {
    const paused = apply(live(), { kind: 'pause-timer' });
    expect(apply(paused, toSecond, 'cem', later(2))).toMatchObject({
      currentItemId: 'second',
      timer: { startedAt: later(2), durationMs: 600_000, pausedMs: 0, pausedAt: null },
    });
  });

  it('twice moves once: the timer goes on', () => {
    const moved = apply(live(), toSecond);
    expect(apply(moved, toSecond, 'ben', later(1))).toBe(moved);
  });

  it.each(['gone', 'unknown'])('is refused for an item that is %s', (itemId) =>
    expect(refusalOf(() => apply(live(), { kind: 'go-to-item', itemId }))?.code).toBe('not-found'),
  );
});

describe('the shared timer', () => {
  it('leaves out what was paused', () => {
    const paused = apply(live(), { kind: 'pause-timer' }, 'ben', later(1));
    expect(timerView(paused.timer!, later(30))).toMatchObject({ elapsedMs: 60_000, isPaused: true });
    const resumed = apply(paused, { kind: 'resume-timer' }, 'cem', later(3));
    expect(timerView(resumed.timer!, later(4))).toMatchObject({ elapsedMs: 120_000, isPaused: false });
  });

  it('pauses once and resumes once', () => {
    const paused = apply(live(), { kind: 'pause-timer' }, 'ben', later(1));
    expect(apply(paused, { kind: 'pause-timer' }, 'cem', later(2))).toBe(paused);
    expect(apply(live(), { kind: 'resume-timer' }).version).toBe(live().version);
  });
});

describe('the host', () => {
  it('hands over to a member', () =>
    expect(apply(live(), { kind: 'hand-over', toMemberId: 'cem' }).hostId).toBe('cem'));

  it('alone can hand over, and only to a member', () => {
    const codeOf = (actorId: string, toMemberId: string) =>
      refusalOf(() => apply(live(), { kind: 'hand-over', toMemberId }, actorId))?.code;
    expect(codeOf('ana', 'ben')).toBeUndefined();
    expect(codeOf('ben', 'ben')).toBe('permission-denied');
    expect(codeOf('ana', 'eve')).toBe('invalid-argument');
  });

  it('changes with one tap of any member; timer and item go on', () => {
    const before = live();
    const after = apply(before, { kind: 'take-over' }, 'cem', later(2));
    expect(after).toMatchObject({ hostId: 'cem', timer: before.timer, currentItemId: before.currentItemId });
    expect(apply(after, { kind: 'take-over' }, 'cem')).toBe(after);
  });
});

it('wrapping ends item and timer, and finishing is final', () => {
  const wrapped = apply(live(), { kind: 'wrap' }, 'ben');
  expect(wrapped).toMatchObject({ state: 'wrap', currentItemId: null, timer: null, version: 3 });
  expect(apply(wrapped, { kind: 'finish' }, 'cem')).toMatchObject({ state: 'done', version: 4 });
});

import { DomainError } from '../contracts/domain-error';
import { SCHEMA_VERSION } from './fields';
import { aCard } from '../matching/example-requests';
import { aSession } from '../sessions/example-session';
import { CoachDoc } from './coach';
import { MatchRequest, Proposal } from './match';
import { Member, NO_PREFERENCES } from './member';
import { migrate } from './migrations';
import { Pod } from './pod';
import { Session } from './session';
import { Goal } from './sprint';

/** As version 0 stored it: nothing of experience or of demo people, and no schema version. */
const olderMember = {
  displayName: 'Ana',
  email: 'ana@example.org',
  pronouns: '',
  timeZone: 'Europe/Berlin',
  privacy: { pronouns: 'podmates', timeZone: 'podmates' },
  isAdult: false,
  language: 'de',
  podId: null,
  activeSprintId: null,
  version: 4,
  createdAt: new Date('2026-01-01T00:00:00Z'),
};

describe('a stored document', () => {
  it('of version 0 is brought up on read, and then can be parsed', () => {
    expect(Member.safeParse({ id: 'ana', ...olderMember }).success).toBe(false);
    const member = Member.parse({ id: 'ana', ...migrate('members', olderMember) });
    expect(member).toMatchObject({ experience: 1, isDemo: false, version: 4, schemaVersion: SCHEMA_VERSION });
    expect(olderMember).not.toHaveProperty('experience');
  });

  it('of version 0 keeps what it already had', () => {
    expect(migrate('members', { ...olderMember, experience: 4 })).toMatchObject({ experience: 4 });
    expect(migrate('sprints', { schemaVersion: 0, title: 'x' })).toEqual({
      title: 'x',
      dayStart: '00:00',
      schemaVersion: SCHEMA_VERSION,
    });
    expect(migrate('pods/p1/feed', { text: 'x' })).toEqual({ text: 'x', schemaVersion: SCHEMA_VERSION });
  });

  it('of this version stays as it is, and being brought up twice changes nothing', () => {
    const current = { schemaVersion: SCHEMA_VERSION, anything: true };
    expect(migrate('slots', current)).toBe(current);
    const once = migrate('members', olderMember);
    expect(migrate('members', once)).toEqual(once);
  });

  it('without versions in its collection stays as it is', () => {
    const status = { status: 'active', changedAt: new Date(0) };
    expect(migrate('memberStatuses', status)).toBe(status);
    expect(migrate('constructor', status)).toBe(status);
  });

  it.each([SCHEMA_VERSION + 1, 99, -1, 0.5, '1', Number.NaN])('of unknown version %j is refused clearly', (version) => {
    const read = () => migrate('sprints', { schemaVersion: version });
    expect(read).toThrow(DomainError);
    expect(read).toThrow(`A document of sprints has schema version ${version}`);
  });
});

describe('a document of version 1', () => {
  const at = new Date('2026-11-23T12:00:00Z');

  it('of a member wants nothing special of a pod', () => {
    const member = migrate('members', { ...olderMember, experience: 1, isDemo: false, schemaVersion: 1 });
    expect(Member.parse({ id: 'ana', ...member }).preferences).toEqual(NO_PREFERENCES);
  });

  it('of a sprint keeps its focus open', () =>
    expect(Goal.parse({ title: 'Train', cadence: { kind: 'daily' } }).focus).toBeNull());

  const request = {
    memberId: 'ana',
    sprintId: 's1',
    track: 'gym',
    language: 'de',
    experience: 2,
    timeZone: 'Europe/Berlin',
    hours: [17],
    status: 'proposed',
    proposalId: 'p1',
    avoid: ['cem'],
    waitingSince: at,
    version: 3,
    schemaVersion: 1,
  };
  const read = (fields: object) =>
    MatchRequest.parse({ id: 'ana', ...migrate('matchRequests', { ...request, ...fields }) });

  it('of a request that a proposal holds is locked for it, no longer than a day', () => {
    const lock = { proposalId: 'p1', fence: 1, expiresAt: new Date('2026-11-24T12:00:00Z') };
    expect(read({})).toMatchObject({
      lock,
      fence: 1,
      recent: [{ memberId: 'cem', until: new Date('2026-12-23T12:00:00Z') }],
      blocks: [],
    });
  });

  it('of a request that waits is free', () =>
    expect(read({ status: 'waiting', proposalId: null })).toMatchObject({ lock: null, fence: 0 }));

  it('of a proposal has the fences of those locks, and nothing to say of what was not looked at', () => {
    const stored = migrate('proposals', {
      memberIds: ['ana', 'ben'],
      cards: ['ana', 'ben'].map((id) => aCard(id)),
      sprintIds: { ana: 's1', ben: 's2' },
      track: 'gym',
      why: { sharedHours: 1, zone: 1, experience: 0.5, goal: 1 },
      score: 0.9,
      sharedHours: [17],
      meeting: { weekday: 1, time: '18:00', minutes: 50 },
      timeZone: 'Europe/Berlin',
      answers: { ana: 'waiting', ben: 'accepted' },
      state: 'open',
      podId: null,
      expiresAt: at,
      createdAt: at,
      version: 2,
      schemaVersion: 1,
    });
    const proposal = Proposal.parse({ id: 'p1', ...stored });
    expect(proposal).toMatchObject({ kind: 'new-pod', fences: { ana: 1, ben: 1 } });
    expect(proposal.why).toMatchObject({ experience: 0.5, style: 0, waiting: 0 });
  });

  it('of a member was last here nobody knows when, and has no way back', () => {
    const member = migrate('members', { ...olderMember, experience: 1, isDemo: false, schemaVersion: 1 });
    expect(Member.parse({ id: 'ana', ...member })).toMatchObject({ seenAt: null, wayBack: null });
  });

  it.each([
    ['active', at],
    ['ended', null],
  ])('of a pod that is %s looks for nobody and is looked at from its beginning on', (status, dueAt) => {
    const stored = migrate('pods', {
      name: 'Steady Otters',
      memberIds: ['ana', 'ben'],
      cards: ['ana', 'ben'].map((id) => aCard(id)),
      track: 'gym',
      timeZone: 'Europe/Berlin',
      meeting: { weekday: 1, time: '18:00', minutes: 50 },
      status,
      version: 2,
      createdAt: at,
      schemaVersion: 1,
    });
    const pod = Pod.parse({ id: 'pod1', ...stored });
    expect(pod).toMatchObject({ lane: 'usual', trialEndsAt: null, search: null, awayIds: [], lookAgainAt: at, dueAt });
  });

  it('of a session excuses nobody', () => {
    const { excusedIds: _, ...older } = aSession();
    expect(Session.parse({ id: 's1', ...migrate('sessions', { ...older, schemaVersion: 1 }) }).excusedIds).toEqual([]);
  });

  it.each([1, 2])('of a session of version %d knows nothing of votes and of who cannot come', (schemaVersion) => {
    const { declinedBy, proposedBy, voteEndsAt, move, timeSetAt, withdrawals, ...older } = aSession({ state: 'draft' });
    const votes = { declinedBy, proposedBy, voteEndsAt, move, timeSetAt, withdrawals };
    expect(Session.parse({ id: 's1', ...migrate('sessions', { ...older, schemaVersion }) })).toMatchObject(votes);
  });

  it.each([1, 2])('of a session of version %i has no place for video', (schemaVersion) => {
    const { video: _, ...older } = aSession();
    expect(Session.parse({ id: 's1', ...migrate('sessions', { ...older, schemaVersion }) }).video).toBeNull();
  });

  it.each([1, 2, 3])(
    'of a summary of version %i is ready, and nothing more was made of its session',
    (schemaVersion) => {
      const lines = [{ text: 'Ana – win: ran', noteIds: ['n1'] }];
      const older = { sessionId: 's1', version: 1, lines, presentIds: ['ana'], createdAt: at, schemaVersion };
      expect(CoachDoc.parse({ id: 'v1', ...migrate('sessions/s1/coachDocs', older) })).toMatchObject({
        lines,
        status: 'ready',
        madeBy: 'rules',
        quiz: [],
        presence: [],
        erased: null,
      });
    },
  );
});

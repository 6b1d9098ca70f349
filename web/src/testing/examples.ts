import {
  type FeedEvent,
  type MatchRequest,
  type Member,
  type MemberCard,
  type Pod,
  type PodMessage,
  type Proposal,
  type Session,
  type Slot,
} from '@podmates/domain';

/** Documents as the server stores them; a test names only what it is about. */
export const NOW = new Date('2026-11-24T12:00:00Z');
const inHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

export const aMember = (over: Partial<Member> = {}): Member => ({
  id: 'ana',
  displayName: 'Ana Silva',
  email: 'ana@example.org',
  pronouns: '',
  timeZone: 'Europe/Berlin',
  privacy: { pronouns: 'podmates', timeZone: 'podmates' },
  isAdult: true,
  language: 'en',
  experience: 3,
  podId: null,
  activeSprintId: null,
  isDemo: false,
  version: 1,
  schemaVersion: 1,
  createdAt: inHours(-1000),
  ...over,
});

export const aCard = (over: Partial<MemberCard> = {}): MemberCard => ({
  id: 'ben',
  displayName: 'Ben Okafor',
  pronouns: null,
  timeZone: 'Africa/Lagos',
  experience: 3,
  isDemo: true,
  streak: { current: 4, best: 6 },
  ...over,
});

export const aSlot = (over: Partial<Slot> = {}): Slot => ({
  id: 's1_0',
  sprintId: 's1',
  memberId: 'ana',
  seq: 0,
  label: '2026-11-24',
  timeZone: 'Europe/Berlin',
  startsAt: inHours(5),
  openAt: inHours(-9),
  dueAt: inHours(15),
  graceEndsAt: inHours(27),
  state: 'open',
  closedAt: null,
  version: 1,
  schemaVersion: 1,
  ...over,
});

export const aMatchRequest = (over: Partial<MatchRequest> = {}): MatchRequest => ({
  id: 'ana',
  memberId: 'ana',
  sprintId: 's1',
  track: 'gym',
  language: 'en',
  experience: 3,
  timeZone: 'Europe/Berlin',
  hours: [17, 18, 19],
  status: 'waiting',
  proposalId: null,
  avoid: [],
  waitingSince: inHours(-1),
  version: 1,
  schemaVersion: 1,
  ...over,
});

export const aProposal = (over: Partial<Proposal> = {}): Proposal => ({
  id: 'pr1',
  memberIds: ['ana', 'ben'],
  cards: [aCard({ id: 'ana', displayName: 'Ana Silva', timeZone: 'Europe/Berlin', isDemo: false }), aCard()],
  sprintIds: { ana: 's1', ben: 's2' },
  track: 'gym',
  why: { sharedHours: 0.8, zone: 1, experience: 0.5, goal: 1 },
  score: 0.8,
  sharedHours: [17, 18, 19],
  meeting: { weekday: 4, time: '19:00', minutes: 60 },
  timeZone: 'Europe/London',
  answers: { ana: 'waiting', ben: 'accepted' },
  state: 'open',
  podId: null,
  expiresAt: inHours(20),
  version: 1,
  schemaVersion: 1,
  createdAt: inHours(-4),
  ...over,
});

export const aPod = (over: Partial<Pod> = {}): Pod => ({
  id: 'p1',
  name: 'Steady Otters',
  memberIds: ['ana', 'ben'],
  cards: [aCard({ id: 'ana', displayName: 'Ana Silva', timeZone: 'Europe/Berlin', isDemo: false }), aCard()],
  track: 'gym',
  timeZone: 'Europe/London',
  meeting: { weekday: 4, time: '19:00', minutes: 60 },
  status: 'active',
  version: 1,
  schemaVersion: 1,
  createdAt: inHours(-100),
  ...over,
});

export const aMessage = (over: Partial<PodMessage> = {}): PodMessage => ({
  id: 'm1',
  authorId: 'ben',
  text: 'Hello',
  sentAt: inHours(-2),
  ...over,
});

export const aFeedEvent = (over: Partial<FeedEvent> = {}): FeedEvent => ({
  id: 'f1',
  kind: 'check-in',
  memberId: 'ben',
  memberName: 'Ben Okoye',
  text: 'Checked in. Win: ran 5 km',
  startsAt: null,
  at: inHours(-2),
  schemaVersion: 1,
  ...over,
});

export const aSession = (over: Partial<Session> = {}): Session => ({
  id: 'se1',
  podId: 'p1',
  memberIds: ['ana', 'ben'],
  names: { ana: 'Ana Silva', ben: 'Ben Okafor' },
  track: 'gym',
  startsAt: inHours(7),
  minutes: 60,
  timeZone: 'Europe/London',
  state: 'scheduled',
  hostId: 'ben',
  currentItemId: null,
  timer: null,
  agreedBy: [],
  joinedIds: [],
  version: 1,
  schemaVersion: 1,
  createdAt: inHours(-24),
  ...over,
});

import { type MatchRequest, NO_PREFERENCES, type PlanInput, type Proposal } from '@podmates/domain';
import { SPRINT_TEMPLATES } from '@podmates/domain/sprints';
import { wallTime } from '@podmates/domain/time';
import { type Browser } from 'playwright-core';
import { fastForward } from './desk';
import { personIn } from './in-the-room';
import { freshEmail, openPerson, type Person, signIn } from './people';
import { type ServerSide } from './server-side';

const WEEK = [1, 2, 3, 4, 5, 6, 7];
/** One that no demo person speaks, until somebody of it looks for company. */
const RARE_LANGUAGE = 'qa';
/** Demo people do not say who they are, so with this nobody of them can be quicker. */
const AMONG_WOMEN = { gender: 'woman', comfort: 'woman' } as const;
const AMONG_ALL = { gender: null, comfort: null } as const;
/** It is daytime in one of them, whenever this runs: a slot of this evening is open already, and lies ahead. */
const ZONES = [
  'Pacific/Auckland',
  'Asia/Tokyo',
  'Asia/Karachi',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Pacific/Honolulu',
];

export interface PodMember extends Person {
  readonly id: string;
  readonly name: string;
}

/** Two people in a browser each, a pod of their own, and the session it begins with. */
export interface PodOfTwo {
  readonly a: PodMember;
  readonly b: PodMember;
  readonly podId: string;
  readonly sessionId: string;
}

/** Signs two newcomers in through the pages; the server's desks then do what they would have done on the way to a pod. */
export async function podOfTwo(browser: Browser, server: ServerSide): Promise<PodOfTwo> {
  const [a, b] = await Promise.all([newcomer(browser, server, 'Ann Alder'), newcomer(browser, server, 'Ben Birch')]);
  const memberIds = [a.id, b.id];
  await wish(server, 'members', memberIds, {
    language: RARE_LANGUAGE,
    preferences: { ...NO_PREFERENCES, ...AMONG_WOMEN },
  });
  const pod = await accepted(server, await proposalFor(server, memberIds));
  // From here on the pod may grow by whoever comes.
  await wish(server, 'members', memberIds, { preferences: NO_PREFERENCES });
  await wish(server, 'matchRequests', memberIds, AMONG_ALL);
  return { a, b, ...pod };
}

const wish = ({ db }: ServerSide, collection: 'members' | 'matchRequests', ids: readonly string[], fields: object) =>
  Promise.all(ids.map((id) => db.doc(`${collection}/${id}`).update(fields)));

/** Moves the clock to when the lobby opens, and opens the session's page in both browsers. */
export async function gather({ a, b, sessionId }: PodOfTwo): Promise<void> {
  await fastForward({ toNextSession: true, memberId: a.id });
  await Promise.all([a, b].map(({ page }) => page.goto(`/session/${sessionId}`)));
}

/** Both join, and A starts: the live room stands in both browsers. */
export async function startSession({ a, b }: PodOfTwo): Promise<void> {
  for (const { page } of [a, b]) await page.getByRole('button', { name: 'Join session' }).click();
  // A start that crosses with a join is refused, as it was meant for an emptier room.
  for (const { name } of [a, b]) await personIn(a.page, name).getByText(/^here/).waitFor();
  await a.page.getByRole('button', { name: 'Start session' }).click();
  await Promise.all([a, b].map(({ page }) => page.getByRole('timer', { name: 'Time left' }).waitFor()));
}

/** Signs somebody in through the pages. */
export async function newcomer(browser: Browser, server: ServerSide, name: string): Promise<PodMember> {
  const person = await openPerson(browser);
  const email = freshEmail(name.toLowerCase().replace(' ', '-'));
  await signIn(person.page, { name, email });
  const { id } = await server.accountOf(email);
  return { ...person, id, name };
}

/** Both ask at the same moment, and the next matching run follows at once. */
async function proposalFor(server: ServerSide, memberIds: readonly string[]): Promise<Proposal> {
  const { db, desks } = server;
  const plan = eveningPlan(await desks.accounts.now());
  await Promise.all(memberIds.map((id) => desks.sprints.start(id, plan)));
  await desks.matching.run();
  const request = (await db.doc(`matchRequests/${memberIds[0]}`).get()).data() as MatchRequest;
  const found = await db.doc(`proposals/${request.lock?.proposalId}`).get();
  return { ...(found.data() as Proposal), id: found.id };
}

async function accepted({ db, desks }: ServerSide, { id, memberIds }: Proposal) {
  let podId: string | null = null;
  for (const memberId of memberIds)
    podId = (await desks.matching.answer(memberId, { proposalId: id, answer: 'accept' })).podId;
  if (podId === null) throw new Error('Both accepted, and no pod was formed.');
  const sessions = await db.collection('sessions').where('podId', '==', podId).get();
  const [kickOff] = sessions.docs;
  if (!kickOff) throw new Error('The pod has no first session.');
  return { podId, sessionId: kickOff.id };
}

const isDaytime = (time: string): boolean => time >= '06:00' && time < '18:00';

/** A slot each evening, so that one is open now, and free at any hour. */
export function eveningPlan(now: Date): PlanInput {
  const { goalTitle, slots, backup } = SPRINT_TEMPLATES.gym;
  return {
    clientMutationId: 'first',
    track: 'gym',
    goal: { title: goalTitle, cadence: { kind: 'daily' }, focus: null },
    slots: WEEK.map((weekday) => ({ ...slots[0], weekday, time: '21:00', minutes: 60 })),
    backup: { ...backup, weekday: 7, time: '10:00' },
    availability: WEEK.map((weekday) => ({ weekday, start: '00:00', end: '24:00' })),
    timeZone: ZONES.find((zone) => isDaytime(wallTime(now, zone))) ?? 'UTC',
    dayStart: '00:00',
  };
}

import { localDay, weekdayOf } from '@podmates/domain/time';
import { getAuth } from 'firebase-admin/auth';
import { type Firestore } from 'firebase-admin/firestore';
import { desks as desksOver, type Desks } from '../../../functions/src/runtime/desks';
import { recordsOf } from '../../../functions/src/store/records';
import { localPorts } from '../functions/local-wiring';
import { emailOf, enterDemoPerson, planOf } from './demo-member';
import { DEMO_PODS, DEMO_RESERVES, type DemoPerson, type DemoPod } from './demo-people';
import { PastEvents } from './past-events';
import { PastSessions } from './past-sessions';
import { planSlot } from './past-slots';
import { SteeredClock } from './steered-clock';

export * from './demo-member';
export * from './demo-people';

const DAY_MS = 24 * 3_600_000;
const LONGEST_PAST_MS = 42 * DAY_MS;
const BATCH = 400; // Firestore takes 500 writes at once

/**
 * Makes the demo people and their last six weeks, with the functions' triggers off meanwhile: what the past would
 * have sent is dropped, what lies ahead is handed on to the queue.
 */
export async function seedDemoPeople(p: { db: Firestore; hubPort: number; seed: number }): Promise<void> {
  await setTriggers(p.hubPort, 'disable');
  try {
    await tellLastSixWeeks({ db: p.db, seed: p.seed, now: new Date() });
  } finally {
    await setTriggers(p.hubPort, 'enable');
  }
}

/** As long ago as the pod says, but not so long that its sprint of six calendar weeks would be over. */
function startOf(pod: DemoPod, now: Date): Date {
  const longestDays = 33 + weekdayOf(localDay(now, 'UTC')); // the Tuesday of five weeks ago, wherever one lives
  return new Date(now.getTime() - Math.min(pod.startedDaysAgo, longestDays) * DAY_MS);
}

async function setTriggers(hubPort: number, how: 'enable' | 'disable'): Promise<void> {
  const url = `http://127.0.0.1:${hubPort}/functions/${how}BackgroundTriggers`;
  const answer = await fetch(url, { method: 'PUT' });
  if (!answer.ok) throw new Error(`The emulators' hub did not ${how} triggers: ${answer.status}.`);
}

/**
 * Told by the desks of the product under a clock that starts in the past and is moved from event to event.
 * The same `now` and `seed` give the same past.
 */
export async function tellLastSixWeeks({ db, seed, now }: { db: Firestore; seed: number; now: Date }): Promise<void> {
  const clock = new SteeredClock(new Date(now.getTime() - LONGEST_PAST_MS));
  const desks = desksOver(localPorts(db, clock));
  const past = new PastEvents(clock);
  const sessions = new PastSessions(db, desks, past, clock);
  await importAccounts();
  for (const pod of DEMO_PODS) past.plan(startOf(pod, now), () => beginPod({ db, desks, past, sessions, seed }, pod));
  for (const person of DEMO_RESERVES) past.plan(new Date(now.getTime() - DAY_MS), () => enterDemoPerson(desks, person));
  await past.tellUntil(now);
  await dropPastEffects(db, now);
  await handOn(db, desks, now);
}

interface Telling {
  readonly db: Firestore;
  readonly desks: Desks;
  readonly past: PastEvents;
  readonly sessions: PastSessions;
  readonly seed: number;
}

async function importAccounts(): Promise<void> {
  const people = [...DEMO_PODS.flatMap((pod) => pod.people), ...DEMO_RESERVES];
  const result = await getAuth().importUsers(
    people.map((person) => ({
      uid: person.id,
      email: emailOf(person),
      emailVerified: true,
      displayName: person.name,
      providerData: [{ uid: person.id, providerId: 'google.com', email: emailOf(person), displayName: person.name }],
    })),
  );
  const [problem] = result.errors;
  if (problem) throw problem.error;
}

async function beginPod(telling: Telling, pod: DemoPod): Promise<void> {
  const { db, desks, sessions } = telling;
  for (const person of pod.people) {
    await enterDemoPerson(desks, person);
    await beginSprint(telling, pod, person);
  }
  await desks.matching.run();
  const podId = await acceptAll(db, desks, pod);
  await sessions.planNext(podId, pod.people);
}

async function beginSprint({ db, desks, past, seed }: Telling, pod: DemoPod, person: DemoPerson): Promise<void> {
  const { sprintId } = await desks.sprints.start(person.id, planOf(person, pod.track, `first-sprint-${seed}`));
  const slots = await recordsOf(db).slots.where('sprintId', '==', sprintId).get();
  for (const found of slots.docs) planSlot(past, desks, person, pod.track, found.data());
}

async function acceptAll(db: Firestore, desks: Desks, pod: DemoPod): Promise<string> {
  const ids = pod.people.map((person) => person.id);
  const open = await recordsOf(db).proposals.where('state', '==', 'open').get();
  const proposal = open.docs
    .map((found) => found.data())
    .find((found) => ids.every((id) => found.memberIds.includes(id)));
  if (!proposal) throw new Error(`The demo people ${ids.join(', ')} were not proposed as one pod.`);
  let podId: string | null = null;
  for (const id of ids) ({ podId } = await desks.matching.answer(id, { proposalId: proposal.id, answer: 'accept' }));
  if (podId === null) throw new Error(`The demo pod of ${ids.join(', ')} did not form.`);
  return podId;
}

/** Notices of weeks ago and tasks that are over: they count as sent. */
async function dropPastEffects(db: Firestore, now: Date): Promise<void> {
  const waiting = await recordsOf(db).outbox.where('state', '==', 'waiting').get();
  const over = waiting.docs.filter((found) => {
    const { effect } = found.data();
    return effect.kind === 'notify' || effect.runAt <= now;
  });
  for (let from = 0; from < over.length; from += BATCH) {
    const batch = db.batch();
    for (const found of over.slice(from, from + BATCH))
      batch.set(found.ref, { ...found.data(), state: 'sent', leasedUntil: null });
    await batch.commit();
  }
}

/** Tasks that lie ahead go to the queue as the trigger would have sent them. */
async function handOn(db: Firestore, desks: Desks, now: Date): Promise<void> {
  const waiting = await recordsOf(db).outbox.where('state', '==', 'waiting').where('createdAt', '<=', now).get();
  for (const found of waiting.docs) await desks.outbox.deliver(found.id);
}

import { getAuth } from 'firebase-admin/auth';
import { type Firestore } from 'firebase-admin/firestore';
import { type Desks, desks } from '../../../functions/src/runtime/desks';
import { eachApart } from '../../../functions/src/runtime/defects';
import { type Records, recordsOf } from '../../../functions/src/store/records';
import { demoPlan, POD_CAST, waitingPerson } from '../people/cast';
import { demoId } from '../people/choices';
import { enterDemoPerson, FIRST_WAITING, usualWaiting } from '../people/waiting';
import { originOf } from '../ports';
import { foundedAt } from './founded-at';
import { liveThrough, type PodHistory } from './pod-history';
import { SteeredClock, steeredPorts } from './steered-ports';

const POD_SIZE = 3;
const SENDERS = 12;

interface SeedOptions {
  readonly db: Firestore;
  readonly hubPort: number;
  readonly seed: number;
  /** The end of the past that is made. */
  readonly present: Date;
}

/** Demo people, their pods and at least six weeks of their past, made by the server's own desks under a steered clock. */
export async function seedDemoPeople(options: SeedOptions): Promise<void> {
  const records = recordsOf(options.db);
  // The triggers would see the past with today's clock; what they do is done below.
  await setTriggers(options.hubPort, false);
  try {
    await addSignIns();
    const histories: PodHistory[] = [];
    for (const n of POD_CAST.keys()) histories.push(await foundPod(options, records, n));
    // One after the other: transactions beside each other wait for locks longer than they work.
    for (const history of histories) await liveThrough(history);
    await enterWaiting(options);
    await sendWhatWaits(options, records);
  } finally {
    await setTriggers(options.hubPort, true);
  }
}

async function setTriggers(hubPort: number, areOn: boolean): Promise<void> {
  const path = areOn ? 'enableBackgroundTriggers' : 'disableBackgroundTriggers';
  const answer = await fetch(`${originOf(hubPort)}/functions/${path}`, { method: 'PUT' });
  if (!answer.ok) throw new Error(`The functions emulator did not ${path}: ${await answer.text()}`);
}

const everybody = () => [
  ...POD_CAST.flatMap((pod, n) => pod.people.map((person, m) => ({ ...person, id: demoId(1 + n * POD_SIZE + m) }))),
  ...usualWaiting().map((_, n) => ({ ...waitingPerson(n), id: demoId(FIRST_WAITING + n) })),
];

const emailOf = (id: string) => `${id}@demo.example`;

async function addSignIns(): Promise<void> {
  const accounts = everybody().map(({ id, name }) => ({
    uid: id,
    displayName: name,
    email: emailOf(id),
    emailVerified: true,
  }));
  await getAuth().importUsers(accounts);
}

function workingAt(options: SeedOptions, name: string, start: Date): { clock: SteeredClock; desks: Desks } {
  const clock = new SteeredClock();
  clock.set(start);
  return { clock, desks: desks(steeredPorts({ ...options, clock, name: `${options.seed} ${name}` })) };
}

/** Three people enter, plan, are matched by the engine and accept. One pod after the other, so that none takes another's people. */
async function foundPod(options: SeedOptions, records: Records, n: number): Promise<PodHistory> {
  const cast = POD_CAST[n];
  if (!cast) throw new RangeError(`There is no pod ${n} in the cast.`);
  const at = workingAt(options, `pod ${n}`, foundedAt(n, options));
  const memberIds = cast.people.map((_, m) => demoId(1 + n * POD_SIZE + m));
  for (const [m, { name, timeZone }] of cast.people.entries()) {
    const memberId = memberIds[m] ?? '';
    const plan = demoPlan({ track: cast.track, timeZone, isWide: false, mutationId: 'first' });
    await at.desks.accounts.enter({
      memberId,
      displayName: name,
      email: emailOf(memberId),
      timeZone,
      language: 'en',
      isDemo: true,
    });
    await at.desks.sprints.start(memberId, plan);
  }
  await at.desks.matching.run();
  const podId = await acceptAll(at.desks, records, memberIds);
  const { db, present, seed } = options;
  return { db, records, present, seed, podId, memberIds, ...at };
}

async function acceptAll(at: Desks, records: Records, memberIds: readonly string[]): Promise<string> {
  const [first = ''] = memberIds;
  const open = await records.proposals.where('memberIds', 'array-contains', first).where('state', '==', 'open').get();
  const proposalId = open.docs[0]?.id;
  if (!proposalId) throw new Error(`${memberIds.join(', ')} found no pod: their hours do not meet.`);
  let podId: string | null = null;
  for (const id of memberIds) podId = (await at.matching.answer(id, { proposalId, answer: 'accept' })).podId;
  if (podId === null) throw new Error(`The pod of ${memberIds.join(', ')} did not form.`);
  return podId;
}

/** Those who wait entered within the last day, so that nobody looks forgotten. */
async function enterWaiting(options: SeedOptions): Promise<void> {
  for (const [n, wish] of usualWaiting().entries()) {
    const number = FIRST_WAITING + n;
    const at = workingAt(options, demoId(number), new Date(options.present.getTime() - (n + 1) * 3_600_000));
    await enterDemoPerson(at.desks, number, wish);
  }
}

/** Delivers the outbox of the whole past: work still to come reaches the queue, the rest is marked as sent. */
async function sendWhatWaits(options: SeedOptions, records: Records): Promise<void> {
  const { desks: present } = workingAt(options, 'outbox', options.present);
  const waiting = await records.outbox.where('state', '==', 'waiting').select().get();
  const ids = waiting.docs.map((found) => found.id);
  const lanes = Array.from({ length: SENDERS }, (_, lane) => ids.filter((_id, n) => n % SENDERS === lane));
  await Promise.all(lanes.map((lane) => eachApart('seed outbox', lane, (id) => present.outbox.deliver(id))));
}

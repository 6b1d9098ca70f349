import { type DecisionKind, type DecisionOption, type PodDecision } from '@podmates/domain';
import { type DesksAtWork, aPlan, enter } from './desks-at-work';

const HOUR_MS = 3_600_000;

export const later = (world: DesksAtWork, hours: number): void =>
  world.at(new Date(world.now().getTime() + hours * HOUR_MS));

export const podOf = async (world: DesksAtWork, podId: string) => {
  const pod = (await world.records.pods.doc(podId).get()).data();
  if (!pod) throw new Error(`There is no pod ${podId}.`);
  return pod;
};
export const memberOf = async (world: DesksAtWork, id: string) => (await world.records.members.doc(id).get()).data();
export const requestOf = async (world: DesksAtWork, id: string) =>
  (await world.records.matchRequests.doc(id).get()).data();
export const sprintOf = async (world: DesksAtWork, id: string) =>
  (await world.records.sprints.where('memberId', '==', id).get()).docs[0]?.data();

export const questions = async (world: DesksAtWork, podId: string): Promise<PodDecision[]> => {
  const open = await world.records.decisions(podId).where('state', '==', 'open').get();
  return open.docs
    .map((found) => found.data())
    .sort((a, b) => (a.kind + a.askedIds[0] < b.kind + b.askedIds[0] ? -1 : 1));
};
/** Who is asked what: `degraded ana`. */
export const asked = async (world: DesksAtWork, podId: string): Promise<string[]> =>
  (await questions(world, podId)).map(({ kind, askedIds }) => `${kind} ${[...askedIds].sort().join(' ')}`);

export const say = async (
  world: DesksAtWork,
  p: { podId: string; memberId: string; kind: DecisionKind; option: DecisionOption },
) => {
  const { podId, memberId, kind, option } = p;
  const question = (await questions(world, podId)).find((one) => one.kind === kind && one.askedIds.includes(memberId));
  return world.desks.pods.answer(memberId, { podId, decisionId: question?.id ?? 'none', option });
};

/** Somebody who waits for a pod, free every evening. */
export const waiting = async (world: DesksAtWork, ...ids: string[]): Promise<void> => {
  for (const id of ids) {
    await enter(world, id);
    await world.desks.sprints.start(id, aPlan());
  }
};

/** The open proposal that asks this person to join a pod. */
export const additionTo = async (world: DesksAtWork, memberId: string) => {
  const open = await world.records.proposals
    .where('memberIds', 'array-contains', memberId)
    .where('state', '==', 'open')
    .get();
  return open.docs.map((found) => found.data()).find(({ answers }) => answers[memberId] === 'waiting');
};

export const accept = async (world: DesksAtWork, memberId: string) =>
  world.desks.matching.answer(memberId, {
    proposalId: (await additionTo(world, memberId))?.id ?? 'none',
    answer: 'accept',
  });

/** The kinds of feed event, the newest last. */
export const feedOf = async (world: DesksAtWork, podId: string): Promise<string[]> =>
  (await world.records.feed(podId).orderBy('at').get()).docs.map((found) => found.data().kind);

/** Nobody in two pods, nobody in a pod that they are not a member of, and every pod as large as its status says. */
export const checkPods = async (world: DesksAtWork): Promise<void> => {
  const pods = (await world.records.pods.get()).docs.map((found) => found.data());
  const housed = pods.flatMap(({ id, memberIds }) => memberIds.map((memberId) => `${memberId} ${id}`)).sort();
  const members = (await world.records.members.get()).docs.map((found) => found.data());
  expect(housed).toEqual(members.flatMap(({ id, podId }) => (podId === null ? [] : [`${id} ${podId}`])).sort());
  const sizes = { active: [2, 3, 4], degraded: [1], solo: [1], ended: [0] } as const;
  for (const { status, memberIds } of pods) expect(sizes[status]).toContain(memberIds.length);
  const open = await world.records.sessions.where('state', 'in', ['scheduled', 'lobby', 'live']).get();
  for (const session of open.docs.map((found) => found.data()))
    expect([...session.memberIds].sort()).toEqual(
      [...(pods.find(({ id }) => id === session.podId)?.memberIds ?? [])].sort(),
    );
};

import { type MemberCard, type Pod } from '@podmates/domain';
import { type Departure, joinPod, mayGoTogether, MOST_IN_A_POD, nextMeeting, splitPod } from '@podmates/domain/pods';
import { type Ports } from '../runtime/ports';
import { type UnitOfWork } from '../store/unit-of-work';
import { readFounding } from './founding';
import { type By, circumstancesOf, readCase } from './pod-case';
import { readPodChange } from './pod-change';
import { candidateNow, cardOf, type PodPeople, readPeople } from './pod-people';

/** A pod that some of those who left have at once, with the one who waited for them outside. */
export interface Home {
  readonly podId: string;
  readonly memberIds: readonly string[];
  write(by: By): void;
}

/**
 * Where people who leave together, or go along with somebody, are from now on. Null when there is no such place, as
 * when one of them blocked another: then each looks for a pod of their own.
 */
export const readHome = async (
  unit: UnitOfWork,
  ids: Ports['ids'],
  p: { from: Pod; departure: Departure; people: PodPeople },
): Promise<Home | null> => {
  const { from, departure, people } = p;
  if (departure.to === 'together') return found(unit, ids, from, departure.memberIds, people);
  const [goer] = departure.memberIds;
  const mover = departure.withId === undefined ? undefined : people.get(departure.withId);
  if (departure.to !== 'along' || !goer || !mover) return null;
  if (mover.member.podId !== null) return joined(unit, ids, { from, podId: mover.member.podId, goer, people });
  return mover.request?.status === 'waiting' ? found(unit, ids, from, [mover.member.id, goer], people) : null;
};

const areFree = (memberIds: readonly string[], people: PodPeople, now: Date): boolean => {
  const candidates = memberIds.flatMap((id) => {
    const person = people.get(id);
    return person ? (candidateNow(person, now) ?? []) : [];
  });
  return candidates.length === memberIds.length && mayGoTogether(candidates);
};

const cardsOf = (memberIds: readonly string[], people: PodPeople): MemberCard[] =>
  memberIds.flatMap((id) => {
    const person = people.get(id);
    return person ? [cardOf(person)] : [];
  });

async function found(
  unit: UnitOfWork,
  ids: Ports['ids'],
  from: Pod,
  memberIds: readonly string[],
  people: PodPeople,
): Promise<Home | null> {
  if (!areFree(memberIds, people, unit.now)) return null;
  const pod = splitPod(from, { id: ids.next(), cards: cardsOf(memberIds, people), now: unit.now });
  const founding = await readFounding(unit, pod, nextMeeting(pod, unit.now));
  return { podId: pod.id, memberIds, write: founding.write };
}

/** The mover has a pod by now: whoever goes along joins it as long as nobody is in it who did not come from here. */
async function joined(
  unit: UnitOfWork,
  ids: Ports['ids'],
  p: { from: Pod; podId: string; goer: string; people: PodPeople },
): Promise<Home | null> {
  const there = await readCase(unit, p.podId);
  const left = await unit.list(unit.records.podHistory(p.from.id).where('kind', '==', 'left'));
  const [card] = cardsOf([p.goer], p.people);
  if (!there || !card || there.pod.status !== 'active' || there.pod.memberIds.length >= MOST_IN_A_POD) return null;
  const areOurs = there.pod.memberIds.every((id) => left.some(({ memberId }) => memberId === id));
  const together = await readPeople(unit, [...there.pod.memberIds, p.goer]);
  if (!areOurs || !areFree([...together.keys()], together, unit.now)) return null;
  const { meeting, timeZone } = there.pod;
  const outcome = joinPod(there, { card, meeting, timeZone }, circumstancesOf(unit, ids));
  const change = await readPodChange(unit, there, outcome, { why: 'went-along' });
  return { podId: p.podId, memberIds: [p.goer], write: change.write };
}

import { type MatchRequest, type Slot, type Sprint } from '@podmates/domain';
import { withRecent } from '@podmates/domain/matching';
import {
  type Departure,
  type PodOutcome,
  matchedRequest,
  movedRequest,
  releasedMember,
  withdrawnRequest,
} from '@podmates/domain/pods';
import { excuseSlot } from '@podmates/domain/checkins';
import { streakDocument } from '@podmates/domain/streaks';
import { runAround } from '../matching/new-request';
import { saveRequest } from '../matching/withdrawal';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { type Home, readHome } from './homes';
import { type By } from './pod-case';
import { type PodPeople, type PodPerson } from './pod-people';

/** What becomes of those who left a pod; written with the unit that read it. */
export interface Departures {
  write(by: By): void;
}

/** Everything that people take along when they leave: their place in the queue or a new pod, and whom not to meet soon. */
export const readDepartures = async (
  unit: UnitOfWork,
  ids: Ports['ids'],
  outcome: PodOutcome,
  people: PodPeople,
): Promise<Departures> => {
  const { pod, departures } = outcome;
  const homes: { departure: Departure; home: Home | null }[] = [];
  for (const departure of departures)
    homes.push({ departure, home: await readHome(unit, ids, { from: pod, departure, people }) });
  const exits = await Promise.all(
    departures
      .filter(({ to }) => to === 'exit')
      .flatMap(({ memberIds }) => memberIds.flatMap((id) => people.get(id) ?? []))
      .map((person) => readExit(unit, person)),
  );
  return {
    write: (by) => {
      for (const { departure, home } of homes) {
        home?.write(by);
        for (const id of new Set([...departure.memberIds, ...(home?.memberIds ?? [])])) {
          const person = people.get(id);
          if (!person) continue;
          writePerson(unit, { person, outcome, departure, podId: home?.podId ?? null }, by);
        }
      }
      for (const exit of exits) exit(by);
      writeRecent(unit, outcome, people);
    },
  };
};

function writePerson(
  unit: UnitOfWork,
  p: { person: PodPerson; outcome: PodOutcome; departure: Departure; podId: string | null },
  by: By,
): void {
  const { members, sprints } = unit.records;
  const { member, sprint } = p.person;
  const released = releasedMember(member, p.outcome.pod, p.departure.to, unit.now);
  unit.save(members.doc(member.id), { ...released, podId: p.podId });
  if (sprint && p.departure.to !== 'exit') unit.save(sprints.doc(sprint.id), { ...sprint, podId: p.podId });
  writeRequest(unit, p, by);
}

/** In a new pod at once, back in the queue, or not looking for anybody. */
function writeRequest(
  unit: UnitOfWork,
  p: { person: PodPerson; outcome: PodOutcome; departure: Departure; podId: string | null },
  by: By,
): void {
  const { member, sprint, request: before, relations } = p.person;
  const isHoused = p.podId !== null;
  const isQueued = !isHoused && sprint !== null && ['queue', 'together', 'along'].includes(p.departure.to);
  const apart = withRecent(relations, p.outcome.pod.memberIds, unit.now);
  const request: MatchRequest | null = isQueued
    ? movedRequest({ member, sprint, relations: apart, isTrusted: before?.isTrusted ?? false, before, now: unit.now })
    : isHoused
      ? before && matchedRequest(before, unit.now)
      : before && withdrawnRequest(before);
  if (!request) return;
  saveRequest(unit, before, request, by);
  if (isQueued) runAround(unit, request);
}

/** Those who left and those who stay do not meet again for a while; those who go together do. */
function writeRecent(unit: UnitOfWork, { pod, departures }: PodOutcome, people: PodPeople): void {
  const goneIds = departures.flatMap(({ memberIds }) => memberIds);
  const apart = [
    ...goneIds.map((id) => [id, pod.memberIds] as const),
    ...pod.memberIds.map((id) => [id, goneIds] as const),
  ];
  for (const [id, others] of apart) {
    const person = people.get(id);
    if (!person || others.length === 0) continue;
    unit.save(unit.records.relations.doc(id), withRecent(person.relations, others, unit.now));
  }
}

/** The end of a sprint that nobody could go on with: what is still to come counts as kept. */
async function readExit(unit: UnitOfWork, { member, sprint, streak }: PodPerson): Promise<(by: By) => void> {
  if (sprint === null) return () => undefined;
  const { slots, sprints, streaks } = unit.records;
  const all = await unit.list(slots.where('sprintId', '==', sprint.id));
  const after = all.map((slot): Slot => excuseSlot(slot, unit.now) ?? slot);
  const ended: Sprint = { ...sprint, podId: null, status: 'ended', version: sprint.version + 1 };
  return (by) => {
    after.forEach((slot, n) => {
      if (slot === all[n]) return;
      unit.save(slots.doc(slot.id), slot);
      unit.audit({
        id: causeId('slot', slot.id, `v${slot.version}`),
        entity: slots.doc(slot.id).path,
        from: 'open',
        to: slot.state,
        version: slot.version,
        ...by,
      });
    });
    const previousVersion = streak?.version ?? 0;
    const folded = streakDocument({
      memberId: member.id,
      sprintId: sprint.id,
      slots: after,
      previousVersion,
      now: unit.now,
    });
    unit.save(streaks.doc(member.id), folded);
    unit.save(sprints.doc(sprint.id), ended);
    unit.audit({
      id: causeId('sprint', sprint.id, `v${ended.version}`),
      entity: sprints.doc(sprint.id).path,
      from: sprint.status,
      to: ended.status,
      version: ended.version,
      ...by,
    });
  };
}

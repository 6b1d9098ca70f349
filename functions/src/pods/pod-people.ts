import {
  type MatchRequest,
  type Member,
  type MemberCard,
  type Relations,
  type Sprint,
  type Streak,
} from '@podmates/domain';
import { memberCard } from '@podmates/domain/accounts';
import { type Candidate, candidateOf, noRelations, requestNow } from '@podmates/domain/matching';
import { type UnitOfWork } from '../store/unit-of-work';

/** Somebody in a pod, or about to be, with what changes when they come or go. */
export interface PodPerson {
  readonly member: Member;
  /** The one that runs. */
  readonly sprint: Sprint | null;
  readonly request: MatchRequest | null;
  readonly relations: Relations;
  readonly streak: Streak | null;
}
export type PodPeople = ReadonlyMap<string, PodPerson>;

/** Those of them who exist. Members and relations are the originals: the copies in a request may be older than a block. */
export const readPeople = async (unit: UnitOfWork, ids: readonly string[]): Promise<PodPeople> => {
  const { members, sprints, matchRequests, relations, streaks } = unit.records;
  const wanted = [...new Set(ids)];
  const found = await unit.several(wanted.map((id) => members.doc(id)));
  const running = await unit.several(
    found.flatMap(({ activeSprintId }) => activeSprintId ?? []).map((id) => sprints.doc(id)),
  );
  const requests = await unit.several(wanted.map((id) => matchRequests.doc(id)));
  const said = await unit.several(wanted.map((id) => relations.doc(id)));
  const counts = await unit.several(wanted.map((id) => streaks.doc(id)));
  return new Map(
    found.map((member) => [
      member.id,
      {
        member,
        sprint: running.find(({ id }) => id === member.activeSprintId) ?? null,
        request: requests.find(({ id }) => id === member.id) ?? null,
        relations: said.find(({ id }) => id === member.id) ?? noRelations(member.id),
        streak: counts.find(({ id }) => id === member.id) ?? null,
      },
    ]),
  );
};

export const cardOf = ({ member, streak }: PodPerson): MemberCard => memberCard(member, streak);

/** Their request with what they have said since; null for somebody who never asked for a pod. */
export const requestOfNow = ({ request, ...said }: PodPerson, now: Date): MatchRequest | null =>
  request && requestNow(request, { ...said, now });

/** As matching sees them now; null for somebody who never asked for a pod. */
export const candidateNow = (person: PodPerson, now: Date): Candidate | null => {
  const request = requestOfNow(person, now);
  return request && candidateOf(request, now);
};

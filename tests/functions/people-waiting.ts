import { type MatchPreferences, type MatchRequest, type Member, type PlanInput } from '@podmates/domain';
import { newMember } from '@podmates/domain/accounts';
import { newMatchRequest, noRelations } from '@podmates/domain/matching';
import { planSprint } from '@podmates/domain/sprints';
import { type DesksAtWork, aPlan, enter } from './desks-at-work';

/** They enter and start a sprint, one after the other, as they would. */
export const waitingMembers = async (
  world: DesksAtWork,
  ids: readonly string[],
  plan: Partial<PlanInput> = {},
): Promise<void> => {
  for (const id of ids) {
    await enter(world, id);
    await world.desks.sprints.start(id, aPlan(plan));
  }
};

export interface Wisher {
  readonly id: string;
  readonly member?: Partial<Member>;
  readonly preferences?: Partial<MatchPreferences>;
  readonly request?: Partial<MatchRequest>;
}

/** Puts people who wait straight into the database, many at once, where the way there is not what is tested. */
export const givenWaiting = async (world: DesksAtWork, wishers: readonly Wisher[]): Promise<void> => {
  const now = world.now();
  const { members, memberStatuses, matchRequests, sprints } = world.records;
  const writer = world.db.bulkWriter();
  for (const { id, member: said, preferences, request } of wishers) {
    const entered = newMember({
      id,
      displayName: id,
      email: `${id}@example.org`,
      timeZone: 'Europe/Berlin',
      language: 'en',
      isDemo: false,
      now,
    });
    const member = { ...entered, ...said, preferences: { ...entered.preferences, ...preferences } };
    const sprint = planSprint(aPlan(), { id: `sprint-${id}`, memberId: id, now });
    const wish = newMatchRequest({
      member,
      sprint,
      relations: noRelations(id),
      isTrusted: false,
      before: null,
      now,
    });
    void writer.set(members.doc(id), { ...member, activeSprintId: sprint.id });
    void writer.set(memberStatuses.doc(id), { id, status: 'active', changedAt: now });
    void writer.set(sprints.doc(sprint.id), sprint);
    void writer.set(matchRequests.doc(id), { ...wish, ...request });
  }
  await writer.close();
};

export const someone = (ids: readonly string[], fields: Omit<Wisher, 'id'> = {}): Wisher[] =>
  ids.map((id) => ({ id, ...fields }));

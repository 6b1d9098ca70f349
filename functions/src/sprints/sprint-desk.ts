import { type CallableInput, DomainError, type PlanInput, type Pod, type Slot, type Sprint } from '@podmates/domain';
import { memberCard } from '@podmates/domain/accounts';
import { CLOSE_DELAY_MS } from '@podmates/domain/checkins';
import { isStale, withHoursOf } from '@podmates/domain/matching';
import { refreshCard } from '@podmates/domain/pods';
import { changeAvailability, planSprint, slotsOf } from '@podmates/domain/sprints';
import { streakDocument } from '@podmates/domain/streaks';
import { addDays, localDay } from '@podmates/domain/time';
import { readNewRequest, runAround } from '../matching/new-request';
import { readWithdrawal, saveRequest } from '../matching/withdrawal';
import { readWayOut } from '../pods/way-out';
import { eachApart } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { causeId, fixedId } from '../store/ids';
import { recordsOf } from '../store/records';
import { type UnitOfWork, commit } from '../store/unit-of-work';

const RUNNING: readonly Sprint['status'][] = ['planned', 'active'];
/** Sprints looked at by one sweep; the next one takes the rest. */
const SWEEP_LIMIT = 200;

/** When a slot can be closed for good, and edits of its check-in end. */
export const closesAt = (slot: Slot): Date => new Date(slot.graceEndsAt.getTime() + CLOSE_DELAY_MS);

/** Sprints: from a plan to frozen slots, and to their end. */
export class SprintDesk {
  constructor(private readonly ports: Ports) {}

  /**
   * Starts the sprint of this plan and asks for a match, unless the member has a pod already. The same
   * `clientMutationId` again gives the same sprint.
   * @throws DomainError `invalid-argument` with fields; `failed-precondition` when a sprint is running
   */
  start(memberId: string, plan: PlanInput): Promise<{ sprintId: string }> {
    const sprintId = fixedId('sprint', memberId, plan.clientMutationId);
    return commit(this.ports, async (unit) => {
      const { sprints, slots, members, streaks, pods, matchRequests } = unit.records;
      if ((await unit.find(sprints.doc(sprintId))) !== null) return { sprintId };
      const planned = planSprint(plan, { id: sprintId, memberId, now: unit.now });
      const member = await unit.get(members.doc(memberId), 'There is no such member.');
      await this.refuseSecondSprint(unit, member.activeSprintId);
      const request = await unit.find(matchRequests.doc(memberId));
      if (request?.status === 'proposed' && !isStale(request, unit.now))
        throw new DomainError('failed-precondition', 'A pod is waiting for your answer. Please answer it first.');
      const pod = member.podId === null ? null : await unit.find(pods.doc(member.podId));
      const previous = await unit.find(streaks.doc(memberId));
      const wish = pod === null ? await readNewRequest(unit, { member, before: request, streak: previous }) : null;

      const sprint: Sprint = { ...planned, podId: member.podId };
      const frozen = slotsOf(sprint);
      const previousVersion = previous?.version ?? 0;
      const streak = streakDocument({ memberId, sprintId, slots: frozen, previousVersion, now: unit.now });
      unit.save(sprints.doc(sprintId), sprint);
      for (const slot of frozen) unit.save(slots.doc(slot.id), slot);
      unit.save(streaks.doc(memberId), streak);
      // The member's version is that of the profile form, which the server's own fields must not make stale.
      unit.save(members.doc(memberId), { ...member, activeSprintId: sprintId, pauses: [] });
      if (pod !== null) unit.save(pods.doc(pod.id), refreshCard(pod, memberCard(member, streak)));
      wish?.write(sprint, { actorId: memberId, cause: 'startSprint' });
      this.auditStep(unit, { before: null, after: sprint, actorId: memberId, cause: 'startSprint' });
      for (const slot of frozen)
        unit.send(causeId('close-slot', slot.id), {
          kind: 'task',
          task: 'close-slot',
          subjectId: slot.id,
          runAt: closesAt(slot),
        });
      return { sprintId };
    });
  }

  /**
   * Other hours for a pod, while the sprint runs. A request that waits has them at once, and is matched with them.
   * @throws DomainError `invalid-argument` with fields; `failed-precondition` without a running sprint
   */
  changeAvailability(memberId: string, { availability }: CallableInput<'saveAvailability'>): Promise<void> {
    return commit(this.ports, async (unit) => {
      const { members, sprints, matchRequests } = unit.records;
      const member = await unit.get(members.doc(memberId), 'There is no such member.');
      const sprint = member.activeSprintId === null ? null : await unit.find(sprints.doc(member.activeSprintId));
      if (sprint === null)
        throw new DomainError('failed-precondition', 'Start a sprint first; the hours are part of its plan.');
      const request = await unit.find(matchRequests.doc(memberId));
      const by = { actorId: memberId, cause: 'saveAvailability' };
      const changed = changeAvailability(sprint, availability);
      unit.save(sprints.doc(sprint.id), changed);
      this.auditStep(unit, { before: sprint, after: changed, ...by });
      const refreshed = request && withHoursOf(changed, request, unit.now);
      if (!refreshed || refreshed === request) return;
      saveRequest(unit, request, refreshed, by);
      if (refreshed.status === 'waiting') runAround(unit, refreshed);
    });
  }

  /**
   * Completes a sprint whose every slot is decided; anything else is left as it is. A search for a pod that the sprint
   * began ends with it: its plan is over, so nobody should be asked to join it.
   */
  complete(sprintId: string): Promise<void> {
    return commit(this.ports, async (unit) => {
      const { sprints, slots, members } = unit.records;
      const sprint = await unit.find(sprints.doc(sprintId));
      if (sprint === null || !RUNNING.includes(sprint.status)) return;
      const all = await unit.list(slots.where('sprintId', '==', sprintId));
      if (all.some((slot) => slot.state === 'open' || closesAt(slot) > unit.now)) return;
      const member = await unit.find(members.doc(sprint.memberId));
      const withdrawal = await readWithdrawal(unit, sprint.memberId, sprintId);
      // One who goes on alone does so for this sprint; the next one finds them a pod.
      const isMeant = (pod: Pod) => pod.status === 'solo';
      const wayOut = member && (await readWayOut(unit, this.ports.ids, { member, why: 'left', isMeant }));
      const completed: Sprint = { ...sprint, status: 'completed', version: sprint.version + 1 };
      wayOut?.write({ actorId: 'system', cause: 'completeSprint' });
      unit.save(sprints.doc(sprintId), completed);
      const podId = wayOut ? null : (member?.podId ?? null);
      if (member?.activeSprintId === sprintId)
        unit.save(members.doc(member.id), { ...member, podId, activeSprintId: null });
      withdrawal?.write({ actorId: 'system', cause: 'completeSprint' });
      this.auditStep(unit, { before: sprint, after: completed, actorId: 'system', cause: 'completeSprint' });
    });
  }

  /** Completes every sprint that is over; found by its last day, which lies behind in every zone. */
  async sweep(): Promise<void> {
    const now = await this.ports.clock.now();
    const over = await recordsOf(this.ports.db)
      .sprints.where('status', 'in', RUNNING)
      .where('endsOn', '<', addDays(localDay(now, 'UTC'), -1))
      .orderBy('endsOn')
      .limit(SWEEP_LIMIT)
      .select()
      .get();
    await eachApart(
      'sprints.sweep',
      over.docs.map((found) => found.id),
      (id) => this.complete(id),
    );
  }

  private async refuseSecondSprint(unit: UnitOfWork, activeSprintId: string | null): Promise<void> {
    const active = activeSprintId === null ? null : await unit.find(unit.records.sprints.doc(activeSprintId));
    if (active !== null && RUNNING.includes(active.status))
      throw new DomainError('failed-precondition', 'You are in a sprint already. One at a time.');
  }

  private auditStep(
    unit: UnitOfWork,
    p: { before: Sprint | null; after: Sprint; actorId: string; cause: string },
  ): void {
    unit.audit({
      id: causeId('sprint', p.after.id, `v${p.after.version}`),
      actorId: p.actorId,
      entity: unit.records.sprints.doc(p.after.id).path,
      from: p.before?.status ?? null,
      to: p.after.status,
      version: p.after.version,
      cause: p.cause,
    });
  }
}

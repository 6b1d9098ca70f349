import { type CallableInput, DomainError, type Member, type MemberStatus } from '@podmates/domain';
import { changePreferences, changeProfile, memberCard, newMember } from '@podmates/domain/accounts';
import { refreshCard } from '@podmates/domain/pods';
import { readCopies } from '../matching/request-copies';
import { readWithdrawal } from '../matching/withdrawal';
import { readWayOut } from '../pods/way-out';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { recordsOf } from '../store/records';
import { type UnitOfWork, commit } from '../store/unit-of-work';

/** Sessions that still show the names of those in them as "now". */
const OPEN_SESSION_STATES = ['draft', 'scheduled', 'lobby', 'live', 'wrap'] as const;

/** Who a newcomer is; from their sign-in, or made up for a demo podmate. */
export interface Newcomer {
  readonly memberId: string;
  readonly displayName: string;
  readonly email: string;
  readonly timeZone: string;
  readonly language: string;
  readonly isDemo: boolean;
}

/** Members: who they are, and whether they may use the product. */
export class AccountDesk {
  constructor(private readonly ports: Ports) {}

  /** The server's clock, in UTC. */
  now(): Promise<Date> {
    return this.ports.clock.now();
  }

  /** Whether this member exists and is neither suspended nor deleted. */
  async isActive(memberId: string): Promise<boolean> {
    const status = await recordsOf(this.ports.db).memberStatuses.doc(memberId).get();
    return status.data()?.status === 'active';
  }

  /** Makes the member on their first sign-in. @throws DomainError `permission-denied` for a closed account */
  enter(newcomer: Newcomer): Promise<{ memberId: string; isNew: boolean }> {
    return commit(this.ports, async (unit) => {
      const { members, memberStatuses } = unit.records;
      const id = newcomer.memberId;
      const status = await unit.find(memberStatuses.doc(id));
      if (status !== null && status.status !== 'active')
        throw new DomainError('permission-denied', 'This account is closed.');
      if ((await unit.find(members.doc(id))) !== null) return { memberId: id, isNew: false };
      const member = newMember({ ...newcomer, id, now: unit.now });
      unit.save(members.doc(id), member);
      unit.save(memberStatuses.doc(id), { id, status: 'active', changedAt: unit.now });
      unit.audit({
        id: causeId('member', id, 'created'),
        actorId: id,
        entity: members.doc(id).path,
        from: null,
        to: 'active',
        version: member.version,
        cause: 'enterPodmates',
      });
      return { memberId: id, isNew: true };
    });
  }

  /** Saves the profile and what podmates see of it. @throws DomainError `aborted` on a stale version */
  saveProfile(memberId: string, input: CallableInput<'saveProfile'>): Promise<{ version: number }> {
    return commit(this.ports, async (unit) => {
      const { members, streaks, pods } = unit.records;
      const before = await unit.get(members.doc(memberId), 'There is no such member.');
      const member = changeProfile(before, input);
      const streak = await unit.find(streaks.doc(memberId));
      const pod = member.podId === null ? null : await unit.find(pods.doc(member.podId));
      const sessions = member.podId === null ? [] : await this.openSessions(unit, member.podId);
      const copies = await readCopies(unit, memberId);
      unit.save(members.doc(memberId), member);
      copies.refresh(member);
      if (pod !== null) unit.save(pods.doc(pod.id), refreshCard(pod, memberCard(member, streak)));
      for (const session of sessions)
        unit.save(unit.records.sessions.doc(session.id), {
          ...session,
          names: { ...session.names, [memberId]: member.displayName },
        });
      unit.audit({
        id: causeId('member', memberId, `profile-v${member.version}`),
        actorId: memberId,
        entity: members.doc(memberId).path,
        from: `v${before.version}`,
        to: `v${member.version}`,
        version: member.version,
        cause: 'saveProfile',
      });
      return { version: member.version };
    });
  }

  /** Saves what the member wants of a pod, also for a search that goes on. @throws DomainError `invalid-argument` */
  savePreferences(memberId: string, { preferences }: CallableInput<'saveMatchPreferences'>): Promise<void> {
    return commit(this.ports, async (unit) => {
      const ref = unit.records.members.doc(memberId);
      const before = await unit.get(ref, 'There is no such member.');
      const member = changePreferences(before, preferences);
      const copies = await readCopies(unit, memberId);
      if (JSON.stringify(member.preferences) === JSON.stringify(before.preferences)) return;
      unit.save(ref, member);
      copies.refresh(member);
      unit.audit({
        id: causeId('member', memberId, `preferences-${unit.now.getTime()}`),
        actorId: memberId,
        entity: ref.path,
        from: null,
        to: 'preferences',
        version: member.version,
        cause: 'saveMatchPreferences',
      });
    });
  }

  /**
   * Suspends, deletes or restores. The status document bites first, through rules and callables; closing the sign-in
   * follows outside of the transaction and is repeated when the same status is set again, so a failure is mended by a retry.
   * @throws DomainError `not-found`; `failed-precondition` for a deleted account
   */
  async setStatus(p: { actorId: string; memberId: string; status: MemberStatus['status'] }): Promise<void> {
    await commit(this.ports, async (unit) => {
      const ref = unit.records.memberStatuses.doc(p.memberId);
      const before = await unit.get(ref, 'There is no such member.');
      if (before.status === p.status) return;
      if (before.status === 'deleted') throw new DomainError('failed-precondition', 'This account was deleted.');
      const isClosing = p.status !== 'active';
      const member = isClosing ? await unit.find(unit.records.members.doc(p.memberId)) : null;
      const withdrawal = isClosing ? await readWithdrawal(unit, p.memberId) : null;
      const wayOut = member && (await readWayOut(unit, this.ports.ids, { member, why: 'account-closed' }));
      unit.save(ref, { id: p.memberId, status: p.status, changedAt: unit.now });
      withdrawal?.write({ actorId: p.actorId, cause: 'setMemberStatus' });
      wayOut?.write({ actorId: p.actorId, cause: 'setMemberStatus' });
      unit.audit({
        id: causeId('member-status', p.memberId, `${unit.now.getTime()}`),
        actorId: p.actorId,
        entity: ref.path,
        from: before.status,
        to: p.status,
        version: 1,
        cause: 'setMemberStatus',
      });
    });
    await this.ports.access.setAllowed(p.memberId, p.status === 'active');
  }

  private openSessions(unit: UnitOfWork, podId: NonNullable<Member['podId']>) {
    const { sessions } = unit.records;
    return unit.list(sessions.where('podId', '==', podId).where('state', 'in', OPEN_SESSION_STATES));
  }
}

import { computed, inject, Injectable } from '@angular/core';
import { rxResource, toObservable } from '@angular/core/rxjs-interop';
import { type Member, type MemberStatus } from '@podmates/domain';
import { filter, firstValueFrom } from 'rxjs';
import { Identity, MatchData, MemberData, SprintData } from '../firebase';

/** The signed-in member: one listener each for status, profile, sprint, streak and request, shared by every page. */
@Injectable({ providedIn: 'root' })
export class Me {
  private readonly identity = inject(Identity);
  private readonly members = inject(MemberData);
  private readonly matches = inject(MatchData);
  private readonly sprints = inject(SprintData);

  readonly status = rxResource({
    params: () => this.identity.memberId(),
    stream: ({ params: id }) => this.members.status(id),
  });
  /** `null`: never entered yet. `undefined`: not known yet, or nobody is signed in. */
  readonly standing = computed((): MemberStatus['status'] | null | undefined =>
    this.status.hasValue() ? (this.status.value()?.status ?? null) : undefined,
  );

  /** The rules hide everything from those who are not active, so nothing is asked before. */
  readonly member = rxResource({
    params: () => (this.standing() === 'active' ? this.identity.memberId() : undefined),
    stream: ({ params: id }) => this.members.me(id),
  });
  readonly profile = computed(
    (): Member | undefined => (this.member.hasValue() ? this.member.value() : null) ?? undefined,
  );
  readonly id = computed(() => this.profile()?.id);
  readonly podId = computed(() => this.profile()?.podId ?? undefined);
  readonly sprintId = computed(() => this.profile()?.activeSprintId ?? undefined);

  readonly sprint = rxResource({
    params: () => this.sprintId(),
    stream: ({ params: id }) => this.sprints.sprint(id),
  });
  /** Outlives the sprint, as the pod does. */
  readonly streak = rxResource({
    params: () => this.id(),
    stream: ({ params: id }) => this.sprints.streak(id),
  });
  /** Asked for only where nothing else leads to matching: a request may outlive the sprint that made it. */
  readonly request = rxResource({
    params: () => (this.sprintId() || this.podId() ? undefined : this.id()),
    stream: ({ params: id }) => this.matches.request(id),
  });
  /** In the queue or asked for an answer, although no sprint runs. */
  readonly isLookedFor = computed(() => {
    const status = this.request.hasValue() ? this.request.value()?.status : undefined;
    return status !== undefined && status !== 'cancelled';
  });

  private readonly known = computed(() => ({
    memberId: this.identity.memberId(),
    standing: this.standing(),
    profile: this.profile(),
    error: this.status.error() ?? this.member.error(),
  }));
  private readonly known$ = toObservable(this.known);

  /** Not `isLoading`, which is also false before anything was asked. */
  private readonly requestKnown$ = toObservable(
    computed(() => !!(this.sprintId() ?? this.podId() ?? this.request.error()) || this.request.hasValue()),
  );

  /** Resolves once `isLookedFor` is right; after `whenKnown`. A failed reading counts as none. */
  async whenRequestKnown(): Promise<boolean> {
    await firstValueFrom(this.requestKnown$.pipe(filter((isKnown) => isKnown)));
    return this.isLookedFor();
  }

  /** Resolves once it is known whether this member may enter: the standing, and for an active one the profile. */
  async whenKnown(): Promise<MemberStatus['status'] | null> {
    const memberId = this.identity.memberId();
    const found = await firstValueFrom(
      this.known$.pipe(
        filter((now) => now.memberId === memberId),
        filter(
          (now) => !!now.error || now.standing === null || (now.standing && now.standing !== 'active') || !!now.profile,
        ),
      ),
    );
    if (found.error) throw found.error;
    return found.standing ?? null;
  }
}

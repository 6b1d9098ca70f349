import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { currentSlot, nextSlot } from '@podmates/domain/sprints';
import { Me } from '../accounts/me';
import { UnsettledCheckIns } from '../check-in/unsettled-check-ins';
import { MatchData, SessionData, SprintData } from '../firebase';
import { PodFeed } from '../pod/pod-feed';
import { MeetingShifts } from '../schedule/meeting-shifts';
import { minuteOf } from '../schedule/minute';
import { sayDay, sayInOtherZone, sayMoment, sayZone } from '../schedule/say-time';
import { Clock } from '../time/clock';
import { describeGap } from '../time/describe-gap';
import { Countdown, PageHeader, Retry, StreakBadge } from '../ui';
import { NextActCard } from './next-act-card';
import { nextAct, nextSession } from './next-act';
import { Reading } from './reading';

/** Home: the next best act, today's slot, the next session, what the pod did, the streak. */
@Component({
  selector: 'app-today',
  imports: [
    Countdown,
    MeetingShifts,
    NextActCard,
    PageHeader,
    PodFeed,
    Reading,
    Retry,
    RouterLink,
    StreakBadge,
    UnsettledCheckIns,
  ],
  templateUrl: './today.html',
  styleUrl: './today.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Today {
  private readonly matches = inject(MatchData);
  private readonly sessionData = inject(SessionData);
  private readonly sprints = inject(SprintData);
  protected readonly me = inject(Me);
  private readonly now = minuteOf(inject(Clock));

  private readonly slots = rxResource({
    params: () => this.me.id(),
    stream: ({ params: id }) => this.sprints.slotsOf(id),
  });
  /** Members with a pod have sessions, those without one may have a request: one listener either way. */
  private readonly sessions = rxResource({
    params: () => (this.me.podId() ? this.me.id() : undefined),
    stream: ({ params: id }) => this.sessionData.upcomingFor(id),
  });
  private readonly request = rxResource({
    params: () => (this.me.podId() ? undefined : this.me.id()),
    stream: ({ params: id }) => this.matches.request(id),
  });

  private readonly zone = computed(() => this.me.profile()?.timeZone ?? 'UTC');
  protected readonly hasTrouble = computed(
    () => !!(this.slots.error() ?? this.sessions.error() ?? this.request.error()),
  );
  protected readonly isKnown = computed(
    () => this.slots.hasValue() && (this.me.podId() ? this.sessions.hasValue() : this.request.hasValue()),
  );
  private readonly knownSessions = computed(() => (this.sessions.hasValue() ? this.sessions.value() : []));
  private readonly ownSlots = computed(() =>
    this.slots.hasValue() ? this.slots.value().filter(({ sprintId }) => sprintId === this.me.sprintId()) : [],
  );

  protected readonly greeting = computed(() => {
    const name = this.me.profile()?.displayName.split(' ')[0];
    return name ? `Hello, ${name}` : 'Today';
  });
  protected readonly today = computed(() => sayDay(this.now(), this.zone()));

  protected readonly act = computed(() =>
    nextAct({
      podId: this.me.podId(),
      sessions: this.knownSessions(),
      currentSlot: currentSlot(this.ownSlots(), this.now()),
      request: this.request.hasValue() ? this.request.value() : null,
    }),
  );

  protected readonly slot = computed(() => {
    const current = currentSlot(this.ownSlots(), this.now());
    const slot = current ?? nextSlot(this.ownSlots(), this.now());
    if (!slot) return null;
    const zone = this.zone();
    return {
      title: current ? 'Open now' : 'Next slot',
      when: sayMoment(slot.startsAt, slot.timeZone),
      zone: slot.timeZone === zone ? '' : sayZone(slot.timeZone),
      open: current ? '' : `Opens ${describeGap(this.now(), slot.openAt)}`,
      due: `On time until ${sayMoment(slot.dueAt, slot.timeZone)}`,
      grace: `Counts, marked late, until ${sayMoment(slot.graceEndsAt, slot.timeZone)}`,
      isCurrent: current !== null,
    };
  });

  protected readonly session = computed(() => {
    const session = nextSession(this.knownSessions());
    if (!session) return null;
    const names = Object.entries(session.names).filter(([id]) => id !== this.me.id());
    return {
      id: session.id,
      startsAt: session.startsAt,
      when: sayMoment(session.startsAt, this.zone()),
      elsewhere: sayInOtherZone(session.startsAt, this.zone(), session.timeZone),
      minutes: session.minutes,
      names: names.map(([, name]) => name).join(', '),
    };
  });
  protected readonly streak = computed(() => {
    const streak = this.me.streak.hasValue() ? this.me.streak.value() : null;
    if (!streak) return null;
    const freezes = streak.freezeTokens === 1 ? '1 freeze token' : `${streak.freezeTokens} freeze tokens`;
    return { current: streak.current, words: `Best ${streak.best} · ${freezes}` };
  });

  protected retry(): void {
    for (const resource of [this.slots, this.sessions, this.request]) resource.reload();
  }
}

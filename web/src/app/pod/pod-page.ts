import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { isPaused, nextMeeting } from '@podmates/domain/pods';
import { podStreak } from '@podmates/domain/streaks';
import { Me } from '../accounts/me';
import { PodData } from '../firebase';
import { minuteOf } from '../schedule/minute';
import { sayDay, sayInOtherZone, sayMoment, sayPlace, sayTime, sayWeekdayAndTime } from '../schedule/say-time';
import { Clock } from '../time/clock';
import { describeGap } from '../time/describe-gap';
import { Avatar, BusyButton, Empty, PageHeader, Retry, StreakBadge } from '../ui';
import { NudgeAct } from './nudge';
import { LeavePod } from './leave-pod';
import { PodActs } from './pod-acts';
import { PodFeed } from './pod-feed';
import { PodQuestions } from './pod-questions';
import { PodSearchNews } from './pod-search';
import { PodThread } from './pod-thread';
import { PodmateActs } from './podmate-acts';
import { Reading } from '../today/reading';

/** The pod: who, when they meet, what they write, what they got done. */
@Component({
  selector: 'app-pod-page',
  imports: [
    Avatar,
    BusyButton,
    Empty,
    LeavePod,
    NudgeAct,
    PageHeader,
    PodFeed,
    PodmateActs,
    PodQuestions,
    PodSearchNews,
    PodThread,
    Reading,
    Retry,
    RouterLink,
    StreakBadge,
  ],
  providers: [PodActs],
  templateUrl: './pod-page.html',
  styleUrl: './pod-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PodPage {
  private readonly pods = inject(PodData);
  protected readonly acts = inject(PodActs);
  protected readonly me = inject(Me);
  private readonly now = minuteOf(inject(Clock));

  protected readonly pod = rxResource({
    params: () => this.me.podId(),
    stream: ({ params: id }) => this.pods.pod(id),
  });
  protected readonly shown = computed(() => (this.pod.hasValue() ? this.pod.value() : null));
  private readonly zone = computed(() => this.me.profile()?.timeZone ?? 'UTC');

  protected readonly people = computed(() =>
    (this.shown()?.cards ?? []).map((card) => ({
      ...card,
      isMe: card.id === this.me.id(),
      isAway: this.shown()?.awayIds.includes(card.id) ?? false,
      isPaused: isPaused(card, this.now()),
      details: [card.pronouns, card.timeZone && `${sayTime(this.now(), card.timeZone)} in ${sayPlace(card.timeZone)}`]
        .filter(Boolean)
        .join(' · '),
    })),
  );
  /** Whose acts are shown. */
  protected readonly opened = signal<string | null>(null);
  protected readonly lead = computed(() => {
    const pod = this.shown();
    if (pod?.status === 'solo') return 'You finish on your own, with the coach and the agenda of your track.';
    return pod?.lane === 'newcomer' ? 'A starter pod: after three days each of you says whether you stay.' : '';
  });
  protected readonly wayBack = computed(() => {
    const way = this.me.profile()?.wayBack;
    return way && way.until > this.now() ? { podName: way.podName, until: sayDay(way.until, this.zone()) } : null;
  });
  protected readonly together = computed(() => podStreak(this.shown()?.cards ?? []));
  protected readonly names = computed(() =>
    Object.fromEntries(this.people().map((card) => [card.id, card.displayName])),
  );

  protected readonly meeting = computed(() => {
    const pod = this.shown();
    if (!pod) return null;
    const next = nextMeeting(pod, this.now());
    return {
      weekly: sayWeekdayAndTime(next, this.zone()),
      minutes: pod.meeting.minutes,
      next: sayMoment(next, this.zone()),
      gap: describeGap(this.now(), next),
      elsewhere: sayInOtherZone(next, this.zone(), pod.timeZone),
    };
  });
}

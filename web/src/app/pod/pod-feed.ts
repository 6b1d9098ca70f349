import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { type FeedEvent } from '@podmates/domain';
import { Me } from '../accounts/me';
import { PeerData, PodData } from '../firebase';
import { ProofView } from '../proofs/proof-view';
import { minuteOf } from '../schedule/minute';
import { sayAgo, sayMoment } from '../schedule/say-time';
import { Clock } from '../time/clock';
import { Retry } from '../ui';
import { Reading } from '../today/reading';
import { Cheer } from './cheer';
import { SecondLook } from './second-look';

const SIGNS: Record<FeedEvent['kind'], string> = {
  'pod-formed': 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z',
  'check-in': 'M3 8.500l3.500 3.500L13 5',
  'session-done': 'M3 3h10v7H7l-3 3v-3H3z',
  'session-scheduled': 'M3 4h10v9H3zM3 7h10M6 2v3M10 2v3',
  'member-left': 'M7 3H3v10h4M6 8h7M10 5l3 3-3 3',
  'member-joined': 'M9 3h4v10H9M2 8h7M6 5l3 3-3 3',
};

/** What podmates may see of one another, newest first. */
@Component({
  selector: 'app-pod-feed',
  imports: [Cheer, ProofView, Reading, Retry, SecondLook],
  templateUrl: './pod-feed.html',
  styleUrl: './pod-feed.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PodFeed {
  private readonly pods = inject(PodData);
  private readonly peers = inject(PeerData);
  private readonly now = minuteOf(inject(Clock));
  private readonly me = inject(Me);
  private readonly zone = computed(() => this.me.profile()?.timeZone ?? 'UTC');
  readonly podId = input.required<string>();
  readonly most = input(30);
  /** Of the pod's people, by id; left out, those are known who are in the feed. */
  readonly names = input<Readonly<Record<string, string>>>({});

  protected readonly feed = rxResource({
    params: () => this.podId(),
    stream: ({ params: id }) => this.pods.feed(id),
  });
  /** Listened to, as the device may hold what it was before it was decided. */
  protected readonly record = rxResource({
    params: () => (this.events().some(({ proof, isOwn }) => proof && !isOwn) ? this.me.id() : undefined),
    stream: ({ params: id }) => this.peers.challengeRecord(id),
  });
  protected readonly known = computed(() => ({
    ...Object.fromEntries(
      this.events().flatMap(({ memberId, memberName }) => (memberId && memberName ? [[memberId, memberName]] : [])),
    ),
    ...this.names(),
  }));
  protected readonly events = computed(() =>
    (this.feed.hasValue() ? this.feed.value() : []).slice(0, this.most()).map((event) => ({
      ...event,
      sign: SIGNS[event.kind],
      isOwn: event.memberId === this.me.id(),
      ago: sayAgo(this.now(), event.at),
      starts: event.startsAt && sayMoment(event.startsAt, this.zone()),
    })),
  );
}

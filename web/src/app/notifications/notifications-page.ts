import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { Me } from '../accounts/me';
import { MatchData, PodData } from '../firebase';
import { sayMoment } from '../schedule/say-time';
import { Empty } from '../ui/empty';
import { PageHeader } from '../ui/page-header';
import { Retry } from '../ui/retry';

/** What happened that concerns the member: a proposal that waits for an answer, and the news of the pod. */
@Component({
  selector: 'app-notifications-page',
  templateUrl: './notifications-page.html',
  styleUrl: './notifications-page.css',
  imports: [Empty, PageHeader, Retry, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotificationsPage {
  private readonly me = inject(Me);
  private readonly pods = inject(PodData);
  private readonly matches = inject(MatchData);

  protected readonly feed = rxResource({
    params: () => this.me.podId(),
    stream: ({ params: podId }) => this.pods.feed(podId),
  });
  protected readonly proposal = rxResource({
    params: () => (this.me.podId() ? undefined : this.me.id()),
    stream: ({ params: id }) => this.matches.openProposal(id),
  });
  protected readonly news = computed(() =>
    this.feed.hasValue() ? this.feed.value().filter(({ memberId }) => memberId !== this.me.id()) : [],
  );
  protected readonly isProposed = computed(() => this.proposal.hasValue() && this.proposal.value() !== null);
  protected readonly isLoading = computed(() => this.feed.isLoading() || this.proposal.isLoading());
  protected readonly isBroken = computed(() => !!this.feed.error() || !!this.proposal.error());

  protected moment(at: Date): string {
    return sayMoment(at, this.me.profile()?.timeZone ?? 'UTC');
  }

  protected reload(): void {
    this.feed.reload();
    this.proposal.reload();
  }
}

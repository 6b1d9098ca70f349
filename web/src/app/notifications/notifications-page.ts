import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { Me } from '../accounts/me';
import { MatchData, PodData } from '../firebase';
import { sayMoment } from '../schedule/say-time';
import { Empty } from '../ui/empty';
import { Notices } from '../ui/notices';
import { PageHeader } from '../ui/page-header';
import { Retry } from '../ui/retry';
import { NewsRead } from './news-read';

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
  private readonly newsRead = inject(NewsRead);
  private readonly notices = inject(Notices);

  protected readonly feed = rxResource({
    params: () => this.me.podId(),
    stream: ({ params: podId }) => this.pods.feed(podId),
  });
  protected readonly proposal = rxResource({
    params: () => (this.me.podId() ? undefined : this.me.id()),
    stream: ({ params: id }) => this.matches.openProposal(id),
  });
  protected readonly news = computed(() =>
    (this.feed.hasValue() ? this.feed.value() : [])
      .filter(({ memberId }) => memberId !== this.me.id())
      .map((event) => ({ ...event, isUnread: this.newsRead.isUnread(event.at) })),
  );
  protected readonly unreadCount = computed(() => this.news().filter(({ isUnread }) => isUnread).length);
  protected readonly lead = computed(() => {
    const what = 'What your podmates did, newest first.';
    if (this.news().length === 0) return what;
    return `${what} ${this.unreadCount() === 0 ? 'All read.' : `${this.unreadCount()} unread.`}`;
  });
  protected readonly isProposed = computed(() => this.proposal.hasValue() && this.proposal.value() !== null);
  protected readonly isLoading = computed(() => this.feed.isLoading() || this.proposal.isLoading());
  protected readonly isBroken = computed(() => !!this.feed.error() || !!this.proposal.error());

  protected moment(at: Date): string {
    return sayMoment(at, this.me.profile()?.timeZone ?? 'UTC');
  }

  /** The button stays where it is when nothing is left to read, so that the focus on it is not lost. */
  protected markAllRead(): void {
    if (this.unreadCount() === 0) return;
    this.newsRead.markRead(this.news().map(({ at }) => at));
    this.notices.say('All are marked as read.');
  }

  protected reload(): void {
    this.feed.reload();
    this.proposal.reload();
  }
}

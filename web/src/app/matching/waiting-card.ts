import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CallableName, type LocalDay, type MatchRequest, type TimeZone } from '@podmates/domain';
import { beganToWait } from '@podmates/domain/matching';
import { sayAgo, sayMoment } from '../schedule/say-time';
import { BusyButton } from '../ui';
import { PauseMatching } from './pause-matching';
import { Waitlist } from './waitlist';
import { type Offer } from './waitlist-words';

/** Earlier than that, "3 h ago" alone leaves one reckoning. */
const MOMENT_AFTER_MS = 6 * 3_600_000;

/** The queue: since when, what happens next, and what the member can do about it. */
@Component({
  selector: 'app-waiting-card',
  imports: [BusyButton, PauseMatching, RouterLink, Waitlist],
  templateUrl: './waiting-card.html',
  styleUrl: './waiting-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitingCard {
  readonly request = input.required<MatchRequest>();
  readonly zone = input.required<TimeZone>();
  readonly now = input.required<Date>();
  /** What an answer is awaited for: the button of that shows it, and nothing else is asked meanwhile. */
  readonly asked = input<CallableName | null>(null);
  readonly left = output<void>();
  readonly paused = output<{ readonly day: LocalDay; readonly at: Date }>();
  readonly allowed = output<Offer>();

  protected readonly heading = computed(() =>
    this.request().waitlist ? 'Still looking for people who fit' : 'Looking for people who fit',
  );
  protected readonly since = computed(() => {
    const joinedAt = beganToWait(this.request());
    const isRecent = this.now().getTime() - joinedAt.getTime() < MOMENT_AFTER_MS;
    const moment = isRecent ? '' : `, on ${sayMoment(joinedAt, this.zone())}`;
    return `You joined the queue ${sayAgo(this.now(), joinedAt)}${moment}.`;
  });
}

import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MatchRequest, type TimeZone, type Waitlist as Standing } from '@podmates/domain';
import { sayAgo } from '../schedule/say-time';
import { type Offer, offersOf, sayBand, sayRank } from './waitlist-words';

/** After a day of waiting: how one stands, what others waited, and what would help. Every number is counted. */
@Component({
  selector: 'app-waitlist',
  imports: [RouterLink],
  templateUrl: './waitlist.html',
  styleUrl: './waitlist.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Waitlist {
  readonly standing = input.required<Standing>();
  readonly request = input.required<MatchRequest>();
  readonly zone = input.required<TimeZone>();
  readonly now = input.required<Date>();
  readonly isBusy = input(false);
  readonly allowed = output<Offer>();

  protected readonly rank = computed(() => sayRank(this.standing()));
  protected readonly band = computed(() => sayBand(this.standing().band));
  protected readonly offers = computed(() => offersOf(this.standing(), this.request(), this.zone(), this.now()));
  protected readonly counted = computed(() => `Counted ${sayAgo(this.now(), this.standing().asOf)}.`);
}

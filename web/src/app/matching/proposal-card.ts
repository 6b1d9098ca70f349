import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { type Proposal, type TimeZone } from '@podmates/domain';
import { isAddition, nextMeeting } from '@podmates/domain/pods';
import { sayInOtherZone, sayMoment, sayWeekdayAndTime, sayZone } from '../schedule/say-time';
import { sayWeekHours } from '../schedule/week-hours';
import { describeGap } from '../time/describe-gap';
import { Avatar, BusyButton } from '../ui';
import { kindWords, sayStanding } from './proposal-kind';
import { whyBars } from './why-bars';

/** A long list of hours helps nobody to decide. */
const MOST_HOURS = 6;

/** A pod that could be: who, why, when, until when; and the two answers. */
@Component({
  selector: 'app-proposal-card',
  imports: [Avatar, BusyButton],
  templateUrl: './proposal-card.html',
  styleUrl: './proposal-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposalCard {
  readonly proposal = input.required<Proposal>();
  readonly memberId = input.required<string>();
  /** The reader's own; every time is shown in it. */
  readonly zone = input.required<TimeZone>();
  readonly now = input.required<Date>();
  readonly isBusy = input(false);
  /** Why no rematch can be asked for just now; empty when one can. */
  readonly whyNoRematch = input('');
  readonly accepted = output<void>();
  readonly rematchAsked = output<void>();

  protected readonly kind = computed(() => kindWords(this.proposal(), this.memberId()));
  protected readonly bars = computed(() => whyBars(this.proposal().why));
  protected readonly hasAccepted = computed(() => this.proposal().answers[this.memberId()] === 'accepted');

  /** Whoever is in the pod that looks for somebody has said yes with it, and turns nobody down by themself. */
  protected readonly isHost = computed(() => isAddition(this.proposal()) && this.hasAccepted());

  protected readonly people = computed(() =>
    this.proposal()
      .cards.filter(({ id }) => id !== this.memberId())
      .map((card) => ({
        ...card,
        details: [card.pronouns, card.timeZone && sayZone(card.timeZone), sayStreak(card.streak.current)]
          .filter(Boolean)
          .join(' · '),
        answer: sayStanding(this.proposal(), card.id),
        hasAccepted: this.proposal().answers[card.id] === 'accepted',
      })),
  );
  protected readonly heading = computed(() => joinNames(['You', ...this.people().map((card) => card.displayName)]));

  protected readonly meeting = computed(() => {
    const { meeting, timeZone } = this.proposal();
    const first = nextMeeting(this.proposal(), this.now());
    return {
      own: `${sayWeekdayAndTime(first, this.zone())} for ${meeting.minutes} minutes, each week`,
      podZone: sayInOtherZone(first, this.zone(), timeZone),
    };
  });

  protected readonly hours = computed(() => {
    const all = sayWeekHours(this.proposal().sharedHours, this.zone(), this.now());
    return { shown: all.slice(0, MOST_HOURS), more: Math.max(0, all.length - MOST_HOURS) };
  });

  protected readonly isOver = computed(() => this.now() >= this.proposal().expiresAt);
  protected readonly expiry = computed(() => {
    const { expiresAt } = this.proposal();
    if (this.isOver()) return 'Its day is over. Everybody keeps their place, and the search goes on.';
    return `It closes ${describeGap(this.now(), expiresAt)}, ${sayMoment(expiresAt, this.zone())}.`;
  });
}

const sayStreak = (current: number): string => (current === 0 ? 'new streak' : `streak of ${current}`);

const joinNames = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);

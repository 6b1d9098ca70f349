import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { type PodSearch } from '@podmates/domain';
import { Me } from '../accounts/me';
import { MatchData } from '../firebase';
import { ProposalCard } from '../matching/proposal-card';
import { minuteOf } from '../schedule/minute';
import { sayMoment } from '../schedule/say-time';
import { Clock } from '../time/clock';
import { PodActs } from './pod-acts';

/** What is going on while the pod looks for somebody: who is asked, or whether the reader would join another pod. */
@Component({
  selector: 'app-pod-search',
  imports: [ProposalCard],
  template: `
    @if (toMe(); as proposal) {
      <app-proposal-card
        [proposal]="proposal"
        [memberId]="me.id() ?? ''"
        [zone]="zone()"
        [now]="now()"
        [isBusy]="acts.busyWith() === proposal.id"
        (accepted)="acts.answerProposal(proposal.id, 'accept')"
        (rematchAsked)="acts.answerProposal(proposal.id, 'rematch')"
      />
    } @else {
      <section class="card" aria-labelledby="search">
        <h2 id="search">{{ heading() }}</h2>
        <p class="soft numbers" role="status">{{ news() }}</p>
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    section {
      display: grid;
      gap: var(--space-half);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PodSearchNews {
  private readonly matches = inject(MatchData);
  protected readonly acts = inject(PodActs);
  protected readonly me = inject(Me);
  protected readonly now = minuteOf(inject(Clock));
  readonly podName = input.required<string>();
  readonly search = input.required<PodSearch>();

  private readonly proposal = rxResource({
    params: () => this.me.id(),
    stream: ({ params: id }) => this.matches.openProposal(id),
  });
  protected readonly zone = computed(() => this.me.profile()?.timeZone ?? 'UTC');
  private readonly open = computed(() => (this.proposal.hasValue() ? this.proposal.value() : null));
  protected readonly toMe = computed(() => {
    const proposal = this.open();
    return proposal && proposal.answers[this.me.id() ?? ''] !== 'accepted' ? proposal : null;
  });

  protected readonly heading = computed(() =>
    this.search().mode === 'merge' ? 'We look for another small pod' : `We look for somebody for ${this.podName()}`,
  );
  protected readonly news = computed(() => {
    const proposal = this.open();
    const asked = proposal?.cards.filter(({ id }) => proposal.answers[id] === 'waiting') ?? [];
    const names = new Intl.ListFormat('en-GB').format(asked.map(({ displayName }) => displayName));
    return proposal && names
      ? `${names} is asked, and has until ${sayMoment(proposal.expiresAt, this.zone())} to answer.`
      : `Whoever waits longest and fits is asked first. We look until ${sayMoment(this.search().until, this.zone())}.`;
  });
}

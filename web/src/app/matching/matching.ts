import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { Me } from '../accounts/me';
import { MatchData } from '../firebase';
import { minuteOf } from '../schedule/minute';
import { sayMoment } from '../schedule/say-time';
import { Reading } from '../today/reading';
import { Clock } from '../time/clock';
import { BusyButton, Empty, PageHeader, Retry } from '../ui';
import { MatchActs } from './match-acts';
import { ProposalCard } from './proposal-card';
import { whyNoRematch } from './rematch-words';
import { WaitingCard } from './waiting-card';

/** The way from the queue over a proposal to the pod. */
@Component({
  selector: 'app-matching',
  imports: [BusyButton, Empty, PageHeader, ProposalCard, Reading, Retry, RouterLink, WaitingCard],
  providers: [MatchActs],
  templateUrl: './matching.html',
  styleUrl: './matching.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Matching {
  private readonly matches = inject(MatchData);
  private readonly me = inject(Me);
  private readonly router = inject(Router);
  protected readonly acts = inject(MatchActs);
  protected readonly now = minuteOf(inject(Clock));

  private readonly request = rxResource({
    params: () => this.me.id(),
    stream: ({ params: id }) => this.matches.request(id),
  });
  private readonly proposal = rxResource({
    params: () => this.me.id(),
    stream: ({ params: id }) => this.matches.openProposal(id),
  });

  protected readonly memberId = computed(() => this.me.id() ?? '');
  protected readonly zone = computed(() => this.me.profile()?.timeZone ?? 'UTC');
  protected readonly hasTrouble = computed(() => !!(this.request.error() ?? this.proposal.error()));
  protected readonly known = computed(() => (this.request.hasValue() ? this.request.value() : null));

  /** What the member is in: each has its own picture. `undefined` while it is not known. */
  protected readonly stage = computed(() => {
    if (!this.request.hasValue() || !this.proposal.hasValue()) return this.me.podId() ? 'in-pod' : undefined;
    if (this.proposal.value()) return 'proposed'; // also to a pod that may get company
    if (this.me.podId()) return 'in-pod';
    const status = this.request.value()?.status;
    if (status === 'matched') return 'forming';
    if (status === 'snoozed') return 'paused';
    return status === 'waiting' || status === 'proposed' ? 'waiting' : 'outside';
  });
  protected readonly openProposal = computed(() => (this.proposal.hasValue() ? this.proposal.value() : null));
  protected readonly whyNoRematch = computed(() =>
    whyNoRematch(this.known()?.rematchedAt ?? [], this.now(), this.zone()),
  );
  protected readonly backOn = computed(() => {
    const until = this.known()?.snoozedUntil;
    return until ? `You are back on ${sayMoment(until, this.zone())}.` : 'You are back soon.';
  });

  /** Somebody who came to wait is brought along when the pod is there; somebody who came by later chooses. */
  private hasWaitedHere = false;

  constructor() {
    effect(() => {
      const stage = this.stage();
      if (stage === 'waiting' || stage === 'forming' || (stage === 'proposed' && !this.me.podId()))
        this.hasWaitedHere = true;
      if (stage === 'in-pod' && this.hasWaitedHere) void this.router.navigateByUrl('/pod');
    });
  }

  protected retry(): void {
    this.request.reload();
    this.proposal.reload();
  }
}

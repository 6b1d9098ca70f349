import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { Me } from '../accounts/me';
import { Callables, CallRefused, MatchData } from '../firebase';
import { minuteOf } from '../schedule/minute';
import { sayAgo } from '../schedule/say-time';
import { Clock } from '../time/clock';
import { BusyButton, Empty, Notices, PageHeader, Retry } from '../ui';
import { ProposalCard } from './proposal-card';
import { Reading } from '../today/reading';

/** The way from the queue over a proposal to the pod. */
@Component({
  selector: 'app-matching',
  imports: [BusyButton, Empty, PageHeader, ProposalCard, Reading, Retry, RouterLink],
  templateUrl: './matching.html',
  styleUrl: './matching.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Matching {
  private readonly callables = inject(Callables);
  private readonly matches = inject(MatchData);
  private readonly me = inject(Me);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
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
  protected readonly isBusy = signal(false);
  protected readonly refusal = signal('');
  protected readonly hasTrouble = computed(() => !!(this.request.error() ?? this.proposal.error()));

  /** What the member is in: each has its own picture. `undefined` while it is not known. */
  protected readonly stage = computed(() => {
    if (this.me.podId()) return 'in-pod';
    if (!this.request.hasValue() || !this.proposal.hasValue()) return undefined;
    if (this.proposal.value()) return 'proposed';
    const status = this.request.value()?.status;
    if (status === 'matched') return 'forming';
    return status === 'waiting' || status === 'proposed' ? 'waiting' : 'outside';
  });
  protected readonly openProposal = computed(() => (this.proposal.hasValue() ? this.proposal.value() : null));
  protected readonly waiting = computed(() => {
    const request = this.request.hasValue() ? this.request.value() : null;
    return request && { since: sayAgo(this.now(), request.waitingSince), hours: request.hours.length };
  });

  /** Somebody who came to wait is brought along when the pod is there; somebody who came by later chooses. */
  private hasWaitedHere = false;

  constructor() {
    effect(() => {
      const stage = this.stage();
      if (stage === 'waiting' || stage === 'proposed' || stage === 'forming') this.hasWaitedHere = true;
      if (stage === 'in-pod' && this.hasWaitedHere) void this.router.navigateByUrl('/pod');
    });
  }

  protected retry(): void {
    this.request.reload();
    this.proposal.reload();
  }

  protected async answer(proposalId: string, answer: 'accept' | 'rematch'): Promise<void> {
    const outcome = await this.ask(() => this.callables.call('answerProposal', { proposalId, answer }));
    if (!outcome) return;
    if (outcome.state === 'formed') this.notices.say('Your pod is formed. Say hello.');
    else if (answer === 'rematch') this.notices.say('You keep your place. We look for other people.');
  }

  protected async leaveQueue(): Promise<void> {
    if (await this.ask(() => this.callables.call('cancelMatch', {}))) this.notices.say('You left the queue.');
  }

  protected async joinQueue(): Promise<void> {
    if (await this.ask(() => this.callables.call('requestMatch', {}))) this.notices.say('You are in the queue again.');
  }

  private async ask<T>(question: () => Promise<T>): Promise<T | null> {
    if (this.isBusy()) return null;
    this.isBusy.set(true);
    this.refusal.set('');
    try {
      return await question();
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      this.refusal.set(error.message);
      return null;
    } finally {
      this.isBusy.set(false);
    }
  }
}

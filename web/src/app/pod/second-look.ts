import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { ChallengeReason, type ChallengeRecord } from '@podmates/domain';
import { CHALLENGES } from '@podmates/domain/peers';
import { Callables, CallRefused } from '../firebase';
import { minuteOf } from '../schedule/minute';
import { ASKED_WORDS, REASON_WORDS } from '../reviews/look-words';
import { Clock } from '../time/clock';
import { BusyButton } from '../ui';

/** "Ask for a second look" at a podmate's proof, and what came of it; seen by who asks and nobody else in the pod. */
@Component({
  selector: 'app-second-look',
  imports: [BusyButton],
  templateUrl: './second-look.html',
  styleUrl: './second-look.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecondLook {
  private readonly callables = inject(Callables);
  private readonly now = minuteOf(inject(Clock));
  readonly slotId = input.required<string>();
  readonly owner = input.required<string>();
  readonly receivedAt = input.required<Date>();
  /** What this member asked for before. */
  readonly record = input.required<ChallengeRecord | null>();

  protected readonly reasons = ChallengeReason.options.map((value) => ({ value, words: REASON_WORDS[value] }));
  protected readonly asked = computed(() => {
    const known = this.record()?.asked.find(({ slotId }) => slotId === this.slotId());
    return known ? ASKED_WORDS[known.state] : '';
  });
  protected readonly isInTime = computed(
    () => this.now().getTime() - this.receivedAt().getTime() < CHALLENGES.withinMs,
  );
  protected readonly isAsking = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');
  protected readonly chosen = linkedSignal<string, ChallengeReason | null>({
    source: this.slotId,
    computation: () => null,
  });

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.chosen();
    if (this.isBusy()) return;
    if (reason === null) return this.problem.set('Choose what you wonder about.');
    this.isBusy.set(true);
    this.problem.set('');
    try {
      await this.callables.call('challengeProof', { slotId: this.slotId(), reasons: [reason] });
      this.isAsking.set(false);
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      this.problem.set(error.message);
    } finally {
      this.isBusy.set(false);
    }
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { type CallableOutput, type MemberCard } from '@podmates/domain';
import { Callables, CallRefused } from '../firebase';

type State = CallableOutput<'nudge'>['state'];

/** One quiet word a day to a podmate whose slot is open. Whether one is, only the server knows. */
@Component({
  selector: 'app-nudge',
  template: `
    <button type="button" class="text-button small" [attr.aria-disabled]="isBusy() || null" (click)="nudge()">
      Nudge<span class="visually-hidden"> {{ card().displayName }}</span>
    </button>
    <span class="small soft" role="status">{{ words() }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--space-1);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NudgeAct {
  private readonly callables = inject(Callables);
  readonly podId = input.required<string>();
  readonly card = input.required<MemberCard>();

  protected readonly isBusy = signal(false);
  private readonly state = signal<State | 'no-answer' | null>(null);
  protected readonly words = computed(() => {
    const name = this.card().displayName;
    switch (this.state()) {
      case 'sent':
        return `${name} gets one quiet note.`;
      case 'already':
        return `You nudged ${name} today. Once a day is enough; tomorrow is another.`;
      case 'nothing-open':
        return `Nothing of ${name}’s waits right now.`;
      case 'no-answer':
        return 'The nudge did not arrive. Please try again.';
      case null:
        return '';
    }
  });

  protected async nudge(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const { state } = await this.callables.call('nudge', { podId: this.podId(), memberId: this.card().id });
      this.state.set(state);
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      this.state.set('no-answer');
    } finally {
      this.isBusy.set(false);
    }
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, input, output, resource } from '@angular/core';
import { type CallableInput, type TimeZone } from '@podmates/domain';
import { Callables } from '../firebase';
import { sayMoment } from './say-time';

/**
 * Says when the next session falls early or late on whoever has carried most lately, with a fairer time to propose.
 * Shows nothing while nobody is out of turn, and while that cannot be read: it is an offer, and the page stands without.
 */
@Component({
  selector: 'app-fair-turn',
  template: `
    @if (turn(); as turn) {
      <div class="turn strip">
        <p class="numbers">{{ turn.words }}</p>
        <button type="button" class="button quiet" (click)="swapAsked.emit()">Propose a fairer time</button>
      </div>
    }
  `,
  styles: `
    .turn {
      margin-bottom: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FairTurn {
  private readonly callables = inject(Callables);
  /** Undefined: there is no session to look at. */
  readonly asked = input.required<CallableInput<'suggestTimes'> | undefined>();
  readonly zone = input.required<TimeZone>();
  readonly selfId = input.required<string>();
  readonly names = input.required<Readonly<Record<string, string>>>();
  readonly swapAsked = output<void>();

  private readonly found = resource({
    params: () => this.asked(),
    loader: ({ params }) => this.callables.call('suggestTimes', params),
    equal: (a, b) => a?.turn?.startsAt === b?.turn?.startsAt,
  });
  protected readonly turn = computed(() => {
    const turn = this.found.hasValue() ? this.found.value().turn : null;
    if (!turn) return null;
    const who = turn.relievesId === null ? 'one of you' : (this.names()[turn.relievesId] ?? 'one of you');
    const name = turn.relievesId === this.selfId() ? 'you' : who;
    const at = sayMoment(new Date(turn.startsAt), this.zone());
    return { words: `The early and late hours lately fell on ${name} most. ${at} would share them more evenly.` };
  });
}

import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { type CoachAction } from '@podmates/domain';
import { Flip } from './flip';
import { FlipSwitch } from './flip-switch';
import { SessionCoach } from './session-coach';

/** What shows that somebody made the effort, whatever came of it; each line is ticked by itself. */
@Component({
  selector: 'app-proof-list',
  imports: [FlipSwitch],
  template: `
    <fieldset>
      <legend>{{ legend() }}</legend>
      @for (line of lines(); track line.place) {
        <label class="choice">
          <input type="checkbox" [appFlip]="line.flip" [disabled]="!coach.isOnline()" />
          <span class="word" dir="auto">{{ line.text }}</span>
        </label>
        @if (coach.problemOf(action().id + '-' + line.place); as problem) {
          <p class="problem" role="alert">{{ problem }}</p>
        }
      }
    </fieldset>
  `,
  styles: `
    legend {
      color: var(--ink-soft);
      font-size: var(--text-s);
    }
    .choice {
      min-height: 2.25rem;
      padding-block: var(--space-half);
    }
    .problem {
      color: var(--warn-ink);
      font-size: var(--text-s);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProofList {
  protected readonly coach = inject(SessionCoach);
  readonly action = input.required<CoachAction>();

  /** Made anew only for another step: a tick on its way outlives the document that comes meanwhile. */
  private readonly flips = linkedSignal<{ id: string; count: number }, { id: string; flips: Flip[] }>({
    source: () => ({ id: this.action().id, count: this.action().checklist.length }),
    computation: ({ id, count }, before) =>
      before?.value.id === id && before.value.flips.length === count
        ? before.value
        : { id, flips: Array.from({ length: count }, (_, place) => this.flipAt(place)) },
  });
  protected readonly lines = computed(() =>
    this.action().checklist.flatMap(({ text }, place) => {
      const flip = this.flips().flips[place];
      return flip ? { place, text, flip } : [];
    }),
  );
  protected readonly legend = computed(() => {
    const done = this.lines().filter(({ flip }) => flip.isOn()).length;
    return `What shows the effort (${done} of ${this.lines().length})`;
  });

  private flipAt(place: number): Flip {
    return new Flip(
      () => this.action().checklist[place]?.isDone ?? false,
      (isDone) => this.coach.tick(this.action(), place, isDone),
    );
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, input, model, output } from '@angular/core';
import { type MatchPreferences, type PodSize, type Style } from '@podmates/domain';
import { FormProblems, PlanField } from '../start/plan-field';
import { FieldProblem } from '../ui';
import { COMFORTS, GENDERS, SIZES, STYLES } from './preference-words';

/** Who would suit somebody: the same fields when a sprint is planned and in the settings. */
@Component({
  selector: 'app-preference-fields',
  imports: [FieldProblem, PlanField],
  templateUrl: './preference-fields.html',
  styleUrl: './preference-fields.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PreferenceFields {
  protected readonly form = inject(FormProblems);
  /** A model, so that a second choice builds on the first one even before the page has been drawn again. */
  readonly preferences = model.required<MatchPreferences>();
  readonly isAdult = input.required<boolean>();
  readonly isAdultChanged = output<boolean>();

  protected readonly styles = computed(() =>
    STYLES.map((style) => ({ ...style, isChosen: this.preferences().styles.includes(style.value) })),
  );
  protected readonly sizes = computed(() =>
    SIZES.map((size) => ({ ...size, isChosen: this.preferences().sizes.includes(size.value) })),
  );
  protected readonly genders = GENDERS;
  protected readonly comforts = COMFORTS;

  protected toggleStyle(style: Style): void {
    this.change({ styles: toggled(this.preferences().styles, style) });
  }

  protected toggleSize(size: PodSize): void {
    this.change({ sizes: toggled(this.preferences().sizes, size).sort() });
  }

  protected chooseGender(event: Event): void {
    this.change({ gender: this.genders[indexOf(event)]?.value ?? null });
  }

  protected chooseComfort(event: Event): void {
    this.change({ comfort: this.comforts[indexOf(event)]?.value ?? null });
  }

  private change(changes: Partial<MatchPreferences>): void {
    this.preferences.update((before) => ({ ...before, ...changes }));
  }
}

const toggled = <T>(chosen: readonly T[], one: T): T[] =>
  chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];

const indexOf = (event: Event): number => (event.target as HTMLSelectElement).selectedIndex;

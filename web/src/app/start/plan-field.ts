import { computed, Directive, inject, input, type Signal } from '@angular/core';
import { type FieldProblem } from '@podmates/domain';

/** Whoever holds what is wrong with a form. Its fields find it here, whichever page they stand on. */
export abstract class FormProblems {
  abstract readonly problems: Signal<readonly FieldProblem[]>;
}

/** Ties a control to its problem: `[appPlanField]="'slots.1.time'"` marks it and points readers at the words. */
@Directive({
  selector: '[appPlanField]',
  host: {
    '[attr.aria-invalid]': 'isWrong() || null',
    '[attr.aria-describedby]': 'isWrong() ? describedBy() : null',
    '[attr.data-problem]': 'isWrong() ? "" : null',
  },
})
export class PlanField {
  private readonly form = inject(FormProblems);
  readonly path = input.required<string>({ alias: 'appPlanField' });

  protected readonly isWrong = computed(() => this.form.problems().some(({ path }) => path === this.path()));
  protected readonly describedBy = computed(() => `problem-${this.path().replaceAll('.', '-')}`);
}

import { computed, Directive, inject, input } from '@angular/core';
import { PlanForm } from './plan-form';

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
  private readonly form = inject(PlanForm);
  readonly path = input.required<string>({ alias: 'appPlanField' });

  protected readonly isWrong = computed(() => this.form.problems().some(({ path }) => path === this.path()));
  protected readonly describedBy = computed(() => `problem-${this.path().replaceAll('.', '-')}`);
}

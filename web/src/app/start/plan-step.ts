import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { type PlanInput } from '@podmates/domain';
import { CADENCE_CHOICES, cadenceChoice, sayCadence, withCadence } from './plan-draft';
import { PlanField } from './plan-field';
import { PlanForm } from './plan-form';
import { FieldProblem } from '../ui';
import { SlotEditor } from './slot-editor';

/** Step two: the goal, how often, and an "if … then …" for each slot and the backup. */
@Component({
  selector: 'app-plan-step',
  imports: [PlanField, FieldProblem, SlotEditor],
  templateUrl: './plan-step.html',
  styleUrl: './plan-step.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanStep {
  protected readonly form = inject(PlanForm);
  protected readonly cadences = CADENCE_CHOICES.map((choice) => ({ choice, words: sayCadence(choice) }));
  protected readonly cadence = computed(() => {
    const plan = this.form.plan();
    return plan ? cadenceChoice(plan.goal.cadence) : null;
  });

  protected changeTitle(plan: PlanInput, event: Event): void {
    this.form.change({ goal: { ...plan.goal, title: (event.target as HTMLInputElement).value } });
  }

  protected changeCadence(plan: PlanInput, event: Event): void {
    const asked = (event.target as HTMLSelectElement).value;
    const choice = CADENCE_CHOICES.find((known) => known === asked);
    if (choice) this.form.change(withCadence(plan, choice));
  }
}

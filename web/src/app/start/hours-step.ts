import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { dstPreview } from '@podmates/domain/sprints';
import { localDay } from '@podmates/domain/time';
import { PreferenceFields } from '../matching/preference-fields';
import { Clock } from '../time/clock';
import { dstWords } from './dst-words';
import { HoursEditor } from './hours-editor';
import { PlanField } from './plan-field';
import { PlanForm } from './plan-form';
import { FieldProblem } from '../ui';
import { ZonePicker } from './zone-picker';

/** Step three: in which zone, in which hours, with whom, and what a clock change will do to the plan. */
@Component({
  selector: 'app-hours-step',
  imports: [FieldProblem, HoursEditor, PlanField, PreferenceFields, ZonePicker],
  templateUrl: './hours-step.html',
  styleUrl: './hours-step.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HoursStep {
  protected readonly form = inject(PlanForm);
  private readonly clock = inject(Clock);

  protected readonly dayStarts = ['00:00', '01:00', '02:00', '03:00', '04:00', '05:00', '06:00'];
  protected readonly clockChanges = computed(() => {
    const plan = this.form.plan();
    if (!plan) return [];
    const slots = [...plan.slots, plan.backup].filter(({ time }) => time !== '');
    const today = localDay(this.clock.now(), plan.timeZone);
    return dstPreview(slots, plan.timeZone, today).map((change) => dstWords(change, slots, plan.timeZone));
  });

  protected changeDayStart(event: Event): void {
    this.form.change({ dayStart: (event.target as HTMLSelectElement).value });
  }
}

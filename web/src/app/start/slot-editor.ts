import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { type PlanSlot } from '@podmates/domain';
import { sayWeekday } from '../schedule/say-time';
import { PlanField } from './plan-field';
import { FieldProblem } from '../ui';
import { PlanForm } from './plan-form';

const WEEKDAY_CHOICES = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, name: sayWeekday(weekday) }));

/** Minutes, within what a plan allows (10–240). */
const LENGTHS = [10, 15, 20, 30, 45, 60, 75, 90, 120, 180, 240];

/** One line of the If-Then plan: when, how long, "if … then …". */
@Component({
  selector: 'app-slot-editor',
  imports: [PlanField, FieldProblem],
  templateUrl: './slot-editor.html',
  styleUrl: './slot-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SlotEditor {
  protected readonly form = inject(PlanForm);
  readonly slot = input.required<PlanSlot>();
  /** The plan's path to this slot: `slots.1` or `backup`. */
  readonly path = input.required<string>();
  readonly name = input.required<string>();
  readonly slotChanged = output<Partial<PlanSlot>>();

  protected readonly weekdays = WEEKDAY_CHOICES;
  protected readonly lengths = computed(() => [...new Set([...LENGTHS, this.slot().minutes])].sort((a, b) => a - b));

  protected change(field: 'ifPart' | 'thenPart' | 'time', event: Event): void {
    this.slotChanged.emit({ [field]: (event.target as HTMLInputElement).value });
  }

  protected changeNumber(field: 'weekday' | 'minutes', event: Event): void {
    this.slotChanged.emit({ [field]: Number((event.target as HTMLSelectElement).value) });
  }
}

import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  model,
} from '@angular/core';
import { type AvailabilityWindow, type Weekday } from '@podmates/domain';
import { sayWeekday } from '../schedule/say-time';
import { addWindows, freshWindow, HALF_HOURS, minutesOf, QUICK_PICKS, type QuickPick } from './availability-windows';
import { FormProblems, PlanField } from './plan-field';
import { FieldProblem } from '../ui';

const DAY_MINUTES = 1440;

/** The week in which the member could meet: a line per day, native selects, so that keyboard and touch do the same. */
@Component({
  selector: 'app-hours-editor',
  imports: [PlanField, FieldProblem],
  templateUrl: './hours-editor.html',
  styleUrl: './hours-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HoursEditor {
  protected readonly form = inject(FormProblems);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  /** A model, so that a second change builds on the first one even before the page has been drawn again. */
  readonly windows = model.required<AvailabilityWindow[]>();

  protected readonly quickPicks = QUICK_PICKS;
  protected readonly starts = HALF_HOURS.slice(0, -1);
  protected readonly ends = HALF_HOURS.slice(1);
  protected readonly days = computed(() =>
    ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
      weekday,
      name: sayWeekday(weekday),
      rows: this.windows()
        .map((window, index) => ({ window, index, ...barOf(window) }))
        .filter(({ window }) => window.weekday === weekday),
    })),
  );

  protected addPick(pick: QuickPick): void {
    this.windows.update((windows) => addWindows(windows, pick.windows));
  }

  protected add(weekday: Weekday): void {
    const added = freshWindow(this.windows(), weekday);
    this.windows.update((windows) => addWindows(windows, [added]));
    this.focusAfterwards(`[data-day="${weekday}"] .window:last-of-type select`);
  }

  protected remove(index: number, weekday: Weekday): void {
    this.windows.update((windows) => windows.filter((_, other) => other !== index));
    this.focusAfterwards(`[data-day="${weekday}"] .add`);
  }

  protected clear(): void {
    this.windows.set([]);
    this.focusAfterwards('.quick button');
  }

  protected change(index: number, field: 'start' | 'end', event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.windows.update((windows) =>
      windows.map((window, other) => (other === index ? { ...window, [field]: value } : window)),
    );
  }

  /** The pressed button may vanish with its line; focus goes where the next act is. */
  private focusAfterwards(selector: string): void {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus(), {
      injector: this.injector,
    });
  }
}

/** Where a window lies in its day, in percent, as the bar is drawn. */
function barOf({ start, end }: AvailabilityWindow): { left: number; width: number } {
  const left = (minutesOf(start) / DAY_MINUTES) * 100;
  return { left, width: Math.max(0, (minutesOf(end) / DAY_MINUTES) * 100 - left) };
}

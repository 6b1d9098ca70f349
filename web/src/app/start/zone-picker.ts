import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type TimeZone } from '@podmates/domain';
import { Clock } from '../time/clock';
import { sayTime } from '../schedule/say-time';
import { PlanField } from './plan-field';

/** Enough to choose from, few enough to hear one after the other. */
const MOST_SHOWN = 8;

/** A searchable select (ARIA combobox) over every zone the browser knows; each shows what its clock says now. */
@Component({
  selector: 'app-zone-picker',
  imports: [PlanField],
  templateUrl: './zone-picker.html',
  styleUrl: './zone-picker.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ZonePicker {
  private readonly clock = inject(Clock);
  readonly zone = input.required<TimeZone>();
  readonly zoneChosen = output<TimeZone>();

  /** `null` while nothing is being searched for. */
  protected readonly search = signal<string | null>(null);
  private readonly active = signal(0);
  private readonly zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')];

  protected readonly shownText = computed(() => this.search() ?? this.zone().replaceAll('_', ' '));
  protected readonly isOpen = computed(() => this.search() !== null);
  protected readonly found = computed(() => {
    const search = this.search();
    if (search === null) return [];
    const words = search.toLowerCase().split(/[\s/_]+/);
    return this.zones
      .map((zone) => ({ zone, name: zone.replaceAll('_', ' ') }))
      .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
      .slice(0, MOST_SHOWN)
      .map((option, index) => ({
        ...option,
        id: `zone-option-${index}`,
        now: sayTime(this.clock.now(), option.zone),
        isActive: index === this.active(),
      }));
  });
  protected readonly activeId = computed(() => this.found().find(({ isActive }) => isActive)?.id ?? null);

  protected type(event: Event): void {
    this.search.set((event.target as HTMLInputElement).value);
    this.active.set(0);
  }

  protected select(event: Event): void {
    (event.target as HTMLInputElement).select();
  }

  protected close(): void {
    this.search.set(null);
  }

  protected choose(zone: TimeZone): void {
    this.close();
    this.zoneChosen.emit(zone);
  }

  protected press(event: KeyboardEvent): void {
    const count = this.found().length;
    const found = this.found().find(({ isActive }) => isActive);
    if (event.key === 'Escape') this.close();
    else if (event.key === 'ArrowDown' && !this.isOpen()) this.search.set('');
    else if (event.key === 'ArrowDown' && count > 0) this.active.set((this.active() + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) this.active.set((this.active() + count - 1) % count);
    else if (event.key === 'Enter' && this.isOpen() && found) this.choose(found.zone);
    else return;
    event.preventDefault();
  }
}

import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { type StreakDay } from '@podmates/domain';
import { AT_THE_LIMIT, asksForPause } from '@podmates/domain/safety';
import { podStreak } from '@podmates/domain/streaks';
import { Me } from '../accounts/me';
import { PodData, SprintData } from '../firebase';
import { sayLocalDay } from '../schedule/say-time';
import { Clock } from '../time/clock';
import { Empty, PageHeader, Retry } from '../ui';
import { PausePlanner } from './pause-planner';
import { SafetyPause } from './safety-pause';
import { StreakPlanner } from './streak-planner';
import { type HeatCell, heatWeeks, STATES } from './heat-map';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

const LEGEND = ['done', 'late', 'madeUp', 'frozen', 'missed', 'excused', 'rest', 'open'] as const;
/** The tag's tone for each state. */
const TONES: Record<StreakDay['state'], string> = {
  done: 'good',
  late: 'wait',
  madeUp: 'good',
  frozen: 'cold',
  missed: 'warn',
  excused: '',
  rest: '',
  open: '',
};

/** `/streak`: the count, and for each day the rule that decided it. */
@Component({
  selector: 'app-streak-page',
  templateUrl: './streak-page.html',
  styleUrl: './streak-page.css',
  imports: [Empty, NgTemplateOutlet, PageHeader, PausePlanner, Retry, RouterLink, SafetyPause, StreakPlanner],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StreakPage {
  protected readonly me = inject(Me);
  private readonly pods = inject(PodData);
  private readonly sprints = inject(SprintData);
  private readonly clock = inject(Clock);
  private readonly map = viewChild<ElementRef<HTMLElement>>('map');
  protected readonly weekdays = WEEKDAYS;
  protected readonly states = STATES;
  protected readonly tones = TONES;
  protected readonly legend = LEGEND;

  protected readonly streak = computed(() => (this.me.streak.hasValue() ? this.me.streak.value() : null));
  private readonly pod = rxResource({
    params: () => this.me.podId(),
    stream: ({ params: id }) => this.pods.pod(id),
  });
  /** Null without a pod, and while it is not known: the own streak waits for nobody. */
  protected readonly together = computed(() => {
    const pod = this.pod.hasValue() ? this.pod.value() : null;
    return pod ? podStreak(pod.cards) : null;
  });
  private readonly allSlots = rxResource({
    params: () => this.me.id(),
    stream: ({ params: id }) => this.sprints.slotsOf(id),
  });
  protected readonly slots = computed(() =>
    this.allSlots.hasValue() ? this.allSlots.value().filter(({ sprintId }) => sprintId === this.me.sprintId()) : [],
  );
  private readonly hard = rxResource({
    params: () => this.me.id(),
    stream: ({ params: id }) => this.sprints.checkInsFrom(id, AT_THE_LIMIT.rpe),
  });
  /** What asks for a rest: the newest of three hard slots within two weeks; null: nothing does. */
  protected readonly hardest = computed(() => {
    const hard = this.hard.hasValue() ? this.hard.value() : [];
    if (!asksForPause(hard, this.clock.now())) return null;
    return hard.reduce((newest, one) => (one.receivedAt > newest.receivedAt ? one : newest)).id;
  });
  /** The planner waits for slots; without them, or if they cannot be read, the streak stands alone. */
  protected readonly running = computed(() => {
    const sprint = this.me.sprint.hasValue() ? this.me.sprint.value() : null;
    return sprint && this.slots().length > 0 ? sprint : null;
  });
  protected readonly weeks = computed(() => heatWeeks(this.streak()?.days ?? []));
  private readonly cells = computed(() => this.weeks().flatMap(({ cells }) => cells));
  protected readonly history = computed(() =>
    this.cells()
      .filter((cell) => cell.slot && cell.slot.state !== 'open')
      .toReversed(),
  );

  /** One day is in the tab order at a time; arrows walk over the rest. At first the newest that was decided. */
  protected readonly chosen = linkedSignal<readonly HeatCell[], string | null>({
    source: this.cells,
    computation: (cells, previous) => {
      const kept = cells.find((cell) => cell.slot && cell.day === previous?.value);
      return kept?.day ?? this.history()[0]?.day ?? cells.find((cell) => cell.slot)?.day ?? null;
    },
  });
  protected readonly detail = computed(() => this.cells().find((cell) => cell.day === this.chosen())?.words ?? '');
  protected readonly sayDay = sayLocalDay;

  /** Arrows go to the next day with a slot in their direction; Home and End to the first and last. */
  protected walk(event: KeyboardEvent): void {
    const days = this.cells();
    const at = days.findIndex((cell) => cell.day === this.chosen());
    const target =
      event.key === 'Home'
        ? days.find(({ slot }) => slot)
        : event.key === 'End'
          ? days.findLast(({ slot }) => slot)
          : this.nextBy(days, at, STEPS[event.key]);
    if (!target) return;
    event.preventDefault();
    this.chosen.set(target.day);
    this.map()?.nativeElement.querySelector<HTMLElement>(`[data-day="${target.day}"]`)?.focus();
  }

  /** Up and down stay in the weekday if it has another slot, and else take the nearest day that way. */
  private nextBy(days: readonly HeatCell[], at: number, step: number | undefined): HeatCell | undefined {
    if (step === undefined || at < 0) return undefined;
    for (let place = at + step; days[place]; place += step) if (days[place]?.slot) return days[place];
    const rest = step < 0 ? days.slice(0, at).toReversed() : days.slice(at + 1);
    return rest.find(({ slot }) => slot);
  }
}

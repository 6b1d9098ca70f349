import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Slot, type Sprint } from '@podmates/domain';
import { isMakeUpTime, makeUpExpiresAt } from '@podmates/domain/checkins';
import { type MakeUpSuggestion, suggestMakeUp, whatIfMissed } from '@podmates/domain/streaks';
import { Callables, CallRefused } from '../firebase';
import { sayLocalDay, sayMoment } from '../schedule/say-time';
import { Connection } from '../shell/connection';
import { Clock } from '../time/clock';
import { BusyButton } from '../ui';
import { sayExpiry, sayOutlook } from './planner-words';

/** Slots ahead that can be asked about: about two weeks of three. */
const MOST_AHEAD = 7;

/** Missed slots that can still be made up, and what the next ones mean for the streak. */
@Component({
  selector: 'app-streak-planner',
  templateUrl: './streak-planner.html',
  styleUrl: './streak-planner.css',
  imports: [BusyButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StreakPlanner {
  private readonly callables = inject(Callables);
  private readonly clock = inject(Clock);
  protected readonly connection = inject(Connection);
  readonly sprint = input.required<Sprint>();
  /** All slots of that sprint. */
  readonly slots = input.required<readonly Slot[]>();

  protected readonly busyId = signal<string | null>(null);
  protected readonly problem = signal('');

  /** Planned already: when, and until when it counts. */
  protected readonly planned = computed(() =>
    this.slots()
      .filter((slot) => slot.state === 'missed' && slot.makeUpAt !== null && isMakeUpTime(slot, this.clock.now()))
      .map((slot) => ({
        id: slot.id,
        day: sayLocalDay(slot.label),
        at: sayMoment(slot.makeUpAt ?? slot.dueAt, slot.timeZone),
        until: sayExpiry(makeUpExpiresAt(slot), slot.timeZone),
      })),
  );
  protected readonly suggested = computed(() =>
    this.slots()
      .filter(({ makeUpAt }) => makeUpAt === null)
      .flatMap((slot) => suggestMakeUp(this.sprint(), slot, this.clock.now()) ?? [])
      .map((suggestion) => ({
        suggestion,
        day: sayLocalDay(suggestion.label),
        at: sayMoment(suggestion.at, this.sprint().timeZone),
        until: sayExpiry(suggestion.expiresAt, this.sprint().timeZone),
      })),
  );
  protected readonly ahead = computed(() =>
    this.slots()
      .filter((slot) => slot.state === 'open' && slot.graceEndsAt > this.clock.now())
      .sort((a, b) => a.seq - b.seq)
      .slice(0, MOST_AHEAD)
      .map(({ id, label }) => ({ id, day: sayLocalDay(label) })),
  );
  protected readonly askedId = linkedSignal<readonly { id: string }[], string>({
    source: this.ahead,
    computation: (ahead, before) => ahead.find(({ id }) => id === before?.value)?.id ?? ahead[0]?.id ?? '',
  });
  protected readonly outlook = computed(() => {
    const outlook = whatIfMissed(this.slots(), this.askedId());
    return outlook ? sayOutlook(outlook, this.sprint().timeZone) : '';
  });

  protected async plan({ slotId, at }: MakeUpSuggestion): Promise<void> {
    this.busyId.set(slotId);
    this.problem.set('');
    try {
      await this.callables.call('scheduleMakeUp', { slotId, at: at.toISOString() });
    } catch (error) {
      this.problem.set(
        error instanceof CallRefused ? error.message : 'That did not reach us. Please try again in a moment.',
      );
    } finally {
      this.busyId.set(null);
    }
  }
}

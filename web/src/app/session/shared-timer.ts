import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { nextItemAfter, timerView } from '@podmates/domain/sessions';
import { BusyButton } from '../ui';
import { Room } from './room';
import { sayClock, timerStage } from './say-session';

/** The current item and its clock: the same second for everybody, computed here and written nowhere. */
@Component({
  selector: 'app-shared-timer',
  templateUrl: './shared-timer.html',
  styleUrl: './shared-timer.css',
  imports: [BusyButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SharedTimerCard {
  protected readonly room = inject(Room);
  private readonly timer = computed(() => this.room.current()?.timer ?? null);
  private readonly view = computed(() => {
    const timer = this.timer();
    return timer ? timerView(timer, this.room.now()) : null;
  });

  protected readonly stage = computed(() => timerStage(this.timer(), this.room.now()));
  protected readonly isPaused = computed(() => this.stage() === 'paused');
  protected readonly isOver = computed(() => this.view()?.isOver ?? false);
  protected readonly face = computed(() => {
    const view = this.view();
    if (!view) return '–:––';
    const overBy = view.elapsedMs - (this.timer()?.durationMs ?? 0);
    return view.isOver ? `+${sayClock(overBy)}` : sayClock(view.remainingMs);
  });
  /** From 1 to 0, in whole percent so that the bar is drawn a hundred times and not four times a second. */
  protected readonly share = computed(() => {
    const duration = this.timer()?.durationMs ?? 0;
    return duration > 0 ? Math.round(((this.view()?.remainingMs ?? 0) / duration) * 100) / 100 : 0;
  });
  protected readonly title = computed(() => this.room.currentItem()?.title ?? '');
  protected readonly next = computed(() =>
    nextItemAfter(this.room.shownItems(), this.room.current()?.currentItemId ?? null),
  );

  protected goOn(): Promise<boolean> {
    const next = this.next();
    return this.room.send(next ? { kind: 'go-to-item', itemId: next.id } : { kind: 'wrap' });
  }

  protected holdOrRun(): Promise<boolean> {
    return this.room.send({ kind: this.isPaused() ? 'resume-timer' : 'pause-timer' });
  }
}

import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { Avatar } from '../ui/avatar';

const AGENDA = [
  { title: 'Wins since last time', minutes: 6 },
  { title: 'What got in the way', minutes: 9 },
  { title: 'Work, side by side', minutes: 36 },
  { title: 'One next step each', minutes: 6 },
] as const;
const NOTES = [
  { who: 'Ana', text: 'Two early runs, both before work.' },
  { who: 'Jun', text: 'Evenings slip. I move mine to seven.' },
  { who: 'Ben', text: 'First set done, second begun.' },
  { who: 'Ana', text: 'Shoes by the door on Sunday night.' },
] as const;
const BEATS_PER_ITEM = 4;
const BEATS = AGENDA.length * BEATS_PER_ITEM;
const BEAT_MS = 900;
const STILL_AT = 9; // a beat in the third item: some done, one running, one to come

/** A session of a pod in small: an hour in a quarter of a minute, over and over. Still for those who ask for less motion. */
@Component({
  selector: 'app-session-picture',
  templateUrl: './session-picture.html',
  styleUrl: './session-picture.css',
  imports: [Avatar],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionPicture {
  private readonly isQuiet = matchMedia('(prefers-reduced-motion: reduce)').matches;
  private readonly beat = signal(STILL_AT);

  protected readonly people = ['Ana', 'Ben', 'Jun'];
  protected readonly isMoving = signal(!this.isQuiet);
  private readonly current = computed(() => Math.floor(this.beat() / BEATS_PER_ITEM));
  /** Share of the running item that is over, 0–1. */
  protected readonly share = computed(() => (this.beat() % BEATS_PER_ITEM) / BEATS_PER_ITEM);
  protected readonly clock = computed(() => {
    const seconds = Math.round((AGENDA[this.current()]?.minutes ?? 0) * 60 * (1 - this.share()));
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  });
  protected readonly rows = computed(() =>
    AGENDA.map((item, index) => ({ ...item, isDone: index < this.current(), isCurrent: index === this.current() })),
  );
  protected readonly note = computed(() => (this.share() > 0 ? NOTES[this.current()] : undefined));

  constructor() {
    const moving = setInterval(() => {
      if (this.isMoving() && !document.hidden) this.beat.update((beat) => (beat + 1) % BEATS);
    }, BEAT_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(moving));
  }

  protected toggle(): void {
    this.isMoving.update((isMoving) => !isMoving);
  }
}

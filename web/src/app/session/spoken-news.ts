import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { type Session } from '@podmates/domain';
import { Room } from './room';
import { RoomVoice } from './room-voice';
import { sayNews } from './say-news';
import { sayStage, timerStage } from './say-session';

/** The room's one live region. What was so when the page opened is read from the page and not said. */
@Component({
  selector: 'app-spoken-news',
  template: `<p class="visually-hidden" role="status" aria-live="polite" data-voice>{{ voice.words() }}</p>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SpokenNews {
  private readonly room = inject(Room);
  protected readonly voice = inject(RoomVoice);

  private readonly stage = computed(() => timerStage(this.room.current()?.timer ?? null, this.room.now()));
  private before: Session | null = null;
  private stageBefore: string | null = null;

  constructor() {
    effect(() => {
      const session = this.room.current();
      const items = this.room.items();
      if (!session || session === this.before) return;
      const known = this.before;
      this.before = session;
      if (!known) return;
      this.voice.say(sayNews(known, session, { nameOf: this.room.nameOf, items }));
      if (known.hostId === this.room.selfId() && session.hostId !== known.hostId)
        untracked(() =>
          this.room.notice.set(`${this.room.nameOf(session.hostId)} leads now. Everything goes on as it is.`),
        );
    });
    effect(() => {
      const stage = this.stage();
      const [isFirst, wasPaused] = [this.stageBefore === null, this.stageBefore === 'paused'];
      this.stageBefore = stage;
      if (isFirst) return;
      if (stage !== 'running') this.voice.say(sayStage(stage));
      else if (wasPaused) this.voice.say('The timer runs again.');
    });
  }
}

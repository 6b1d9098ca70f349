import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { CATCH_UP_FROM_MS, catchUp } from '@podmates/domain/sessions';
import { Drafts } from '../drafts/drafts';
import { Room } from './room';
import { RoomVoice } from './room-voice';
import { sayNames } from './say-news';

/** The listeners may lag behind the beat that tells of being back; what is new after this time was seen. */
const LISTENERS_LAG_MS = 5_000;

/** The own beat may be older than the newest note: what is known when one comes in counts, whatever its stamp. */
const OPEN_END = new Date(8.64e15);

/** For whoever comes late, or back after two minutes: what happened meanwhile, once, from what the room knows anyway. */
@Component({
  selector: 'app-catch-up-card',
  templateUrl: './catch-up-card.html',
  styleUrl: './catch-up-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CatchUpCard {
  private readonly drafts = inject(Drafts);
  private readonly voice = inject(RoomVoice);
  protected readonly room = inject(Room);

  /** The stamp of the last own beat that this device knows, in milliseconds. No clock is asked: only stamps are compared. */
  private readonly seen = computed(() => this.drafts.draft(`session.${this.room.id()}.seen`, isInstant));
  /** Between when the card tells; null while there is none. */
  private readonly missed = signal<{ since: Date | null; until: Date } | null>(null);
  private readonly newestNoteAt = computed(
    () =>
      new Date(
        Math.max(
          0,
          ...(this.room.notes.hasValue() ? this.room.notes.value() : []).map((note) => note.writtenAt.getTime()),
        ),
      ),
  );

  private readonly told = computed(() => {
    const [missed, session] = [this.missed(), this.room.current()];
    if (!missed || session?.state !== 'live') return null;
    return catchUp({
      memberId: this.room.selfId(),
      items: this.room.shownItems(),
      notes: this.room.notes.hasValue() ? this.room.notes.value() : [],
      presentIds: this.room.presentIds(),
      currentItemId: session.currentItemId,
      ...missed,
    });
  });
  protected readonly card = computed(() => {
    const told = this.told();
    if (!told) return null;
    const isNews =
      told.doneTitles.length + told.notes.length + told.decisions.length > 0 || (told.current?.place ?? 0) > 1;
    return isNews ? told : null;
  });
  protected readonly isBack = computed(() => this.missed()?.since != null);
  protected readonly here = computed(() => sayNames((this.card()?.hereIds ?? []).map(this.room.nameOf)));
  protected readonly leads = computed(() => {
    const name = this.room.nameOf(this.room.current()?.hostId ?? '');
    return name === 'You' ? 'You lead.' : `${name} leads.`;
  });

  constructor() {
    effect(() => {
      const state = this.room.current()?.state;
      const isInside = this.room.hasJoined() && (state === 'lobby' || state === 'live');
      const beatAt = this.room.ownBeatAt();
      if (beatAt && isInside) untracked(() => this.lookAt(beatAt.getTime(), state === 'live'));
    });
    effect((onCleanup) => {
      if (this.missed()?.until !== OPEN_END) return;
      const settled = setTimeout(() => this.settle(), LISTENERS_LAG_MS);
      onCleanup(() => clearTimeout(settled));
    });
    const isShown = computed(() => this.card() !== null);
    effect(() => {
      if (isShown()) this.voice.say('A card tells what happened meanwhile.');
    });
  }

  /** Nothing was seen while the network was away: no beat is stamped then. */
  private lookAt(now: number, isLive: boolean): void {
    const before = this.seen().read();
    this.seen().write(now);
    if (!isLive || this.missed() || (before !== null && now - before < CATCH_UP_FROM_MS)) return;
    this.missed.set({ since: before === null ? null : new Date(before), until: OPEN_END });
  }

  /** From now on the member sees for themselves: no later note comes onto the card, and an empty one never shows. */
  private settle(): void {
    const isShown = this.card() !== null;
    this.missed.update((missed) => (missed && isShown ? { ...missed, until: this.newestNoteAt() } : null));
  }

  protected close(): void {
    this.missed.set(null);
    document.getElementById('agenda-heading')?.focus(); // the button is gone
  }
}

const isInstant = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

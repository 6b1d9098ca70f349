import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { type AgendaItem, LIMITS } from '@podmates/domain';
import { Notices, Retry } from '../ui';
import { AgendaEditing } from './agenda-editing';
import { AgendaRow } from './agenda-row';
import { KeepFocus } from './keep-focus';
import { ReorderByDrag } from './reorder-by-drag';
import { ReorderByKey } from './reorder-by-key';
import { Room } from './room';
import { RoomVoice } from './room-voice';

const MINUTES = { least: 1, most: 60, usual: 5 } as const;

/** The agenda that everybody in the room sees and edits. */
@Component({
  selector: 'app-live-agenda',
  templateUrl: './live-agenda.html',
  styleUrl: './live-agenda.css',
  imports: [AgendaRow, KeepFocus, ReorderByDrag, ReorderByKey, Retry],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LiveAgenda {
  private readonly notices = inject(Notices);
  private readonly voice = inject(RoomVoice);
  private readonly drag = viewChild(ReorderByDrag);
  protected readonly room = inject(Room);
  protected readonly editing = inject(AgendaEditing);
  protected readonly minutesRange = MINUTES;

  protected readonly title = signal('');
  protected readonly minutes = signal<number>(MINUTES.usual);
  protected readonly isFull = computed(() => this.editing.visible().length >= LIMITS.agendaItems);
  protected readonly tooLong = computed(() => Math.max(0, this.title().trim().length - LIMITS.agendaTitle));
  protected readonly titleLimit = LIMITS.agendaTitle;

  /** The row above which the pulled one would come to lie; `end` below the last. */
  protected readonly dropMark = computed(() => {
    const pulled = this.drag()?.pulled();
    if (!pulled) return null;
    return this.editing.rows().filter(({ id }) => id !== pulled.itemId)[pulled.to]?.id ?? 'end';
  });
  protected readonly pulledId = computed(() => this.drag()?.pulled()?.itemId ?? null);

  protected add(event: Event): void {
    event.preventDefault();
    const title = this.title().trim();
    if (title === '' || this.tooLong() > 0 || this.isFull()) return;
    const minutes = Math.min(MINUTES.most, Math.max(MINUTES.least, Math.round(this.minutes()) || MINUTES.usual));
    this.title.set('');
    this.minutes.set(MINUTES.usual);
    this.editing.add({ title, minutes });
  }

  protected step({ itemId, by }: { itemId: string; by: -1 | 1 }): void {
    const rows = this.editing.visible();
    const place = rows.findIndex(({ id }) => id === itemId);
    const to = place + by;
    if (place < 0 || to < 0 || to >= rows.length)
      return this.voice.say(`“${this.titleOf(rows[place])}” is the ${by < 0 ? 'first' : 'last'} already.`);
    this.drop({ itemId, to });
  }

  protected drop({ itemId, to }: { itemId: string; to: number }): void {
    this.editing.move(itemId, to);
    const rows = this.editing.visible();
    const place = rows.findIndex(({ id }) => id === itemId);
    if (place >= 0) this.voice.say(`“${this.titleOf(rows[place])}” is at place ${place + 1} of ${rows.length}.`);
  }

  protected remove(item: AgendaItem): void {
    this.notices.say(`Removed “${this.titleOf(item)}”.`, { label: 'Undo', run: () => this.editing.bringBack(item) });
    this.editing.remove(item);
  }

  private titleOf(item: AgendaItem | undefined): string {
    return item ? this.room.shownItem(item).title : '';
  }
}

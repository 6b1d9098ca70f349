import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { type AgendaItem, LIMITS } from '@podmates/domain';
import { Notices, Retry } from '../ui';
import { AgendaEditing } from './agenda-editing';
import { AgendaRow } from './agenda-row';
import { ReorderByDrag } from './reorder-by-drag';
import { Room } from './room';

const MINUTES = { least: 1, most: 60, usual: 5 } as const;

/** The agenda that everybody in the room sees and edits. */
@Component({
  selector: 'app-live-agenda',
  templateUrl: './live-agenda.html',
  styleUrl: './live-agenda.css',
  imports: [AgendaRow, ReorderByDrag, Retry],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LiveAgenda {
  private readonly notices = inject(Notices);
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');
  private readonly drag = viewChild(ReorderByDrag);
  protected readonly room = inject(Room);
  protected readonly editing = inject(AgendaEditing);
  protected readonly minutesRange = MINUTES;

  protected readonly title = signal('');
  protected readonly minutes = signal<number>(MINUTES.usual);
  protected readonly isFull = computed(() => this.editing.visible().length >= LIMITS.agendaItems);
  protected readonly tooLong = computed(() => Math.max(0, this.title().trim().length - LIMITS.agendaTitle));
  protected readonly titleLimit = LIMITS.agendaTitle;
  /** Said to screen readers after a move. */
  protected readonly moved = signal('');
  private refocus: { itemId: string; tool: string } | null = null;

  /** The row above which the pulled one would come to lie; `end` below the last. */
  protected readonly dropMark = computed(() => {
    const pulled = this.drag()?.pulled();
    if (!pulled) return null;
    return this.editing.rows().filter(({ id }) => id !== pulled.itemId)[pulled.to]?.id ?? 'end';
  });
  protected readonly pulledId = computed(() => this.drag()?.pulled()?.itemId ?? null);

  constructor() {
    afterRenderEffect(() => {
      this.editing.rows();
      this.giveFocusBack();
    });
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const title = this.title().trim();
    if (title === '' || this.tooLong() > 0 || this.isFull()) return;
    const minutes = Math.min(MINUTES.most, Math.max(MINUTES.least, Math.round(this.minutes()) || MINUTES.usual));
    this.title.set('');
    this.minutes.set(MINUTES.usual);
    await this.editing.add({ title, minutes });
  }

  protected async step(item: AgendaItem, by: -1 | 1): Promise<void> {
    const rows = this.editing.visible();
    const to = rows.findIndex(({ id }) => id === item.id) + by;
    if (to < 0 || to >= rows.length) return;
    this.refocus = { itemId: item.id, tool: String(by) };
    this.moved.set(`“${item.title}” is at place ${to + 1} of ${rows.length}.`);
    await this.editing.move(item.id, to);
  }

  protected async remove(item: AgendaItem): Promise<void> {
    this.notices.say(`Removed “${item.title}”.`, { label: 'Undo', run: () => void this.editing.bringBack(item) });
    await this.editing.remove(item);
  }

  /** A row that the browser moved in the document lost the focus; the next press should meet the same button. */
  private giveFocusBack(): void {
    const wanted = this.refocus;
    if (!wanted || document.activeElement !== document.body) return;
    const rows = this.list()?.nativeElement.querySelectorAll<HTMLElement>('[data-item-id]') ?? [];
    const row = [...rows].find(({ dataset }) => dataset['itemId'] === wanted.itemId);
    row?.querySelector<HTMLElement>(`[data-tool="${wanted.tool}"]`)?.focus();
  }
}

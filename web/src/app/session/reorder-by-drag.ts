import { Directive, ElementRef, inject, output, signal } from '@angular/core';

/**
 * Lets a list be sorted by pulling its `[data-drag-handle]`s with mouse, pen or finger. The places are
 * measured while pulling, so a list that changes underneath does no harm; nothing in the document moves
 * before the drop. The keyboard has buttons of its own.
 */
@Directive({
  selector: '[appReorderByDrag]',
  exportAs: 'reorderByDrag',
  host: {
    '(pointerdown)': 'begin($event)',
    '(pointermove)': 'follow($event)',
    '(pointerup)': 'drop()',
    '(pointercancel)': 'letGo()',
  },
})
export class ReorderByDrag {
  private readonly list = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** The row that is being pulled, and the place where it would come to lie once it is lifted out. */
  readonly pulled = signal<{ itemId: string; to: number } | null>(null);
  readonly dropped = output<{ itemId: string; to: number }>();

  protected begin(event: PointerEvent): void {
    const handle = event.target instanceof Element ? event.target.closest('[data-drag-handle]') : null;
    const itemId = handle?.closest<HTMLElement>('[data-item-id]')?.dataset['itemId'];
    if (!itemId || event.button !== 0) return;
    event.preventDefault(); // no text selection while pulling
    this.list.setPointerCapture(event.pointerId);
    this.pulled.set({ itemId, to: this.placeAt(itemId, event.clientY) });
  }

  protected follow(event: PointerEvent): void {
    const pulled = this.pulled();
    if (!pulled) return;
    const to = this.placeAt(pulled.itemId, event.clientY);
    if (to !== pulled.to) this.pulled.set({ itemId: pulled.itemId, to });
    scrollBy({ top: scrollFor(event.clientY, innerHeight) });
  }

  protected drop(): void {
    const pulled = this.pulled();
    this.letGo();
    if (pulled) this.dropped.emit(pulled);
  }

  protected letGo(): void {
    this.pulled.set(null);
  }

  /** How many of the other rows have their middle above the pointer. */
  private placeAt(itemId: string, y: number): number {
    const rows = [...this.list.querySelectorAll<HTMLElement>('[data-item-id]')];
    const above = rows.filter((row) => {
      const box = row.getBoundingClientRect();
      return row.dataset['itemId'] !== itemId && box.top + box.height / 2 < y;
    });
    return above.length;
  }
}

const EDGE = 64;
const STEP = 16;

/** How far the page goes on while something is pulled near its upper or lower edge, in pixels per move of the pointer. */
export const scrollFor = (y: number, height: number): number => (y < EDGE ? -STEP : y > height - EDGE ? STEP : 0);

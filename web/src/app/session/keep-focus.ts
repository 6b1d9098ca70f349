import { afterEveryRender, Directive, ElementRef, inject } from '@angular/core';

interface Place {
  readonly control: HTMLElement;
  readonly itemId: string;
  /** Among the rows, for when the row itself goes away. */
  readonly row: number;
}

/**
 * Keeps the focus in a list of `[data-item-id]` rows that somebody else changes. A row that is moved in the document
 * loses the focus, and gets it back; a row that is taken away leaves it to the one that lies there now.
 */
@Directive({
  selector: '[appKeepFocus]',
  host: {
    '(focusin)': 'note($event)',
    '(document:pointerdown)': 'forget()',
    '(document:keydown.tab)': 'forget()',
    '(document:keydown.shift.tab)': 'forget()',
  },
})
export class KeepFocus {
  private readonly list = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private last: Place | null = null;

  constructor() {
    afterEveryRender({ write: () => this.giveBack() });
  }

  protected note(event: FocusEvent): void {
    const control = event.target;
    const row = control instanceof HTMLElement ? control.closest<HTMLElement>('[data-item-id]') : null;
    const itemId = row?.dataset['itemId'];
    this.last = row && itemId ? { control: control as HTMLElement, itemId, row: this.rows().indexOf(row) } : null;
  }

  /** Whoever presses elsewhere, or tabs on, means to leave. */
  protected forget(): void {
    this.last = null;
  }

  private giveBack(): void {
    if (!this.last || document.activeElement !== document.body) return;
    const { control, itemId, row } = this.last;
    if (control.isConnected) return control.focus();
    const rows = this.rows();
    if (rows.some(({ dataset }) => dataset['itemId'] === itemId)) return; // the row changes its own controls
    const next = rows[Math.min(row, rows.length - 1)];
    next?.querySelector<HTMLElement>('input, button')?.focus();
  }

  private rows = (): HTMLElement[] => [...this.list.querySelectorAll<HTMLElement>('[data-item-id]')];
}

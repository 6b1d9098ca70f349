import { Directive, output } from '@angular/core';

/** Lets the rows `[data-item-id]` of a list be moved by Alt and an arrow, from any of their controls but a field of text. */
@Directive({ selector: '[appReorderByKey]', host: { '(keydown)': 'hear($event)' } })
export class ReorderByKey {
  readonly stepAsked = output<{ itemId: string; by: -1 | 1 }>();

  protected hear(event: KeyboardEvent): void {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    const { target } = event;
    if (!event.altKey || by === null || !(target instanceof HTMLElement) || isTextField(target)) return;
    const itemId = target.closest<HTMLElement>('[data-item-id]')?.dataset['itemId'];
    if (!itemId) return;
    event.preventDefault(); // the page would scroll, or go back
    this.stepAsked.emit({ itemId, by });
  }
}

const isTextField = (element: HTMLElement): boolean =>
  element instanceof HTMLInputElement && element.type !== 'checkbox';

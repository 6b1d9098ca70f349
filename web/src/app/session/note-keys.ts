import { Directive, inject, output } from '@angular/core';
import { type NoteKind } from '@podmates/domain';
import { Drafts } from '../drafts/drafts';

const KINDS: Readonly<Record<string, NoteKind>> = { w: 'win', b: 'block', n: 'next' };
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

/**
 * W, B and N begin a note from anywhere on the page, never while somebody types or picks. Single keys get in the way
 * of speech input, so they can be turned off (WCAG 2.1.4).
 */
@Directive({ selector: '[appNoteKeys]', exportAs: 'noteKeys', host: { '(document:keydown)': 'hear($event)' } })
export class NoteKeys {
  private readonly kept = inject(Drafts).draft('session.note-keys', isFlag);
  readonly asked = output<NoteKind>();
  isOn = this.kept.read() ?? true;

  turn(isOn: boolean): void {
    this.isOn = isOn;
    this.kept.write(isOn);
  }

  protected hear(event: KeyboardEvent): void {
    const kind = KINDS[event.key.toLowerCase()];
    if (!kind || !this.isOn || event.defaultPrevented || event.repeat || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target)) return;
    event.preventDefault(); // the letter is not the note's first one
    this.asked.emit(kind);
  }
}

/** Fields, lists and menus have a use for letters; a tick, a button or a link has none. */
function takesKeys(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role="dialog"], dialog, [role="menu"], [role="listbox"], [contenteditable]')) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

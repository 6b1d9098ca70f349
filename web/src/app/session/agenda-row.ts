import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { type AgendaItem, LIMITS } from '@podmates/domain';
import { AgendaEditing } from './agenda-editing';
import { BesideTitles } from './beside-titles';
import { SoftLock } from './soft-lock';
import { Room } from './room';
import { sayNames } from './say-news';
import { otherTitle } from './title-edits';

/** One line of the agenda: tick, title edited in place, place, removal. */
@Component({
  selector: 'app-agenda-row',
  templateUrl: './agenda-row.html',
  styleUrl: './agenda-row.css',
  imports: [BesideTitles],
  host: { '[class.current]': 'isCurrent()', '[class.done]': 'item().isDone' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgendaRow {
  private readonly room = inject(Room);
  private readonly softLock = inject(SoftLock);
  protected readonly editing = inject(AgendaEditing);
  private readonly titleField = viewChild<ElementRef<HTMLInputElement>>('titleField');
  private readonly editButton = viewChild<ElementRef<HTMLButtonElement>>('editButton');

  readonly item = input.required<AgendaItem>();
  readonly isCurrent = input(false);
  readonly isFirst = input(false);
  readonly isLast = input(false);
  /** By how many places; the list says where it came to lie. */
  readonly moveAsked = output<-1 | 1>();
  readonly removed = output<AgendaItem>();

  /** The words of somebody else may be held from this member. */
  protected readonly title = computed(() => this.room.shownItem(this.item()).title);
  protected readonly isHeld = computed(() => this.title() !== this.item().title);
  protected readonly limit = LIMITS.agendaTitle;
  protected readonly edit = computed(() => this.editing.editOf(this.item().id));
  protected readonly isOnItsWay = computed(() => this.editing.isOnItsWay(this.item().id));
  protected readonly author = computed(() => {
    const { isRemoved, worded, editedBy } = this.item();
    return this.room.nameOf(isRemoved ? editedBy : (worded?.by ?? editedBy));
  });
  /** “Ana is editing”: a word for the others, who may write all the same. */
  protected readonly editors = computed(() => {
    const names = (this.room.editors().get(this.item().id) ?? []).map(this.room.nameOf);
    return names.length === 0 ? '' : `${sayNames(names)} ${names.length === 1 ? 'is' : 'are'} editing`;
  });
  protected readonly other = computed(() => {
    const edit = this.edit();
    return edit ? otherTitle(edit, this.room.shownItem(this.item())) : null;
  });
  protected readonly problem = computed(() => {
    const edit = this.edit();
    if (!edit) return '';
    if (edit.text.trim().length === 0) return 'A title needs a word or two.';
    const over = edit.text.trim().length - LIMITS.agendaTitle;
    return over > 0 ? `${over} characters too many; a title holds ${LIMITS.agendaTitle}. Nothing is cut off.` : '';
  });

  protected begin(): void {
    this.editing.begin(this.item());
    setTimeout(() => this.titleField()?.nativeElement.select());
  }

  protected type(text: string): void {
    this.softLock.hold(this.item().id);
    this.editing.type(this.item().id, text);
  }

  protected hold(): void {
    this.softLock.hold(this.item().id);
  }

  protected letLockGo(event: FocusEvent): void {
    const form = event.currentTarget;
    const isInside =
      form instanceof Element && event.relatedTarget instanceof Node && form.contains(event.relatedTarget);
    if (!isInside) this.softLock.release(this.item().id);
  }

  protected save(event: Event): void {
    event.preventDefault();
    if (!this.problem()) this.close(() => this.editing.save(this.item()));
  }

  protected keepMine(): void {
    if (!this.problem()) this.close(() => this.editing.keepMine(this.item()));
  }

  protected letGo(): void {
    this.close(() => this.editing.letGo(this.item().id));
  }

  protected keepBoth(): void {
    if (!this.problem()) this.close(() => this.editing.keepBoth(this.item()));
  }

  /** Puts the form away; the focus goes to where it was opened. */
  private close(act: () => void): void {
    act();
    this.softLock.release(this.item().id);
    this.focusEditButton();
  }

  protected focusEditButton(): void {
    setTimeout(() => this.editButton()?.nativeElement.focus());
  }
}

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
import { Room } from './room';
import { otherTitle } from './title-edits';

/** One line of the agenda: tick, title edited in place, place, removal. */
@Component({
  selector: 'app-agenda-row',
  templateUrl: './agenda-row.html',
  styleUrl: './agenda-row.css',
  host: { '[class.current]': 'isCurrent()', '[class.done]': 'item().isDone' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgendaRow {
  private readonly room = inject(Room);
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

  protected readonly limit = LIMITS.agendaTitle;
  protected readonly edit = computed(() => this.editing.editOf(this.item().id));
  protected readonly author = computed(() => this.room.nameOf(this.item().editedBy));
  protected readonly other = computed(() => {
    const edit = this.edit();
    return edit ? otherTitle(edit, this.item()) : null;
  });
  protected readonly problem = computed(() => {
    const edit = this.edit();
    if (edit?.state !== 'open') return '';
    if (edit.text.trim().length === 0) return 'A title needs a word or two.';
    const over = edit.text.trim().length - LIMITS.agendaTitle;
    return over > 0 ? `${over} characters too many; a title holds ${LIMITS.agendaTitle}. Nothing is cut off.` : '';
  });

  protected begin(): void {
    this.editing.begin(this.item());
    setTimeout(() => this.titleField()?.nativeElement.select());
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.problem()) return;
    const saving = this.editing.save(this.item());
    this.focusEditButton();
    await saving;
  }

  protected letGo(): void {
    this.editing.letGo(this.item().id);
    this.focusEditButton();
  }

  protected async keepBoth(): Promise<void> {
    const adding = this.editing.keepBoth(this.item());
    this.focusEditButton();
    await adding;
  }

  private focusEditButton(): void {
    setTimeout(() => this.editButton()?.nativeElement.focus());
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { type AgendaItem } from '@podmates/domain';
import { alternativesOf } from '@podmates/domain/sessions';
import { AgendaEditing, type Beside } from './agenda-editing';
import { Room } from './room';

/** Titles that others wrote at the same moment as the one shown, for anybody of the room to choose about. */
@Component({
  selector: 'app-beside-titles',
  templateUrl: './beside-titles.html',
  styleUrl: './beside-titles.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BesideTitles {
  private readonly room = inject(Room);
  private readonly editing = inject(AgendaEditing);
  readonly item = input.required<AgendaItem>();
  /** After a choice: its buttons are gone. */
  readonly settled = output();

  protected readonly title = computed(() => this.room.shownItem(this.item()).title);
  protected readonly beside = computed(() => {
    const { worded } = this.item();
    return alternativesOf(this.room.shownItem(this.item())).map((alternative) => ({
      alternative,
      author: this.room.nameOf(alternative.by),
      keepsStored: worded && worded.by !== alternative.by ? this.keeps(worded.by) : 'Keep the first',
      keepsThis: worded && worded.by !== alternative.by ? this.keeps(alternative.by) : 'Keep the second',
    }));
  });

  private keeps(memberId: string): string {
    return memberId === this.room.selfId() ? 'Keep mine' : `Keep ${this.room.nameOf(memberId)}’s`;
  }

  protected keepStored(beside: Beside): void {
    this.editing.settle(this.item(), beside);
    this.settled.emit();
  }

  protected keepThis(beside: Beside): void {
    this.editing.settleFor(this.item(), beside);
    this.settled.emit();
  }

  protected keepBoth(beside: Beside): void {
    this.editing.settleBoth(this.item(), beside);
    this.settled.emit();
  }
}

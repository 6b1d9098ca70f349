import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BusyButton } from '../ui';
import { NotesPanel } from './notes-panel';
import { Room } from './room';
import { WhoIsHere } from './who-is-here';

/** After the live part: last notes, then the kept summary. */
@Component({
  selector: 'app-wrap-up',
  templateUrl: './wrap-up.html',
  styleUrl: './wrap-up.css',
  imports: [BusyButton, NotesPanel, RouterLink, WhoIsHere],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WrapUp {
  protected readonly room = inject(Room);

  protected readonly isDone = computed(() => this.room.current()?.state === 'done');
  protected readonly doc = computed(() => {
    const kept = this.room.summary.hasValue() ? this.room.summary.value() : null;
    return kept?.status === 'working' ? null : kept;
  });
  protected readonly present = computed(() => (this.doc()?.presentIds ?? []).map(this.room.nameOf).join(', '));
  protected readonly isWaiting = computed(() => !this.doc() && !this.room.summary.error());
}

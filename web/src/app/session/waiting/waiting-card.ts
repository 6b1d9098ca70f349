import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { missingFrom, waitingStage } from '@podmates/domain/attendance';
import { BusyButton } from '../../ui';
import { Room } from '../room';
import { waitingWords } from './waiting-words';

/** For whoever waits alone: what has been done about it, and from when on they may go; said aloud at each step. */
@Component({
  selector: 'app-waiting-card',
  templateUrl: './waiting-card.html',
  styleUrl: './waiting-card.css',
  imports: [BusyButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitingCard {
  protected readonly room = inject(Room);

  protected readonly stage = computed(() => {
    const session = this.room.current();
    return session ? waitingStage(session, this.room.selfId(), this.room.now()) : 'none';
  });
  protected readonly words = computed(() => {
    const session = this.room.current();
    return session ? waitingWords(this.stage(), missingFrom(session).map(this.room.nameOf)) : null;
  });
  /** Once it runs, the agenda beside this card is the way on. */
  protected readonly mayStart = computed(() => this.room.current()?.state === 'lobby');
}

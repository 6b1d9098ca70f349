import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Empty, PageHeader, Retry } from '../ui';
import { SessionChat } from './chat/session-chat';
import { AgendaEditing } from './agenda-editing';
import { AgendaPace } from './agenda-pace';
import { Heartbeat } from './heartbeat';
import { LiveAgenda } from './live-agenda';
import { Lobby } from './lobby';
import { NotesPanel } from './notes-panel';
import { Room } from './room';
import { SharedTimerCard } from './shared-timer';
import { WhoIsHere } from './who-is-here';
import { WrapUp } from './wrap-up';

/** `/session/:id`: lobby, live room and wrap, whichever the session is in. */
@Component({
  selector: 'app-session-room',
  templateUrl: './session-room.html',
  styleUrl: './session-room.css',
  imports: [
    Empty,
    LiveAgenda,
    Lobby,
    NotesPanel,
    PageHeader,
    Retry,
    RouterLink,
    SessionChat,
    SharedTimerCard,
    WhoIsHere,
    WrapUp,
  ],
  providers: [Room, Heartbeat, AgendaPace, AgendaEditing],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionRoom {
  private readonly router = inject(Router);
  private readonly heartbeat = inject(Heartbeat);
  private readonly editing = inject(AgendaEditing);
  protected readonly room = inject(Room);
  readonly id = input.required<string>();

  protected readonly heading = computed(() => HEADINGS[this.room.current()?.state ?? 'scheduled']);
  protected readonly shows = computed(() => {
    const session = this.room.current();
    if (!session) return 'nothing';
    if (session.state === 'done') return 'wrap';
    if (session.state === 'cancelled' || session.state === 'no-quorum') return session.state;
    if (session.state === 'live' || session.state === 'wrap') return this.room.hasJoined() ? session.state : 'lobby';
    return 'lobby';
  });
  protected readonly isInside = computed(() => {
    const state = this.room.current()?.state;
    return this.room.hasJoined() && (state === 'lobby' || state === 'live' || state === 'wrap');
  });
  protected readonly isCutOff = this.heartbeat.isCutOff;
  protected readonly waiting = computed(() => {
    const count = this.editing.waiting();
    if (count === 0) return 'What you change is kept on this device and sent when it is back.';
    return `${count === 1 ? 'One change waits' : `${count} changes wait`} on this device and will be sent when it is back.`;
  });

  constructor() {
    effect(() => this.room.id.set(this.id()));
  }

  protected async leave(): Promise<void> {
    this.heartbeat.leave();
    await this.router.navigateByUrl('/today');
  }
}

const HEADINGS = {
  draft: 'A time for your pod',
  scheduled: 'Your next session',
  lobby: 'Lobby',
  live: 'Live session',
  wrap: 'Wrap up',
  done: 'Session summary',
  cancelled: 'Session',
  'no-quorum': 'Session',
} as const;

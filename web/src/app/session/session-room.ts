import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Empty, PageHeader, Retry } from '../ui';
import { OwnAttendance } from './attendance/own-attendance';
import { WitnessQuestions } from './attendance/witness-questions';
import { AgendaEditing } from './agenda-editing';
import { AgendaOutbox } from './agenda-outbox';
import { AgendaPace } from './agenda-pace';
import { CatchUpCard } from './catch-up-card';
import { SessionChat } from './chat/session-chat';
import { Heartbeat } from './heartbeat';
import { HostAway } from './host-away';
import { LeaveRoom } from './leaving/leave-room';
import { LeftSafely } from './leaving/left-safely';
import { SafeLeaving } from './leaving/safe-leaving';
import { LiveAgenda } from './live-agenda';
import { Lobby } from './lobby';
import { NotesPanel } from './notes-panel';
import { Room } from './room';
import { RoomVoice } from './room-voice';
import { SharedTimerCard } from './shared-timer';
import { SoftLock } from './soft-lock';
import { SpokenNews } from './spoken-news';
import { VideoCall } from './video/video-call';
import { VideoPanel } from './video/video-panel';
import { WaitingCard } from './waiting/waiting-card';
import { WhoIsHere } from './who-is-here';
import { WrapUp } from './wrap-up';

/** `/session/:id`: lobby, live room and wrap, whichever the session is in. */
@Component({
  selector: 'app-session-room',
  templateUrl: './session-room.html',
  styleUrl: './session-room.css',
  host: { '[class.inside]': 'isInside()' },
  imports: [
    CatchUpCard,
    Empty,
    HostAway,
    LeaveRoom,
    LeftSafely,
    OwnAttendance,
    LiveAgenda,
    Lobby,
    NotesPanel,
    PageHeader,
    Retry,
    RouterLink,
    SessionChat,
    SharedTimerCard,
    SpokenNews,
    VideoPanel,
    WaitingCard,
    WhoIsHere,
    WitnessQuestions,
    WrapUp,
  ],
  providers: [Room, Heartbeat, RoomVoice, SoftLock, AgendaPace, AgendaOutbox, AgendaEditing, VideoCall],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionRoom {
  private readonly safety = inject(SafeLeaving);
  private readonly heartbeat = inject(Heartbeat);
  private readonly editing = inject(AgendaEditing);
  protected readonly room = inject(Room);
  readonly id = input.required<string>();

  protected readonly leftSafely = computed(() => this.safety.from(this.id()) !== null);
  protected readonly heading = computed(() => HEADINGS[this.room.current()?.state ?? 'scheduled']);
  protected readonly shows = computed(() => {
    const session = this.room.current();
    if (!session) return 'nothing';
    if (session.state === 'done') return 'wrap';
    if (session.state === 'cancelled' || session.state === 'no-quorum') return session.state;
    if (session.state === 'live' || session.state === 'wrap') return this.room.hasJoined() ? session.state : 'lobby';
    return 'lobby';
  });
  protected readonly isOver = computed(() => ['done', 'no-quorum'].includes(this.room.current()?.state ?? ''));
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
    // Who left safely is in no room: nothing of it is listened to, and nothing says that they are here.
    effect(() => this.room.id.set(this.leftSafely() ? undefined : this.id()));
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

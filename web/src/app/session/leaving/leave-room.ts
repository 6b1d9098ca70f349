import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Heartbeat } from '../heartbeat';
import { Room } from '../room';
import { VideoCall } from '../video/video-call';
import { SafeLeaving } from './safe-leaving';

/** The two ways out of the room. They stay in view however far the page is scrolled. */
@Component({
  selector: 'app-leave-room',
  template: `
    <button class="button quiet" type="button" (click)="leave()">Leave</button>
    <button class="button quiet safe" type="button" aria-describedby="leave-safely-does" (click)="leaveSafely()">
      Leave safely
    </button>
    <span id="leave-safely-does" class="visually-hidden">
      Out of the call and the room at once, and apart from whoever it was about. Nobody is told.
    </span>
  `,
  styleUrl: './leave-room.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeaveRoom {
  private readonly router = inject(Router);
  private readonly room = inject(Room);
  private readonly heartbeat = inject(Heartbeat);
  private readonly call = inject(VideoCall);
  private readonly safety = inject(SafeLeaving);

  protected async leave(): Promise<void> {
    this.call.hangUp();
    this.heartbeat.leave();
    await this.router.navigateByUrl('/today');
  }

  /** The call first: a frame that hangs must not keep anybody in. */
  protected leaveSafely(): void {
    const session = this.room.current();
    this.call.hangUp();
    this.heartbeat.leave();
    if (session) this.safety.leave(session, this.room.selfId());
  }
}

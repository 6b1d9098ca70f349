import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { LOBBY_OPENS_MS } from '@podmates/domain/sessions';
import { Me } from '../accounts/me';
import { sayInOtherZone, sayMoment } from '../schedule/say-time';
import { describeGap } from '../time/describe-gap';
import { BusyButton } from '../ui';
import { CoachConsent } from './coach/coach-consent';
import { Room } from './room';
import { WhoIsHere } from './who-is-here';

/** Before the session: when it begins, who is here, what is planned, and the way in. */
@Component({
  selector: 'app-lobby',
  templateUrl: './lobby.html',
  styleUrl: './lobby.css',
  imports: [BusyButton, CoachConsent, WhoIsHere],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Lobby {
  private readonly me = inject(Me);
  protected readonly room = inject(Room);
  private readonly session = computed(() => this.room.current());

  protected readonly isDraft = computed(() => this.session()?.state === 'draft');
  protected readonly isLive = computed(() => this.session()?.state === 'live' || this.session()?.state === 'wrap');
  protected readonly isOpen = computed(() => {
    const session = this.session();
    if (!session) return false;
    if (session.state !== 'scheduled') return session.state !== 'draft';
    return this.room.now().getTime() >= session.startsAt.getTime() - LOBBY_OPENS_MS;
  });
  protected readonly hasAgreed = computed(() => this.session()?.agreedBy.includes(this.room.selfId()) ?? false);
  protected readonly hasBegun = computed(() => (this.session()?.startsAt ?? 0) <= this.room.now());

  protected readonly starts = computed(() => {
    const session = this.session();
    return session ? describeGap(this.room.now(), session.startsAt) : '';
  });
  protected readonly opens = computed(() => {
    const session = this.session();
    return session ? describeGap(this.room.now(), new Date(session.startsAt.getTime() - LOBBY_OPENS_MS)) : '';
  });
  protected readonly when = computed(() => {
    const session = this.session();
    const zone = this.me.profile()?.timeZone ?? session?.timeZone;
    if (!session || !zone) return '';
    const other = sayInOtherZone(session.startsAt, zone, session.timeZone);
    return `${sayMoment(session.startsAt, zone)}${other ? ` (${other})` : ''}, ${session.minutes} minutes`;
  });
  protected readonly minutesPlanned = computed(() => this.room.items().reduce((sum, item) => sum + item.minutes, 0));
}

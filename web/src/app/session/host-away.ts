import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { BusyButton } from '../ui';
import { Heartbeat } from './heartbeat';
import { Room } from './room';
import { RoomVoice } from './room-voice';

/** After a gap of one's own the others' beats come a moment later; nothing is said of the host until then. */
const SETTLES_MS = 1_000;

/** The host has gone silent: half a minute's notice, then anybody may take over. Nobody is made the host by itself. */
@Component({
  selector: 'app-host-away',
  templateUrl: './host-away.html',
  styleUrl: './host-away.css',
  imports: [BusyButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HostAway {
  private readonly voice = inject(RoomVoice);
  protected readonly room = inject(Room);

  protected readonly name = computed(() => this.room.nameOf(this.room.current()?.hostId ?? ''));
  private readonly heartbeat = inject(Heartbeat);
  private readonly isSettled = signal(false);
  /** Whoever is cut off themselves can tell nothing of the host. */
  private readonly isTold = computed(() => {
    const state = this.room.current()?.state;
    const isUnderWay = state === 'live' || state === 'wrap';
    return isUnderWay && this.room.hasJoined() && !this.heartbeat.isCutOff();
  });
  private readonly isAway = computed(() => this.isTold() && this.room.hostPresence().kind !== 'here');
  private readonly host = computed(() =>
    this.isAway() && this.isSettled() ? this.room.hostPresence() : ({ kind: 'here' } as const),
  );
  protected readonly kind = computed(() => this.host().kind);
  protected readonly seconds = computed(() => {
    const host = this.host();
    return host.kind === 'notice' ? Math.ceil(host.leftMs / 1000) : 0;
  });

  constructor() {
    effect((onCleanup) => {
      if (!this.isAway()) return this.isSettled.set(false);
      const settled = setTimeout(() => this.isSettled.set(true), SETTLES_MS);
      onCleanup(() => clearTimeout(settled));
    });
    effect(() => {
      if (this.kind() === 'notice') this.voice.say(`${this.name()} seems to be away. The timer goes on.`);
      if (this.kind() === 'lost') this.voice.say(`${this.name()} is away. Anybody may take over.`);
    });
  }
}

import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Avatar } from '../ui';
import { Room } from './room';

/** Joining is kept with the session; presence is the heartbeat of an open page, which can stop and come back. */
const PLACES = {
  joined: { present: 'here', absent: 'away' },
  notJoined: { present: 'at the door', absent: 'not here yet' },
} as const;

/** Everybody of the pod: who is here by their heartbeat, who is the host, and passing that on. */
@Component({
  selector: 'app-who-is-here',
  templateUrl: './who-is-here.html',
  styleUrl: './who-is-here.css',
  imports: [Avatar],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhoIsHere {
  protected readonly room = inject(Room);

  protected readonly people = computed(() => {
    const session = this.room.current();
    if (!session) return [];
    const present = this.room.presentIds();
    const hasJoined = (id: string) => session.joinedIds.includes(id);
    return session.memberIds.map((id) => ({
      id,
      name: session.names[id] ?? 'A podmate',
      isSelf: id === this.room.selfId(),
      isHost: id === session.hostId,
      isHere: present.includes(id),
      place: PLACES[hasJoined(id) ? 'joined' : 'notJoined'][present.includes(id) ? 'present' : 'absent'],
    }));
  });
  /** In the lobby nobody needs to be the host. */
  protected readonly hasHostActs = computed(() => {
    const state = this.room.current()?.state;
    return this.room.hasJoined() && (state === 'live' || state === 'wrap');
  });
  protected readonly summary = computed(() => {
    const here = this.people().filter(({ isHere }) => isHere).length;
    return `${here} of ${this.people().length} here`;
  });
}

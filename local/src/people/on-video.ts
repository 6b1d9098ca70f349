import { type VideoStandIn } from '../video/video-stand-in';
import { attempt, type Circumstances, type Habit } from './circumstances';
import { isDemo } from './choices';

/** How long after a visitor the demo people of the session come into the call, one after the other (real time). */
const COMES_AFTER_MS = 4_000;

/** Demo people come into the call of a session that a visitor is in, by the door that everybody takes, and go with it. */
export class OnVideo implements Habit {
  private readonly seenAt = new Map<string, number>();

  constructor(
    private readonly at: Circumstances,
    private readonly video: VideoStandIn,
  ) {}

  async follow(): Promise<void> {
    for (const room of this.video.rooms.names()) await this.lookInto(room);
  }

  private async lookInto(room: string): Promise<void> {
    const found = await this.at.records.sessions.where('video.name', '==', room).limit(1).get();
    const session = found.docs[0]?.data();
    if (!session || !['lobby', 'live', 'wrap'].includes(session.state)) return this.video.leaveGuests(room);
    const guests = this.video.guestsIn(room);
    if (this.video.rooms.peopleIn(room).length === guests.length) return this.video.leaveGuests(room);
    const demoPeople = session.memberIds.filter((id) => isDemo(id) && session.joinedIds.includes(id));
    const next = demoPeople[guests.length];
    if (!next || Date.now() - this.since(room, guests.length) < COMES_AFTER_MS) return;
    await attempt('enter the call', async () => {
      const { jwt } = await this.at.accounts.call(next, 'enterVideo', { sessionId: session.id });
      const admitted = this.video.admits(jwt ?? '', room);
      if (admitted) this.video.enterGuest(room, admitted);
    });
  }

  private since(room: string, isIn: number): number {
    const key = `${room} ${isIn}`;
    const seen = this.seenAt.get(key) ?? Date.now();
    this.seenAt.set(key, seen);
    return seen;
  }
}

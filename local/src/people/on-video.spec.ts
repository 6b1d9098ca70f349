import { type VideoStandIn } from '../video/video-stand-in';
import { Rooms } from '../video/rooms';
import { type Circumstances } from './circumstances';
import { OnVideo } from './on-video';

const ROOM = 'room-of-session1';

describe('demo people on video', () => {
  let rooms: Rooms;
  let asked: string[];
  let session: { id: string; state: string; memberIds: string[]; joinedIds: string[] };
  let guests: ReturnType<Rooms['enter']>[];
  let habit: OnVideo;
  const visitor = { personId: 'visitor', name: 'Ana', isModerator: true };
  const names = () => rooms.peopleIn(ROOM).map(({ name }) => name);
  const followFor = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second += 1) {
      jest.setSystemTime(Date.now() + 1000);
      await habit.follow();
    }
  };

  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
    asked = [];
    guests = [];
    rooms = new Rooms(() => undefined);
    const memberIds = ['ana', 'demo-001', 'demo-002', 'demo-003'];
    session = { id: 'session1', state: 'live', memberIds, joinedIds: ['ana', 'demo-001', 'demo-002'] };
    const query = { where: () => query, limit: () => query, get: async () => ({ docs: [{ data: () => session }] }) };
    const accounts = {
      call: async (memberId: string) => {
        asked.push(memberId);
        return { jwt: memberId };
      },
    };
    const video = {
      rooms,
      admits: (jwt: string) => ({ personId: jwt, name: jwt, isModerator: false }),
      guestsIn: () => guests,
      enterGuest: (room: string, admitted: typeof visitor) => void guests.push(rooms.enter(room, admitted)),
      leaveGuests: (room: string) => guests.splice(0).forEach(({ id }) => rooms.leave(room, id)),
    };
    const at = { records: { sessions: query }, accounts, seed: 1 } as unknown as Circumstances;
    habit = new OnVideo(at, video as unknown as VideoStandIn);
  });
  afterEach(() => jest.useRealTimers());

  it('come into the call of a visitor one after the other, by the door that everybody takes', async () => {
    rooms.enter(ROOM, visitor);
    await followFor(4);
    expect(names()).toEqual(['Ana']);
    await followFor(20);
    expect(names()).toEqual(['Ana', 'demo-001', 'demo-002']);
    expect(asked).toEqual(['demo-001', 'demo-002']);
  });

  it('do not sit in a call among themselves', async () => {
    const { id } = rooms.enter(ROOM, visitor);
    await followFor(20);
    rooms.leave(ROOM, id);
    await followFor(1);
    expect(names()).toEqual([]);
  });

  it('go when the session is over', async () => {
    rooms.enter(ROOM, visitor);
    await followFor(20);
    session.state = 'done';
    await followFor(1);
    expect(names()).toEqual(['Ana']);
  });
});

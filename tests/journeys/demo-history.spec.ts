import { type CheckIn, type Member, type Pod, type Session, type Slot, type Sprint } from '@podmates/domain';
import { foldStreak } from '@podmates/domain/streaks';
import { closesAt } from '../../functions/src/sprints/sprint-desk';
import { recordsOf } from '../../functions/src/store/records';
import { openServerSide } from './support/server-side';

const DAY_MS = 24 * 3_600_000;
const WEEK_MS = 7 * DAY_MS;
const WEEKS = 6;
/** From one weekly meeting to the next, with an hour more or less where clocks change. */
const LONGEST_GAP_MS = WEEK_MS + DAY_MS;

/** What the demo people have lived through when the platform starts for the first time. Journeys move the local clock; what lies before today stays. */
describe('the past of the demo people', () => {
  const server = openServerSide();
  const records = recordsOf(server.db);
  const now = new Date();
  const sixWeeksAgo = new Date(now.getTime() - WEEKS * WEEK_MS);
  const weeks = Array.from({ length: WEEKS }, (_, n) => ({
    from: new Date(now.getTime() - (n + 1) * WEEK_MS),
    to: new Date(now.getTime() - n * WEEK_MS),
  }));
  let members: Member[];
  let pods: Pod[];
  let slots: Slot[];
  let sprints: Sprint[];
  let checkIns: Map<string, CheckIn>;
  let sessions: Session[];

  beforeAll(async () => {
    const all = async <T>(query: { get(): Promise<{ docs: { data(): T }[] }> }) =>
      (await query.get()).docs.map((found) => found.data());
    members = await all(records.members.where('isDemo', '==', true));
    pods = await all(records.pods.where('createdAt', '<', sixWeeksAgo));
    slots = await all(records.slots.where('startsAt', '<', now).orderBy('startsAt'));
    sprints = await all(records.sprints);
    checkIns = new Map((await all(records.checkIns)).map((checkIn) => [checkIn.slotId, checkIn]));
    sessions = await all(records.sessions.where('startsAt', '<', now).orderBy('startsAt'));
  });
  afterAll(() => server.close());

  const slotsOf = (pod: Pod) => slots.filter(({ memberId }) => pod.memberIds.includes(memberId));
  const isIn = ({ from, to }: { from: Date; to: Date }, at: Date) => at >= from && at < to;

  it('is that of eight pods that are older than six weeks, and of thirty people and more', () => {
    expect(pods).toHaveLength(8);
    expect(members.length).toBeGreaterThanOrEqual(30);
  });

  it('has slots of everybody in a pod for six weeks and more, and check-ins of each pod in each of them', () => {
    for (const pod of pods) {
      for (const memberId of pod.memberIds) {
        const mine = slots.filter((slot) => slot.memberId === memberId);
        expect(mine[0]?.startsAt.getTime()).toBeLessThanOrEqual(sixWeeksAgo.getTime());
        for (const week of weeks) expect(mine.filter(({ startsAt }) => isIn(week, startsAt))).not.toEqual([]);
      }
      const done = slotsOf(pod).filter(({ id }) => checkIns.has(id));
      for (const week of weeks) expect(done.filter(({ startsAt }) => isIn(week, startsAt))).not.toEqual([]);
    }
  });

  it('has a session of each pod each week, met by all of it', () => {
    for (const pod of pods) {
      const met = sessions.filter(({ podId, state }) => podId === pod.id && state === 'done');
      const starts = met.map(({ startsAt }) => startsAt.getTime());
      const gaps = [...starts.slice(1), now.getTime()].map((at, n) => at - (starts[n] ?? 0));
      expect(starts[0]).toBeLessThanOrEqual(sixWeeksAgo.getTime());
      expect(Math.max(...gaps)).toBeLessThanOrEqual(LONGEST_GAP_MS);
      for (const { joinedIds } of met) expect([...joinedIds].sort()).toEqual([...pod.memberIds].sort());
    }
  });

  it('agrees with itself: a slot counts when there is a check-in to it, and only then', () => {
    const over = pods.flatMap(slotsOf).filter((slot) => closesAt(slot) < now);
    expect(over.length).toBeGreaterThan(8 * 3 * WEEKS * 2);
    for (const { id, state } of over) expect([id, ['done', 'late'].includes(state)]).toEqual([id, checkIns.has(id)]);
  });

  it('leaves streaks that live, in a sprint that runs', () => {
    const streaks = pods.flatMap(({ memberIds }) => memberIds.map(streakToday));
    expect(streaks).toHaveLength(24);
    expect(streaks.filter((length) => length > 0).length).toBeGreaterThanOrEqual(18);
  });

  /** By the slots of the newest sprint that had begun: the stored streak may be that of a day to which the clock was moved. */
  function streakToday(memberId: string): number {
    const today = now.toISOString().slice(0, 10);
    const mine = sprints.filter((sprint) => sprint.memberId === memberId && sprint.startsOn <= today);
    const newest = mine.sort((a, b) => a.startsOn.localeCompare(b.startsOn)).at(-1);
    return foldStreak(slots.filter(({ sprintId }) => sprintId === newest?.id)).current;
  }
});

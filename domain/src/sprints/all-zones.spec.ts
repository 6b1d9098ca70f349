import { type PlanInput } from '../contracts';
import { addDays } from '../time';
import { ReferenceClock } from '../time/reference-clock';
import { planSprint, slotsOf } from './index';
import { aDailyPlan } from './plan-examples';

const ZONES = Intl.supportedValuesOf('timeZone');
const DAY_STARTS = ['00:00', '04:00', '02:30', '01:00'];
const TIMES = ['02:30', '00:10', '18:00', '23:40', '01:45', '04:00'];
const asIfUtc = (day: string, time: string) => Date.parse(`${day}T${time}:00Z`);

/** A week or so before a change of the clocks, forward and back by turns; anywhere in zones without one. */
function beginning(clock: ReferenceClock, index: number): Date {
  const changes = clock.changes(Date.UTC(2026, 0), Date.UTC(2027, 0));
  const change = changes[Math.floor(index / 4) % 2] ?? changes[0];
  if (change === undefined) return new Date(Date.UTC(2026, index % 12, 1 + (index % 28), index % 24));
  return new Date(change - (5 + (index % 9)) * 86_400_000 + (index % 24) * 3_600_000);
}

/** By the reference, the first instant at which the clocks show something later than a time that they skip. */
function endOfGap(clock: ReferenceClock, shown: number): number {
  return clock.changes(shown - 2 * 86_400_000, shown + 2 * 86_400_000).find((change) => clock.shown(change) > shown)!;
}

describe('daily slots in every IANA zone', () => {
  const all = ZONES.map((zone, index) => {
    const clock = new ReferenceClock(zone);
    const dayStart = DAY_STARTS[index % DAY_STARTS.length]!;
    const plan: PlanInput = aDailyPlan(TIMES[index % TIMES.length]!, { timeZone: zone, dayStart });
    const sprint = planSprint(plan, { id: 's1', memberId: 'ana', now: beginning(clock, index) });
    const slots = slotsOf(sprint);
    /** When each slot's day begins by the reference: once, twice or, in a gap, never. */
    const openings = slots.map((slot) => clock.instantsOf(asIfUtc(slot.label, dayStart)));
    return { zone, clock, dayStart, sprint, slots, openings };
  });

  it('follow one another without a gap or a day twice', () => {
    const wrong: string[] = [];
    for (const { zone, slots, openings } of all) {
      slots.slice(1).forEach((slot, index) => {
        const before = slots[index]!;
        const comesTwice = openings[index + 1]!.length > 1;
        const doAbut = comesTwice ? before.dueAt > slot.openAt : before.dueAt.getTime() === slot.openAt.getTime();
        const isNextDay = slot.label === addDays(before.label, 1) && slot.seq === before.seq + 1;
        if (!doAbut || !isNextDay || slot.startsAt <= before.startsAt) wrong.push(`${zone} ${slot.label}`);
      });
    }
    expect(wrong).toEqual([]);
  });

  it('begin and end where the reference says, with their time inside', () => {
    const wrong: string[] = [];
    for (const { zone, clock, dayStart, slots, openings } of all) {
      for (const [index, slot] of slots.entries()) {
        const opens = openings[index]![0] ?? endOfGap(clock, asIfUtc(slot.label, dayStart));
        const isInside = slot.openAt <= slot.startsAt && slot.startsAt <= slot.dueAt;
        const hasGrace = slot.graceEndsAt.getTime() === slot.dueAt.getTime() + 43_200_000;
        if (slot.openAt.getTime() !== opens || !isInside || !hasGrace) wrong.push(`${zone} ${slot.label}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('reach to the last day of the sprint', () => {
    for (const { sprint, slots } of all) expect(slots.at(-1)!.label).toBe(sprint.endsOn);
  });
});

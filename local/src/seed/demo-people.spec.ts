import { LocalDay } from '@podmates/domain';
import { newMember } from '@podmates/domain/accounts';
import { newMatchRequest, plainMatching } from '@podmates/domain/matching';
import { planSprint } from '@podmates/domain/sprints';
import { emailOf, planOf } from './demo-member';
import { DEMO_PODS, DEMO_RESERVES, type DemoPerson } from './demo-people';
import { throwOf } from './dice';
import { PastEvents } from './past-events';
import { SteeredClock } from './steered-clock';

const everybody = [...DEMO_PODS.flatMap((pod) => pod.people), ...DEMO_RESERVES];
const requestOf = (person: DemoPerson, track: 'gym' | 'dotnet-prompting', now: Date) => {
  const { id, name: displayName, zone: timeZone } = person;
  const member = newMember({ id, displayName, email: emailOf(person), timeZone, language: 'en', isDemo: true, now });
  return newMatchRequest({
    member,
    sprint: planSprint(planOf(person, track, 'm'), { id: 's', memberId: id, now }),
    now,
  });
};

describe('the demo people', () => {
  it('are at least thirty, in eight pods, each with an id of their own', () => {
    expect(everybody.length).toBeGreaterThanOrEqual(30);
    expect(DEMO_PODS).toHaveLength(8);
    expect(new Set(everybody.map((person) => person.id)).size).toBe(everybody.length);
  });

  it('live in many zones, on both sides of the date line', () => {
    const zones = new Set(everybody.map((person) => person.zone));
    expect(zones.size).toBeGreaterThanOrEqual(20);
    expect([...zones]).toEqual(expect.arrayContaining(['Pacific/Apia', 'America/Los_Angeles']));
  });

  // Both halves of the year: their shared hours move with daylight saving time.
  it.each(['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'])('are matched into just those pods (%s)', (instant) => {
    const now = new Date(instant);
    for (const pod of DEMO_PODS) {
      const requests = pod.people.map((person) => requestOf(person, pod.track, now));
      const groups = plainMatching(requests, { now, seed: 1 });
      expect(groups.map((group) => group.memberIds.toSorted())).toEqual([pod.people.map(({ id }) => id).toSorted()]);
    }
  });
});

describe('the dice', () => {
  it('fall the same way for the same words, and evenly over many', () => {
    expect(throwOf('a', 1)).toBe(throwOf('a', 1));
    const throws = Array.from({ length: 2000 }, (_, n) => throwOf('n', n));
    expect(throws.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(throws.filter((value) => value < 0.25).length / throws.length).toBeCloseTo(0.25, 1);
  });
});

describe('the past', () => {
  it('is told in the order of time, with events planned on the way, and ends at the present', async () => {
    const day = (label: string) => new Date(`${LocalDay.parse(label)}T00:00:00Z`);
    const clock = new SteeredClock(day('2026-01-01'));
    const past = new PastEvents(clock);
    const told: string[] = [];
    const tell = (name: string) => async () =>
      void told.push(`${name} ${(await clock.now()).toISOString().slice(0, 10)}`);
    past.plan(day('2026-01-05'), tell('late'));
    past.plan(day('2026-01-02'), async () => {
      await tell('early')();
      past.plan(day('2026-01-03'), tell('planned'));
    });
    past.plan(day('2026-02-01'), tell('never'));
    await past.tellUntil(day('2026-01-10'));
    expect(told).toEqual(['early 2026-01-02', 'planned 2026-01-03', 'late 2026-01-05']);
    expect(await clock.now()).toEqual(day('2026-01-10'));
  });
});

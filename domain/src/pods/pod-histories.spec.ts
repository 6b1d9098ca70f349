import fc from 'fast-check';
import { DomainError } from '../contracts';
import { DecisionOption, Pod, PodDecision, type PodStatus } from '../documents';
import { aCard } from '../matching/example-requests';
import { answerDecision, askAboutAbsence, askToSeparate, joinPod, leavePod, passTime } from './continuity';
import { nextDue } from './deciding';
import { aPod } from './example-pod';
import { newPod } from './form-pod';
import { type Departure, isOpen, type PodCase, type PodOutcome } from './pod-case';

const PEOPLE = ['ana', 'ben', 'cem', 'dana', 'eve', 'finn'];
const START = new Date('2026-06-01T12:00:00Z');
const HOUR_MS = 3_600_000;

const somebody = fc.constantFrom(...PEOPLE);
const happening = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant('leave' as const), who: somebody, moves: fc.boolean() }) },
  {
    weight: 12,
    arbitrary: fc.record({
      what: fc.constant('answer' as const),
      who: somebody,
      nth: fc.nat(3),
      option: fc.constantFrom(...DecisionOption.options, null),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ what: fc.constant('time' as const), hours: fc.constantFrom(0.5, 1, 6, 24, 72) }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('absence' as const), who: somebody }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('block' as const), who: somebody, whom: somebody }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant('fill' as const), who: somebody }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('form' as const), who: somebody, whom: somebody }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('be-seen' as const), who: somebody }) },
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** Pods, a queue and blocks in memory, which do with departures what the server does. */
class World {
  now = START;
  readonly pods = new Map<string, PodCase>();
  readonly queue = new Set(PEOPLE);
  readonly seenAt: Record<string, Date> = Object.fromEntries(PEOPLE.map((id) => [id, START]));
  readonly blocks: (readonly [string, string])[] = [];
  /** Whose sprint was ended with what was still to come excused. */
  readonly exited: string[] = [];
  private made = 0;

  constructor(...groups: string[][]) {
    for (const group of groups) this.form(group);
  }

  circumstances = () => ({ now: this.now, nextId: () => `id${(this.made += 1)}` });
  podOf = (who: string): PodCase | undefined => [...this.pods.values()].find(({ pod }) => pod.memberIds.includes(who));
  mayMeet = (people: readonly string[]): boolean =>
    this.blocks.every(([a, b]) => !people.includes(a) || !people.includes(b));

  form(people: readonly string[]): void {
    const { meeting, timeZone } = aPod();
    const id = this.circumstances().nextId();
    const cards = people.map((who) => aCard(who));
    const trialEndsAt = people.length === 3 ? new Date(this.now.getTime() + 72 * HOUR_MS) : null;
    this.pods.set(id, {
      pod: newPod({ id, cards, track: 'gym', timeZone, meeting, trialEndsAt, now: this.now }),
      decisions: [],
    });
    for (const who of people) this.queue.delete(who);
  }

  save(outcome: PodOutcome | null): void {
    if (!outcome) return;
    const { pod, decisions, departures } = outcome;
    expect(pod.version - (this.pods.get(pod.id)?.pod.version ?? 0)).toBeLessThanOrEqual(1);
    this.pods.set(pod.id, { pod, decisions: decisions.filter(({ state }) => state === 'open' || state === 'serving') });
    for (const departure of departures) this.depart(departure);
  }

  private depart({ memberIds, to, withId }: Departure): void {
    if (to === 'exit') this.exited.push(...memberIds);
    else if (to === 'together' && this.mayMeet(memberIds)) this.form(memberIds);
    else if (to === 'along' && withId && this.queue.has(withId) && this.mayMeet([...memberIds, withId]))
      this.form([...memberIds, withId]);
    else if (to !== 'nowhere' && to !== 'way-back') for (const id of memberIds) this.queue.add(id);
  }
}

function happen(world: World, event: Happening): void {
  const c = world.circumstances();
  const before = 'who' in event ? world.podOf(event.who) : undefined;
  switch (event.what) {
    case 'leave': {
      const to = event.moves ? ('queue' as const) : ('nowhere' as const);
      const why = event.moves ? ('moved-on' as const) : ('left' as const);
      return before && world.save(leavePod(before, { memberIds: [event.who], to, why }, c));
    }
    case 'answer': {
      const mine = before?.decisions.filter(({ askedIds, state }) => state === 'open' && askedIds.includes(event.who));
      const decision = mine?.[event.nth % Math.max(1, mine.length)];
      if (!before || !decision) return;
      const option = event.option ?? decision.options[event.nth % decision.options.length];
      return world.save(answerDecision(before, { decisionId: decision.id, memberId: event.who, option: option! }, c));
    }
    case 'time':
      world.now = new Date(world.now.getTime() + event.hours * HOUR_MS);
      return;
    case 'absence': {
      const p = { memberId: event.who, missedAt: world.now, rematchId: c.nextId(), stillInId: c.nextId() };
      return before && world.save(askAboutAbsence(before, p, c));
    }
    case 'block': {
      if (event.who === event.whom) return;
      world.blocks.push([event.who, event.whom]);
      const p = { blockerId: event.who, blockedId: event.whom, mayRemove: world.now.getUTCHours() % 2 === 0 };
      return before && world.save(askToSeparate(before, p, c));
    }
    case 'fill': {
      const seeking = [...world.pods.values()].find(
        ({ pod }) => pod.search && world.mayMeet([...pod.memberIds, event.who]),
      );
      if (!seeking || !world.queue.has(event.who)) return;
      const { meeting, timeZone } = seeking.pod;
      world.save(joinPod(seeking, { card: aCard(event.who), meeting, timeZone }, c));
      return void world.queue.delete(event.who);
    }
    case 'form': {
      const pair = [event.who, event.whom];
      const areFree = event.who !== event.whom && pair.every((id) => world.queue.has(id));
      return areFree && world.mayMeet(pair) ? world.form(pair) : undefined;
    }
    case 'be-seen':
      world.seenAt[event.who] = world.now;
  }
}

/** As the tasks do; a task may also come late, so not after each event. */
function letTimePass(world: World): void {
  for (const before of [...world.pods.values()]) {
    const places = PEOPLE.map((id) => {
      const home = world.podOf(id);
      return [id, home ? { podSince: home.pod.createdAt } : world.queue.has(id) ? 'looking' : 'elsewhere'] as const;
    });
    const facts = { seenAt: world.seenAt, whereabouts: Object.fromEntries(places) };
    if (before.pod.dueAt && before.pod.dueAt <= world.now) world.save(passTime(before, facts, world.circumstances()));
  }
}

const SIZES: Record<PodStatus, readonly number[]> = { active: [2, 3, 4], degraded: [1], solo: [1], ended: [0] };

function check(world: World): void {
  const housed = [...world.pods.values()].flatMap(({ pod }) => pod.memberIds);
  expect(new Set(housed).size).toBe(housed.length); // nobody in two pods
  expect(housed.filter((id) => world.queue.has(id))).toEqual([]);
  for (const { pod, decisions } of world.pods.values()) {
    expect(Pod.parse(pod)).toEqual(pod);
    expect(SIZES[pod.status]).toContain(pod.memberIds.length);
    expect(pod.cards.map(({ id }) => id)).toEqual(pod.memberIds);
    expect(pod.awayIds.filter((id) => !pod.memberIds.includes(id))).toEqual([]);
    expect(pod.dueAt).toEqual(nextDue(pod, decisions));
    expect(pod.search === null || pod.status === 'active' || pod.status === 'degraded').toBe(true);
    for (const decision of decisions.filter(isOpen)) {
      expect(PodDecision.parse(decision)).toEqual(decision);
      expect(decision.askedIds.filter((id) => !pod.memberIds.includes(id))).toEqual([]);
      expect(decision.askedIds.length).toBeGreaterThan(0);
    }
  }
}

/** What must hold when no task is late: every deadline lies ahead, and whoever is blocked is apart or about to be. */
function checkInTime(world: World): void {
  for (const { pod, decisions } of world.pods.values()) {
    expect(pod.dueAt === null || pod.dueAt > world.now).toBe(true);
    for (const decision of decisions.filter(isOpen)) expect(decision.expiresAt > world.now).toBe(true);
    for (const pair of world.blocks.filter((ids) => ids.every((id) => pod.memberIds.includes(id)))) {
      const separating = decisions.filter((one) => isOpen(one) && one.kind === 'separation');
      expect(separating.some((one) => pair.includes(one.askedIds[0]!) && pair.includes(one.subjectId!))).toBe(true);
    }
  }
}

describe('random histories of pods', () => {
  it.each(['in time', 'late'] as const)('keep to what a pod is, with tasks that come %s', (tasks) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(happening, fc.boolean()), { maxLength: 60 }), (events) => {
        const world = new World(['ana', 'ben', 'cem'], ['dana', 'eve']);
        for (const [event, hasTask] of events) {
          const exited = world.exited.length;
          try {
            happen(world, event);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
          if (tasks === 'in time' || hasTask) letTimePass(world);
          check(world);
          if (tasks === 'in time') checkInTime(world);
          // A sprint ends only for the one who says so, never by what another one does.
          const byOwnWord = event.what === 'answer' ? [event.who] : [];
          expect(world.exited.slice(exited).every((id) => byOwnWord.includes(id))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

import { type Candidate } from '@podmates/domain/matching';
import { circlesOf } from './circles';
import { Draw } from './draw';
import { spentMs } from './matched';
import { Scores } from './scores';

const COOLING = { from: 0.05, to: 0.001 } as const; // from the worth of a wait to less than any factor's step
const LOOKS_AT_TIME_EVERY = 256;
const TRIES_FOR_COMPANY = 4;
const FIRST_CHOICES = 16;
const MOST_MEMBERS = 4;

export type AnnealingStart = 'alone' | 'greedy';

interface Group {
  readonly members: readonly number[];
  /** Zero for somebody alone. */
  readonly worth: number;
}

/**
 * Simulated annealing as one would write it for this: somebody moves to the group of another who shares hours, changes
 * places with one of its members, makes a pair with the other, brings the own group along, or leaves; cooling is
 * geometric over the given time. It knows what the engine knows: circles, who is there at which hour, quick scores.
 */
export class Annealing {
  private readonly groupOf: Group[];
  private readonly scores: Scores;
  private readonly peers: readonly (readonly (readonly number[])[])[];
  private readonly draw: Draw;

  constructor(
    private readonly people: readonly Candidate[],
    now: Date,
    seed: number,
  ) {
    this.draw = new Draw(seed);
    this.scores = new Scores(people, now);
    this.groupOf = people.map((_, nth) => ({ members: [nth], worth: 0 }));
    this.peers = peersByHour(people);
  }

  /** `milliseconds` of this process's time on a core, a greedy start included. */
  run(p: { start: AnnealingStart; milliseconds: number }): void {
    const began = spentMs();
    if (p.start === 'greedy') this.startGreedy();
    for (let spent = 0; spent < 1; spent = (spentMs() - began) / p.milliseconds) {
      const temperature = COOLING.from * (COOLING.to / COOLING.from) ** spent;
      for (let move = 0; move < LOOKS_AT_TIME_EVERY; move += 1) this.tryMove(temperature);
    }
  }

  /** Places in the list of people, group by group; those who are alone are in none. */
  groups(): (readonly number[])[] {
    return [...new Set(this.groupOf)].map(({ members }) => members).filter(({ length }) => length > 1);
  }

  /** Longest wait first, each joins the best of a few: better than nothing, and quick. */
  private startGreedy(): void {
    const turns = this.people
      .map((_, nth) => nth)
      .sort((a, b) => this.people[a]!.waitingSince.getTime() - this.people[b]!.waitingSince.getTime());
    for (const one of turns) {
      const own = this.groupOf[one]!;
      if (own.members.length > 1) continue;
      let best: { theirs: Group; joined: Group; gain: number } | undefined;
      for (let choice = 0; choice < FIRST_CHOICES; choice += 1) {
        const other = this.company(one);
        if (other === undefined) continue;
        const theirs = this.groupOf[other]!;
        const joined = this.grouped([...theirs.members, one]);
        const gain = joined ? joined.worth - theirs.worth : 0;
        if (joined && gain > (best?.gain ?? 0)) best = { theirs, joined, gain };
      }
      if (best) this.keep([best.joined]);
    }
  }

  private tryMove(temperature: number): void {
    const one = this.draw.integer(0, this.people.length - 1);
    const other = this.company(one);
    if (other === undefined) return;
    const own = this.groupOf[one]!;
    const theirs = this.groupOf[other]!;
    const proposed = this.draw.of(MOVES)({ one, other, own: own.members, theirs: theirs.members, draw: this.draw });
    if (!proposed) return;
    let gain = own === theirs ? -own.worth : -own.worth - theirs.worth;
    const after: Group[] = [];
    for (const members of proposed) {
      const group = this.grouped(members);
      if (!group) return;
      after.push(group);
      gain += group.worth;
    }
    if (gain >= 0 || this.draw.chance(Math.exp(gain / temperature))) this.keep(after);
  }

  /** Somebody of the same circle who shares the hours a pod needs. */
  private company(one: number): number | undefined {
    for (let attempt = 0; attempt < TRIES_FOR_COMPANY; attempt += 1) {
      const other = this.draw.of(this.draw.of(this.peers[one]!));
      if (this.scores.mayMeet(one, other)) return other;
    }
    return undefined;
  }

  /** Undefined for members who may not be a group. */
  private grouped(members: readonly number[]): Group | undefined {
    if (members.length === 1) return { members, worth: 0 };
    const worth = this.scores.of(members);
    return worth > 0 ? { members, worth } : undefined;
  }

  private keep(groups: readonly Group[]): void {
    for (const group of groups) for (const nth of group.members) this.groupOf[nth] = group;
  }
}

interface Chosen {
  readonly one: number;
  readonly other: number;
  readonly own: readonly number[];
  readonly theirs: readonly number[];
  readonly draw: Draw;
}
/** The groups that `own` and `theirs` would become; null where the move makes no sense. */
type Move = (chosen: Chosen) => (readonly number[])[] | null;

const without = (group: readonly number[], gone: number): number[] => group.filter((nth) => nth !== gone);
const existing = (groups: readonly (readonly number[])[]): (readonly number[])[] =>
  groups.filter(({ length }) => length > 0);

const MOVES: readonly Move[] = [
  function relocate({ one, own, theirs }) {
    if (own === theirs || theirs.length === MOST_MEMBERS) return null;
    return existing([without(own, one), [...theirs, one]]);
  },
  function changePlaces({ one, other, own, theirs, draw }) {
    const leaving = draw.of(theirs);
    if (own === theirs || leaving === other) return null;
    return [
      [...without(own, one), leaving],
      [...without(theirs, leaving), one],
    ];
  },
  function makeAPair({ one, other, own, theirs }) {
    if (own === theirs) return own.length === MOST_MEMBERS ? [[one, other], without(without(own, one), other)] : null;
    return existing([[one, other], without(own, one), without(theirs, other)]);
  },
  function bringAll({ own, theirs }) {
    return own === theirs || own.length + theirs.length > MOST_MEMBERS ? null : [[...own, ...theirs]];
  },
  function leave({ one, own, theirs }) {
    return own === theirs && own.length > 2 ? [[one], without(own, one)] : null;
  },
];

/** For each person, and each of the hours named, everybody of the circle who named it too. */
function peersByHour(people: readonly Candidate[]): (readonly number[])[][] {
  const peers: (readonly number[])[][] = people.map(() => []);
  for (const circle of circlesOf(people)) {
    const there = new Map<number, number[]>();
    for (const nth of circle) {
      for (const hour of people[nth]!.hours) {
        const known = there.get(hour);
        if (known) known.push(nth);
        else there.set(hour, [nth]);
      }
    }
    for (const nth of circle) peers[nth] = people[nth]!.hours.map((hour) => there.get(hour)!);
  }
  return peers;
}

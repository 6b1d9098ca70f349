import { type MatchRequest, type Track } from '@podmates/domain';
import { type Desks } from '../../../functions/src/runtime/desks';
import { demoPlan, waitingPerson } from './cast';
import { attempt, type Circumstances, type Habit } from './circumstances';
import { demoId, isDemo } from './choices';

/** One more than a visitor needs, for the next visitor meanwhile. */
const USUALLY_WAITING = 3;
/** With a visitor they make the usual pod of three. Those whom a visitor asked not to meet again are no company. */
const COMPANY = 2;
const CIRCLES: readonly Circle[] = [
  { track: 'gym', language: 'en' },
  { track: 'dotnet-prompting', language: 'en' },
];
/** Ids of those who wait begin here, apart from the pods'. */
export const FIRST_WAITING = 101;

interface Circle {
  readonly track: Track;
  readonly language: string;
}

/** Which circles need how many more people: the usual ones, and every circle in which a visitor finds too little company. */
export function missingPeople(waiting: readonly MatchRequest[]): Circle[] {
  const demoPeople = waiting.filter(({ memberId }) => isDemo(memberId));
  const usual = CIRCLES.flatMap((circle) =>
    repeated(circle, USUALLY_WAITING - demoPeople.filter((one) => isSame(one, circle)).length),
  );
  const forVisitors = waiting
    .filter(({ memberId }) => !isDemo(memberId))
    .flatMap((visitor) => repeated(visitor, COMPANY - demoPeople.filter((one) => isCompany(one, visitor)).length));
  return [...usual, ...forVisitors];
}

/** Somebody for every pod that looks for one and finds nobody waiting. */
export const missingFor = (searches: readonly Circle[], waiting: readonly MatchRequest[]): Circle[] =>
  searches
    .filter((circle) => !waiting.some((one) => isDemo(one.memberId) && isSame(one, circle)))
    .map(({ track, language }) => ({ track, language }));

const repeated = ({ track, language }: Circle, times: number): Circle[] =>
  Array.from({ length: Math.max(0, times) }, () => ({ track, language }));
const isSame = (a: Circle, b: Circle) => a.track === b.track && a.language === b.language;

/** By wish alone, not by hours: a visitor whose hours suit nobody would call in one more person each second. */
const isCompany = (one: MatchRequest, visitor: MatchRequest) =>
  isSame(one, visitor) &&
  ![...visitor.recent, ...one.recent].some((met) => [one.memberId, visitor.memberId].includes(met.memberId));

/** Who waits when nobody has come yet. */
export const usualWaiting = () => missingPeople([]);

/** Somebody always waits: whoever is matched is followed by new demo people. Those who ended a sprint start another. */
export class Waiting implements Habit {
  constructor(
    private readonly at: Circumstances,
    private readonly desks: Desks,
  ) {}

  async follow(): Promise<void> {
    const waiting = await this.at.records.matchRequests.where('status', '==', 'waiting').get();
    const requests = waiting.docs.map((found) => found.data());
    const missing = [...missingPeople(requests), ...missingFor(await this.searches(), requests)];
    if (missing.length > 0) {
      let next = await this.nextNumber();
      for (const circle of missing) await attempt('wait for a pod', () => this.enter(next++, circle));
    }
    await this.startAnew();
  }

  /** The circles in which a visitor's pod looks for somebody. */
  private async searches(): Promise<Circle[]> {
    const pods = await this.at.records.pods.where('search.mode', '==', 'refill').get();
    const visitors = pods.docs.flatMap((found) => found.data().memberIds.find((id) => !isDemo(id)) ?? []);
    const requests = await Promise.all(visitors.map((id) => this.at.records.matchRequests.doc(id).get()));
    return requests.flatMap((found) => found.data() ?? []);
  }

  private async nextNumber(): Promise<number> {
    const known = await this.at.records.members.where('isDemo', '==', true).select().get();
    return Math.max(FIRST_WAITING - 1, ...known.docs.map((found) => Number(found.id.replace(/\D/g, '')))) + 1;
  }

  private async enter(n: number, { track, language }: Circle): Promise<void> {
    const { name, timeZone } = waitingPerson(n - FIRST_WAITING);
    const memberId = demoId(n);
    const email = `${memberId}@demo.example`;
    await this.desks.accounts.enter({ memberId, displayName: name, email, timeZone, language, isDemo: true });
    await this.desks.sprints.start(memberId, demoPlan({ track, timeZone, isWide: true, mutationId: 'first' }));
  }

  private async startAnew(): Promise<void> {
    const idle = await this.at.records.members.where('isDemo', '==', true).where('activeSprintId', '==', null).get();
    for (const member of idle.docs.map((found) => found.data())) {
      const pod = member.podId === null ? null : (await this.at.records.pods.doc(member.podId).get()).data();
      if (!pod) continue;
      const mutationId = `again-${member.version}-${(await this.sprintsOf(member.id)).toString()}`;
      const plan = demoPlan({ track: pod.track, timeZone: member.timeZone, isWide: false, mutationId });
      await attempt('start another sprint', () => this.desks.sprints.start(member.id, plan));
    }
  }

  private async sprintsOf(memberId: string): Promise<number> {
    return (await this.at.records.sprints.where('memberId', '==', memberId).count().get()).data().count;
  }
}

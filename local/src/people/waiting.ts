import { type MatchRequest, type Member, type Track } from '@podmates/domain';
import { candidateOf, mayMeet } from '@podmates/domain/matching';
import { type Desks } from '../../../functions/src/runtime/desks';
import { demoPlan, waitingPerson } from './cast';
import { attempt, type Circumstances, type Habit } from './circumstances';
import { demoId, isDemo } from './choices';

/** What is asked of a demo person who waits: they adapt to whoever may come. */
export interface DemoWish {
  readonly track: Track;
  readonly language: string;
  readonly isAdult: boolean;
}

/** One more than a visitor needs, for the next visitor meanwhile; of adults, too, as they meet nobody else. */
const USUAL: readonly DemoWish[] = (['gym', 'dotnet-prompting'] as const).flatMap((track) =>
  [false, true].flatMap((isAdult) => Array.from({ length: 3 }, () => ({ track, language: 'en', isAdult }))),
);
/** Ids of those who wait begin here, apart from the pods'. */
export const FIRST_WAITING = 101;

/** Who is missing: of the usual ones, and for every visitor who finds too little company. */
export function missingPeople(waiting: readonly MatchRequest[], now: Date): DemoWish[] {
  const demoPeople = waiting.filter(({ memberId }) => isDemo(memberId));
  const unused = [...demoPeople];
  const usual = USUAL.filter((wish) => {
    const found = unused.findIndex((one) => isSame(one, wish));
    if (found >= 0) unused.splice(found, 1);
    return found < 0;
  });
  const forVisitors = waiting
    .filter(({ memberId }) => !isDemo(memberId))
    .flatMap((visitor) => {
      const company = demoPeople.filter((one) => isCompany(one, visitor, now)).length;
      return Array.from({ length: Math.max(0, neededBy(visitor) - company) }, () => wishFor(visitor));
    });
  return [...usual, ...forVisitors];
}

/** Somebody for every visitor's pod that looks for one and finds nobody waiting; `searching`: a visitor of each. */
export const missingFor = (
  searching: readonly MatchRequest[],
  waiting: readonly MatchRequest[],
  now: Date,
): DemoWish[] =>
  searching
    .filter(
      (visitor) =>
        neededBy(visitor) > 0 && !waiting.some((one) => isDemo(one.memberId) && isCompany(one, visitor, now)),
    )
    .map(wishFor);

/** Who waits when nobody has come yet. */
export const usualWaiting = (): readonly DemoWish[] => USUAL;

const isSame = (one: MatchRequest, wish: DemoWish): boolean =>
  one.track === wish.track && one.language === wish.language && one.isAdult === wish.isAdult;

/** By wish alone, not by hours: a visitor whose hours suit nobody would call in one more person each second. */
const isCompany = (one: MatchRequest, visitor: MatchRequest, now: Date): boolean =>
  mayMeet(candidateOf(one, now), candidateOf(visitor, now));

/**
 * With them the visitor makes a pod of three, or of the least other size that suits. Demo people do not say who they
 * are, so nobody of them comes to a visitor who is comfortable only with some.
 */
const neededBy = ({ sizes, comfort }: MatchRequest): number => {
  if (comfort !== null) return 0;
  return sizes.includes(3) ? 2 : Math.min(...sizes) - 1;
};

const wishFor = ({ track, language, isAdult }: MatchRequest): DemoWish => ({ track, language, isAdult });

/** Somebody comes in by the server's own desks, says what is asked of them, and waits. */
export async function enterDemoPerson(desks: Desks, n: number, wish: DemoWish): Promise<void> {
  const { name, timeZone } = waitingPerson(n - FIRST_WAITING);
  const { track, language, isAdult } = wish;
  const memberId = demoId(n);
  const email = `${memberId}@demo.example`;
  await desks.accounts.enter({ memberId, displayName: name, email, timeZone, language, isDemo: true });
  if (isAdult) await desks.accounts.saveProfile(memberId, adultProfile({ displayName: name, timeZone }));
  await desks.sprints.start(memberId, demoPlan({ track, timeZone, isWide: true, mutationId: 'first' }));
}

const adultProfile = (told: Pick<Member, 'displayName' | 'timeZone'>) => ({
  ...told,
  expectedVersion: 1,
  pronouns: '',
  privacy: { pronouns: 'podmates', timeZone: 'podmates' } as const,
  isAdult: true,
  experience: 2,
});

/** Somebody always waits: whoever is matched is followed by new demo people. Those who ended a sprint start another. */
export class Waiting implements Habit {
  constructor(
    private readonly at: Circumstances,
    private readonly desks: Desks,
  ) {}

  async follow(now: Date): Promise<void> {
    const waiting = await this.at.records.matchRequests.where('status', '==', 'waiting').get();
    const requests = waiting.docs.map((found) => found.data());
    const missing = [...missingPeople(requests, now), ...missingFor(await this.searches(), requests, now)];
    if (missing.length > 0) {
      let next = await this.nextNumber();
      for (const wish of missing) await attempt('wait for a pod', () => enterDemoPerson(this.desks, next++, wish));
    }
    await this.startAnew();
  }

  /** A visitor of each pod that looks for somebody. */
  private async searches(): Promise<MatchRequest[]> {
    const pods = await this.at.records.pods.where('search.mode', '==', 'refill').get();
    const visitors = pods.docs.flatMap((found) => found.data().memberIds.find((id) => !isDemo(id)) ?? []);
    const requests = await Promise.all(visitors.map((id) => this.at.records.matchRequests.doc(id).get()));
    return requests.flatMap((found) => found.data() ?? []);
  }

  private async nextNumber(): Promise<number> {
    const known = await this.at.records.members.where('isDemo', '==', true).select().get();
    return Math.max(FIRST_WAITING - 1, ...known.docs.map((found) => Number(found.id.replace(/\D/g, '')))) + 1;
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

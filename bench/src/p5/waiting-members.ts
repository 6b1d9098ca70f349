import {
  type MatchRequest,
  type Member,
  type MemberStatus,
  PATHS,
  type Relations,
  SCHEMA_VERSION,
} from '@podmates/domain';
import { type Candidate, shardNumberOf } from '@podmates/domain/matching';
import { type CountedFirestore } from './counted-firestore';
import { Draw } from './draw';
import { NOW } from './population';

/** Every field of a stored document; the readers check their values. */
type Stored<T extends { id: string }> = Record<Exclude<keyof T, 'id'>, unknown>;

const MONTH_MS = 30 * 24 * 3_600_000;
const NEWCOMERS = 0.15;
const TRUSTED = 0.2;

/** A stored request for each of them, as the product would have written it. */
export function givenRequests(store: CountedFirestore, people: readonly Candidate[], seed: number): void {
  const draw = new Draw(seed);
  const requests = store.documents(PATHS.matchRequests);
  for (const person of people) {
    const isTrusted = draw.chance(TRUSTED);
    requests.set(person.id, {
      memberId: person.id,
      sprintId: `sprint-${person.id}`,
      track: person.track,
      focus: person.focus,
      language: person.language,
      isAdult: person.ageGroup === 'adult',
      experience: person.experience,
      styles: person.styles,
      sizes: person.sizes,
      gender: person.gender,
      comfort: person.comfort,
      timeZone: person.zone,
      hours: person.hours,
      lane: !isTrusted && draw.chance(NEWCOMERS) ? 'newcomer' : 'usual',
      isTrusted,
      status: 'waiting',
      lock: null,
      fence: 0,
      snoozedUntil: null,
      waitlist: null,
      rematchedAt: [],
      blocks: person.blocks,
      recent: person.recent.map(recently),
      favourites: person.favourites,
      waitingSince: person.waitingSince,
      headStartMs: 0,
      matchedAt: null,
      shard: shardNumberOf(person.id),
      version: 1,
      schemaVersion: SCHEMA_VERSION,
    } satisfies Stored<MatchRequest>);
  }
}

/** What else is stored of the members who wait in a shard, and is read when they are proposed. */
export function givenMembers(store: CountedFirestore, people: readonly Candidate[]): void {
  for (const person of people) {
    const { styles, sizes, gender, comfort, blocks, favourites } = person;
    store
      .documents(PATHS.memberStatuses)
      .set(person.id, { status: 'active', changedAt: NOW } satisfies Stored<MemberStatus>);
    store.documents(PATHS.members).set(person.id, {
      displayName: 'Somebody',
      email: `${person.id}@bench.example`,
      pronouns: '',
      timeZone: person.zone,
      privacy: { pronouns: 'podmates', timeZone: 'podmates' },
      isAdult: person.ageGroup === 'adult',
      language: person.language,
      experience: person.experience,
      preferences: { styles, sizes, gender, comfort },
      podId: null,
      activeSprintId: `sprint-${person.id}`,
      seenAt: NOW,
      wayBack: null,
      isDemo: false,
      pauses: [],
      version: 1,
      schemaVersion: SCHEMA_VERSION,
      createdAt: NOW,
    } satisfies Stored<Member>);
    if (blocks.length + favourites.length + person.recent.length === 0) continue;
    const recent = person.recent.map(recently);
    const said = {
      blocks,
      reported: [],
      favourites,
      recent,
      mutedNudges: [],
      version: 1,
      schemaVersion: SCHEMA_VERSION,
    };
    store.documents(PATHS.relations).set(person.id, said satisfies Stored<Relations>);
  }
}

const recently = (memberId: string): { memberId: string; until: Date } => ({
  memberId,
  until: new Date(NOW.getTime() + MONTH_MS),
});

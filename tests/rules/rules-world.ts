import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type MemberStatus, PATHS } from '@podmates/domain';
import { initializeTestEnvironment, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { deleteDoc, doc, setDoc, setLogLevel, type Firestore } from 'firebase/firestore';

/** Who appears in the rules tests: ana, ben and sue share a pod, eve is in none of theirs, sue is suspended. */
export const PEOPLE = { ana: 'active', ben: 'active', eve: 'active', sue: 'suspended' } as const satisfies Record<
  string,
  MemberStatus['status']
>;
export type Person = keyof typeof PEOPLE;
export const POD_OF_ANA: readonly Person[] = ['ana', 'ben', 'sue'];

export type Fields = Record<string, unknown>;

export const rulesText = (name: 'firestore.rules' | 'storage.rules'): string =>
  readFileSync(resolve(__dirname, '../..', name), 'utf8');

export interface RulesWorld {
  /** The database as this person sees it; `null` is somebody who is not signed in. */
  as(person: string | null): Firestore;
  /** Writes with the rules off, as the server does. */
  given(path: string, fields: Fields): Promise<void>;
  asServer(act: (server: Firestore) => Promise<unknown>): Promise<void>;
  setStatus(person: string, status: MemberStatus['status'] | null): Promise<void>;
  close(): Promise<void>;
}

/** Starts a world on the Firestore emulator with the rules loaded and the people's statuses stored. */
export async function openWorld(name: string, people: readonly string[] = []): Promise<RulesWorld> {
  setLogLevel('silent'); // a denied write is what these tests ask for
  const environment = await initializeTestEnvironment({
    projectId: `demo-rules-${name}`,
    firestore: { rules: rulesText('firestore.rules') },
  });
  await environment.clearFirestore();
  const world = worldOn(environment, await serverOn(environment));
  for (const [person, status] of Object.entries(PEOPLE)) await world.setStatus(person, status);
  for (const person of people) await world.setStatus(person, 'active');
  return world;
}

/** One context without rules for the whole world: a new one for each write costs 30 ms. */
const serverOn = (environment: RulesTestEnvironment): Promise<Server> =>
  new Promise((opened, failed) => {
    environment
      .withSecurityRulesDisabled(
        (context) => new Promise((close) => opened({ database: context.firestore() as unknown as Firestore, close })),
      )
      .catch(failed);
  });

interface Server {
  readonly database: Firestore;
  close(): void;
}

function worldOn(environment: RulesTestEnvironment, server: Server): RulesWorld {
  const seen = new Map<string | null, Firestore>();
  const open = (person: string | null): Firestore =>
    (person === null
      ? environment.unauthenticatedContext()
      : environment.authenticatedContext(person)
    ).firestore() as unknown as Firestore;
  return {
    as(person) {
      const known = seen.get(person) ?? open(person);
      seen.set(person, known);
      return known;
    },
    async asServer(act) {
      await act(server.database);
    },
    given: (path, fields) => setDoc(doc(server.database, path), fields),
    setStatus(person, status) {
      const place = doc(server.database, PATHS.memberStatuses, person);
      return status === null ? deleteDoc(place) : setDoc(place, { status, changedAt: new Date(0) });
    },
    async close() {
      server.close();
      await environment.cleanup();
    },
  };
}

import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { SessionState } from '@podmates/domain';
import {
  collection,
  deleteDoc,
  doc,
  type Firestore,
  getDocFromServer,
  getDocsFromServer,
  query,
  setDoc,
} from 'firebase/firestore';
import { mutationsOf } from './field-mutations';
import { type CollectionPolicy, OPERATIONS, type Operation, POLICY, type Role, ROLES } from './policy';
import { describeLooks } from './presence-looks';
import { describeStays } from './presence-stays';
import { unseenOutcomes } from './rule-coverage';
import { type Fields, openWorld, type Person, type RulesWorld } from './rules-world';
import { aPod, aSession } from './sample-documents';

const ACTORS: Record<Role, Person | null> = {
  owner: 'ana',
  podmate: 'ben',
  stranger: 'eve',
  suspended: 'sue',
  'signed-out': null,
};

let world: RulesWorld;
let places = 0;
beforeAll(async () => {
  world = await openWorld('policy');
});
afterAll(() => world.close());

/** A fresh place for one document of `owner`, with the pod or session it lies in. */
async function place(policy: CollectionPolicy, owner: Person): Promise<{ collection: string; path: string }> {
  const key = `key${places++}`;
  if (policy.collection.startsWith('pods/')) await world.given(`pods/${key}`, aPod());
  if (policy.collection.startsWith('sessions/')) await world.given(`sessions/${key}`, aSession());
  const within = policy.collection.replace('{key}', key);
  return { collection: within, path: `${within}/${policy.idOf?.(owner) ?? key}` };
}

const created = (policy: CollectionPolicy, owner: Person): Fields =>
  policy.writes?.created(owner) ?? policy.stored(owner);
const edited = (policy: CollectionPolicy, author: Person): Fields =>
  policy.writes?.edited?.(author) ?? created(policy, author);

/** One operation of one row, made ready and then asked for as often as a test needs it. */
async function ready(policy: CollectionPolicy, operation: Operation, role: Role) {
  const asked = ACTORS[role];
  const owner: Person = role === 'suspended' ? 'sue' : 'ana';
  // A document that several may write carries the name of the one who writes it: forging is another test.
  const author = policy.idOf || asked === null ? owner : asked;
  const { collection: within, path } = await place(policy, owner);
  if (operation === 'create') await world.asServer((server) => deleteDoc(doc(server, path)));
  else await world.given(path, policy.stored(owner));
  const perform: Record<Operation, (as: Firestore, author: Person) => Promise<unknown>> = {
    get: (as) => getDocFromServer(doc(as, path)),
    list: (as) => getDocsFromServer(query(collection(as, within), ...(policy.asks?.(owner) ?? []))),
    create: (as, by) => setDoc(doc(as, path), created(policy, by)),
    update: (as, by) => setDoc(doc(as, path), edited(policy, by)),
    delete: (as) => deleteDoc(doc(as, path)),
  };
  return {
    path,
    ask: () => perform[operation](world.as(asked), author),
    /** The same request by somebody who may: it differs in who asks, or in the status of the one who asks. */
    askTwin: async () => {
      const mayDoIt = policy.allowed[operation] ?? [];
      if (role === 'suspended' && mayDoIt.includes('owner')) {
        await world.setStatus('sue', 'active');
        await assertSucceeds(perform[operation](world.as('sue'), author));
        await world.setStatus('sue', 'suspended');
      } else if (mayDoIt.includes('owner')) {
        await assertSucceeds(perform[operation](world.as('ana'), 'ana'));
      } else {
        await world.asServer((server) => perform[operation](server, author));
        await world.given(path, policy.stored(owner)); // a status that the server removed would stop everybody else
      }
    },
  };
}

describe.each(POLICY.map((policy) => [policy.collection, policy] as const))('%s', (_, policy) => {
  for (const operation of OPERATIONS) {
    for (const role of ROLES) {
      if (policy.allowed[operation]?.includes(role)) {
        it(`lets ${role} ${operation}`, async () => {
          await assertSucceeds((await ready(policy, operation, role)).ask());
        });
      } else {
        it(`keeps ${role} from ${operation}`, async () => {
          const request = await ready(policy, operation, role);
          await assertFails(request.ask());
          await request.askTwin();
        });
      }
    }
  }
});

describe.each(POLICY.filter(({ writes }) => writes).map((policy) => [policy.collection, policy] as const))(
  'a document a client writes into %s',
  (_, policy) => {
    const { fields, immutable = {}, onlyByEdit = {} } = policy.writes ?? { fields: {} };
    const mutations = mutationsOf(fields);
    const operations = (['create', 'update'] as const).filter((operation) => policy.allowed[operation]);

    for (const operation of operations) {
      const right = operation === 'create' ? created : edited;
      const write = async (path: string, change: (right: Fields) => Fields) =>
        setDoc(doc(world.as('ana'), path), change(right(policy, 'ana')));

      it.each(mutations.denied)(`is refused at ${operation} with $name`, async ({ change }) => {
        const { path } = await ready(policy, operation, 'owner');
        await assertFails(write(path, change));
        await assertSucceeds(write(path, (document) => document));
      });

      it.each(mutations.allowed.filter(({ change }) => operation === 'create' || !touches(change, immutable)))(
        `is taken at ${operation} with $name`,
        async ({ change }) => {
          await assertSucceeds(write((await ready(policy, operation, 'owner')).path, change));
        },
      );
    }

    for (const [key, other] of Object.entries(immutable)) {
      it(`keeps ${key} through an edit`, async () => {
        const { path } = await ready(policy, 'update', 'owner');
        await assertFails(setDoc(doc(world.as('ana'), path), { ...edited(policy, 'ana'), [key]: other }));
        await assertSucceeds(setDoc(doc(world.as('ana'), path), edited(policy, 'ana')));
      });
    }

    for (const [key, later] of Object.entries(onlyByEdit)) {
      it(`begins with its ${key} unset, and has it set by an edit`, async () => {
        const fresh = await ready(policy, 'create', 'owner');
        await assertFails(setDoc(doc(world.as('ana'), fresh.path), { ...created(policy, 'ana'), [key]: later }));
        const { path } = await ready(policy, 'update', 'owner');
        await assertSucceeds(setDoc(doc(world.as('ana'), path), { ...edited(policy, 'ana'), [key]: later }));
      });
    }

    if (policy.idOf) {
      it('is refused from a stranger even under their own id', async () => {
        const { collection: within } = await place(policy, 'ana');
        await assertFails(setDoc(doc(world.as('eve'), within, 'eve'), created(policy, 'eve')));
        await assertSucceeds(setDoc(doc(world.as('ana'), within, 'ana'), created(policy, 'ana')));
      });
    }
    if (!policy.idOf) {
      it.each(['with a space', 'with.dot', 'x'.repeat(129)])('is refused under the id %s', async (id) => {
        const { collection: within } = await place(policy, 'ana');
        await assertFails(setDoc(doc(world.as('ana'), within, id), created(policy, 'ana')));
        await assertSucceeds(setDoc(doc(world.as('ana'), within, id.slice(0, 4)), created(policy, 'ana')));
      });
    }
  },
);

function touches(change: (right: Fields) => Fields, fields: Fields): boolean {
  return Object.keys(change({})).some((key) => key in fields);
}

const HELD_OPEN = POLICY.flatMap((policy) =>
  policy.openIn ? [[policy.collection, policy, policy.openIn] as const] : [],
);
describe.each(HELD_OPEN)('%s through the life of a session', (_, policy, openIn) => {
  const writes = (['create', 'update', 'delete'] as const).filter((operation) => policy.allowed[operation]);
  for (const operation of writes) {
    it.each(SessionState.options)(`takes ${operation} in its time: %s`, async (state) => {
      const request = await ready(policy, operation, 'owner');
      await world.given(request.path.split('/').slice(0, 2).join('/'), aSession(state));
      await (openIn.includes(state) ? assertSucceeds(request.ask()) : assertFails(request.ask()));
    });
  }
});

describeStays(() => world);
describeLooks(() => world);

describe('the table as a whole', () => {
  it('sees every condition of the rules both true and false', async () => {
    expect(await unseenOutcomes('demo-rules-policy')).toEqual([]);
  });
});

import { assertFails, assertSucceeds, initializeTestEnvironment } from '@firebase/rules-unit-testing';
import { doc, type Firestore, getDocFromServer } from 'firebase/firestore';
import { BROKEN, HOLDING } from '../../local/src/storage-rules/sample-conditions';

/** Firestore's runtime judges the examples by which the stand-in for Storage's was built. */
describe('the rules language, as the Firestore emulator evaluates it', () => {
  const conditions = [...HOLDING, ...BROKEN, ...BROKEN.map((broken) => `!(${broken})`)];
  const either = BROKEN.flatMap((broken) => [
    `(${broken}) || true`,
    `!(false && (${broken}))`,
    `!((${broken}) && false)`,
  ]);
  const all = [...conditions, ...either];
  let environment: Awaited<ReturnType<typeof initializeTestEnvironment>>;
  let database: Firestore;

  beforeAll(async () => {
    const matches = all.map((condition, n) => `match /conditions/n${n} { allow get: if ${condition}; }`);
    environment = await initializeTestEnvironment({
      projectId: 'demo-rules-language',
      firestore: {
        rules: `rules_version = '2'; service cloud.firestore { match /databases/{database}/documents { ${matches.join('\n')} } }`,
      },
    });
    database = environment.authenticatedContext('ana').firestore() as unknown as Firestore;
  });
  afterAll(() => environment.cleanup());

  const asked = (condition: string) => getDocFromServer(doc(database, `conditions/n${all.indexOf(condition)}`));

  it.each([...HOLDING, ...either])('holds: %s', (condition) => assertSucceeds(asked(condition)));
  it.each(conditions.slice(HOLDING.length))('denies: %s', (condition) => assertFails(asked(condition)));
});

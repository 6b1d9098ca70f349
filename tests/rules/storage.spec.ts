import { randomUUID } from 'node:crypto';
import { assertFails, assertSucceeds, initializeTestEnvironment } from '@firebase/rules-unit-testing';
import { LIMITS, type MemberStatus, proofPath, shownProofPath } from '@podmates/domain';
import { PROOF_TYPES } from '@podmates/domain/checkins';
import { doc, type Firestore, setDoc } from 'firebase/firestore';
import {
  deleteObject,
  type FirebaseStorage,
  getMetadata,
  listAll,
  ref,
  updateMetadata,
  uploadBytes,
} from 'firebase/storage';
import { rulesText } from './rules-world';
import { aSlot, aStatus } from './sample-documents';

/** Storage rules read the Firestore of the emulators' own project, which is shared: every run has its own people. */
const RUN = randomUUID().slice(0, 8);
const idOf = (person: string): string => `${person}-${RUN}`;
const slotOf = (person: string): string => `slot-${idOf(person)}`;
const PEOPLE: Readonly<Record<string, MemberStatus['status']>> = { ana: 'active', eve: 'active', sue: 'suspended' };
const PNG = { contentType: 'image/png' };
const SOME_BYTES = new Uint8Array([1, 2, 3]);

describe('a file that proves effort', () => {
  let environment: Awaited<ReturnType<typeof initializeTestEnvironment>>;
  const storages = new Map<string | null, FirebaseStorage>();
  const as = (person: string | null): FirebaseStorage => {
    const context = () =>
      person === null ? environment.unauthenticatedContext() : environment.authenticatedContext(idOf(person));
    const known = storages.get(person) ?? (context().storage() as unknown as FirebaseStorage);
    storages.set(person, known);
    return known;
  };
  const asServer = (act: (p: { storage: FirebaseStorage; database: Firestore }) => Promise<unknown>) =>
    environment.withSecurityRulesDisabled(async (context) => {
      const storage = context.storage() as unknown as FirebaseStorage;
      await act({ storage, database: context.firestore() as unknown as Firestore });
    });

  beforeAll(async () => {
    environment = await initializeTestEnvironment({
      projectId: process.env['GCLOUD_PROJECT'] ?? 'demo-podmates',
      storage: { rules: rulesText('storage.rules') },
    });
    await asServer(async ({ database }) => {
      for (const [person, status] of Object.entries(PEOPLE)) {
        await setDoc(doc(database, 'memberStatuses', idOf(person)), aStatus(status));
        await setDoc(doc(database, 'slots', slotOf(person)), aSlot(idOf(person)));
      }
    });
  });
  afterAll(() => environment.cleanup());

  const setStatus = (person: string, status: string) =>
    asServer(({ database }) => setDoc(doc(database, 'memberStatuses', idOf(person)), aStatus(status)));
  const freshPath = (owner: string, name = `${randomUUID()}.png`) => proofPath(idOf(owner), slotOf(owner), name);
  const uploads = (person: string | null, path: string, bytes = SOME_BYTES, metadata: object = PNG) =>
    uploadBytes(ref(as(person), path), bytes, metadata);
  const reads = (person: string | null, path: string) => getMetadata(ref(as(person), path));

  it('is stored by the member whose slot it is for, and read by nobody: what was made of it is shown', async () => {
    const path = freshPath('ana');
    await assertSucceeds(uploads('ana', path));
    for (const person of ['ana', 'eve', null]) await assertFails(reads(person, path));
    const shown = shownProofPath(idOf('ana'), slotOf('ana'), 'a');
    await asServer(({ storage }) => uploadBytes(ref(storage, shown), SOME_BYTES, PNG));
    for (const person of ['ana', 'eve', null]) await assertFails(reads(person, shown));
    await assertFails(uploads('ana', shownProofPath(idOf('ana'), slotOf('ana'), 'b')));
  });

  it.each(['eve', null])('is not stored by another: %s', async (other) => {
    const path = freshPath('ana');
    await assertFails(uploads(other, path));
    await assertSucceeds(uploads('ana', path));
  });

  it('is out of reach while suspended', async () => {
    const path = freshPath('sue');
    await assertFails(uploads('sue', path));
    await setStatus('sue', 'active');
    await assertSucceeds(uploads('sue', path));
    await setStatus('sue', 'suspended');
  });

  it.each([slotOf('eve'), `slot-nobody-${RUN}`])('belongs to a slot of one’s own, not to %s', async (slot) => {
    await assertFails(uploads('ana', proofPath(idOf('ana'), slot, 'a.png')));
    await assertSucceeds(uploads('ana', freshPath('ana')));
  });

  it('is never written over, changed or deleted, and not listed', async () => {
    const path = freshPath('ana');
    await assertSucceeds(uploads('ana', path));
    await assertFails(uploads('ana', path));
    await assertFails(updateMetadata(ref(as('ana'), path), { contentType: 'text/html' }));
    await assertFails(deleteObject(ref(as('ana'), path)));
    await assertFails(listAll(ref(as('ana'), path.slice(0, path.lastIndexOf('/')))));
    await assertSucceeds(uploads('ana', freshPath('ana')));
  });

  it.each(PROOF_TYPES)('may be %s', (contentType) =>
    assertSucceeds(uploads('ana', freshPath('ana'), SOME_BYTES, { contentType })),
  );

  it.each([
    'image/svg+xml',
    'text/html',
    'image/gif',
    'application/octet-stream',
    'image/heic',
    'application/pdf',
    'IMAGE/PNG',
    'image/png; a=b',
  ])('may not be %s', async (contentType) => {
    const path = freshPath('ana');
    await assertFails(uploads('ana', path, SOME_BYTES, { contentType }));
    await assertSucceeds(uploads('ana', path));
  });

  it('is as large as the domain says, and no larger or empty', async () => {
    await assertSucceeds(uploads('ana', freshPath('ana'), new Uint8Array(LIMITS.proofBytes)));
    await assertFails(uploads('ana', freshPath('ana'), new Uint8Array(LIMITS.proofBytes + 1)));
    await assertFails(uploads('ana', freshPath('ana'), new Uint8Array(0)));
  });

  it.each(['.hidden', 'with space.png', '<b>.png', `${'x'.repeat(101)}`, 'a\nb.png', 'ä.png', 'deeper/a.png'])(
    'has a plain name, not %j',
    async (name) => {
      await assertFails(uploads('ana', freshPath('ana', name)));
      await assertSucceeds(uploads('ana', freshPath('ana', 'x'.repeat(60) + randomUUID())));
    },
  );

  it.each(['elsewhere.png', 'proofs/a.png', 'members/ana/a.png'])(
    'lies nowhere but among the proofs: %s',
    async (path) => {
      await assertFails(uploads('ana', path));
      await assertFails(reads('ana', path));
    },
  );
});

import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { type Desks, desks } from '../../../functions/src/runtime/desks';
import { localPorts } from '../../../local/src/functions/local-wiring';
import { HOST, originOf, portBlock, PROJECT_ID } from '../../../local/src/ports';
import { BASE_PORT } from './platform';

interface SignInAccount {
  readonly localId: string;
  readonly providerUserInfo: readonly { readonly providerId: string }[];
}

/** The server's own side of the platform under test, for what no visitor can do, such as looking into every collection. */
export interface ServerSide {
  readonly db: Firestore;
  readonly desks: Desks;
  /** Whoever signed in with this e-mail, and the linked providers as Firebase names them ('google.com'). @throws Error when nobody did */
  accountOf(email: string): Promise<{ id: string; providers: string[] }>;
  close(): Promise<void>;
}

/** Opens the emulators of the platform under test with the rights of the server. */
export function openServerSide(): ServerSide {
  const ports = portBlock(BASE_PORT);
  Object.assign(process.env, {
    FIRESTORE_EMULATOR_HOST: `${HOST}:${ports.firestore}`,
    METADATA_SERVER_DETECTION: 'none', // else the client looks for a cloud machine first, seconds long
  });
  const app = initializeApp({ projectId: PROJECT_ID });
  const db = getFirestore();
  return {
    db,
    desks: desks(localPorts(db)),
    accountOf: async (email) => {
      const account = await accountAt(originOf(ports.auth), email);
      return { id: account.localId, providers: account.providerUserInfo.map(({ providerId }) => providerId).sort() };
    },
    close: () => deleteApp(app),
  };
}

/** By HTTP: the Admin SDK's part for sign-in needs modules that the test runner cannot load. */
async function accountAt(authOrigin: string, email: string): Promise<SignInAccount> {
  const url = `${authOrigin}/identitytoolkit.googleapis.com/v1/projects/${PROJECT_ID}/accounts:lookup`;
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer owner' },
    body: JSON.stringify({ email: [email] }),
  });
  const { users = [] } = (await answer.json()) as { users?: SignInAccount[] };
  const [account] = users;
  if (!account) throw new Error(`Nobody signed in as ${email}.`);
  return account;
}

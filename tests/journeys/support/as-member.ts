import { type FieldProblem } from '@podmates/domain';
import { originOf, type PortBlock, portBlock, PROJECT_ID, REGION } from '../../../local/src/ports';
import { BASE_PORT } from './platform';

const DOCUMENTS = `projects/${PROJECT_ID}/databases/(default)/documents`;

type FieldValue = string | number | boolean | readonly string[];

/** `status` is 'OK' or Google's name of the refusal: 'ABORTED', 'PERMISSION_DENIED' … */
export interface Answer {
  readonly status: string;
  readonly message: string;
  readonly fields: readonly FieldProblem[];
  readonly result: unknown;
}

interface DirectWrite {
  readonly path: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** A field that takes the server's time. */
  readonly serverTime?: string;
}

interface SignInOptions {
  readonly claims?: Readonly<Record<string, boolean>>;
  /** Base port of another platform than the journeys' own. */
  readonly base?: number;
}

/** A client of somebody's own making: it has a member's token and none of the app's good manners. */
export class AsMember {
  private token = '';

  private constructor(private readonly ports: PortBlock) {}

  /** The Auth emulator takes the claims themselves in place of a signed custom token. */
  static async signIn(memberId: string, { claims = {}, base = BASE_PORT }: SignInOptions = {}): Promise<AsMember> {
    const member = new AsMember(portBlock(base));
    const url = `${originOf(member.ports.auth)}/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=any`;
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: JSON.stringify({ uid: memberId, claims }), returnSecureToken: true }),
    });
    member.token = ((await answer.json()) as { idToken: string }).idToken;
    return member;
  }

  /** Calls a function with whatever input, also one that the contract forbids. */
  call(name: string, input: unknown): Promise<Answer> {
    return this.ask(`${originOf(this.ports.functions)}/${PROJECT_ID}/${REGION}/${name}`, { data: input });
  }

  /** Sets the named fields of a document under the rules; the others of an existing one stay. */
  write({ path, fields, serverTime }: DirectWrite): Promise<Answer> {
    const names = Object.keys(fields);
    const update = {
      name: `${DOCUMENTS}/${path}`,
      fields: Object.fromEntries(names.map((name) => [name, restValue(fields[name] ?? '')])),
    };
    const updateTransforms = serverTime ? [{ fieldPath: serverTime, setToServerValue: 'REQUEST_TIME' }] : [];
    return this.ask(`${originOf(this.ports.firestore)}/v1/${DOCUMENTS}:commit`, {
      writes: [{ update, updateMask: { fieldPaths: names }, updateTransforms }],
    });
  }

  read(path: string): Promise<Answer> {
    return this.ask(`${originOf(this.ports.firestore)}/v1/${DOCUMENTS}/${path}`);
  }

  private async ask(url: string, body?: unknown): Promise<Answer> {
    const answer = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { error, result } = (await answer.json()) as {
      error?: { status?: string; message?: string; details?: { fields?: FieldProblem[] } };
      result?: unknown;
    };
    const status = answer.ok ? 'OK' : (error?.status ?? String(answer.status));
    return { status, message: error?.message ?? '', fields: error?.details?.fields ?? [], result: result ?? null };
  }
}

function restValue(value: FieldValue) {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'object') return { arrayValue: { values: value.map((one) => ({ stringValue: one })) } };
  return typeof value === 'boolean' ? { booleanValue: value } : { integerValue: String(value) };
}

import { CALLABLES, type CallableInput, type CallableName, type CallableOutput } from '@podmates/domain';
import { originOf, PROJECT_ID, REGION, type PortBlock } from '../ports';

/** Tokens of the Auth emulator hold for an hour. */
const TOKEN_KEPT_MS = 30 * 60_000;
const DATABASE = `projects/${PROJECT_ID}/databases/(default)`;

/** The server said no, as it might to anybody: too late, too early, somebody was faster. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';
  constructor(
    readonly status: string,
    message: string,
  ) {
    super(`${status}: ${message}`);
  }
}

type Scalar = string | number | boolean | Date | null;
type FieldValue = Scalar | readonly string[] | readonly Readonly<Record<string, Scalar>>[];

/** A write of one document under the rules, by its path below the database's root. */
export interface DirectWrite {
  readonly path: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** The fields that take the server's time. */
  readonly serverTime: string | readonly string[];
  /** 'change' touches the named fields alone. */
  readonly kind: 'create' | 'replace' | 'change';
}

/** Signs demo people in to the Auth emulator and acts for them by the ways a browser has: callables and direct writes. */
export class DemoAccounts {
  private readonly tokens = new Map<string, { token: string; until: number }>();

  constructor(private readonly ports: PortBlock) {}

  /** @throws CallRefused */
  async call<N extends CallableName>(memberId: string, name: N, input: CallableInput<N>): Promise<CallableOutput<N>> {
    const answer = await this.post(memberId, `${originOf(this.ports.functions)}/${PROJECT_ID}/${REGION}/${name}`, {
      data: input,
    });
    return CALLABLES[name].output.parse((answer as { result: unknown }).result) as CallableOutput<N>;
  }

  /** @throws CallRefused when the rules say no */
  async write(memberId: string, write: DirectWrite): Promise<void> {
    const url = `${originOf(this.ports.firestore)}/v1/${DATABASE}/documents:commit`;
    await this.post(memberId, url, { writes: [restWrite(write)] });
  }

  private async post(memberId: string, url: string, body: unknown): Promise<unknown> {
    const authorization = `Bearer ${await this.tokenOf(memberId)}`;
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify(body),
    });
    const result = (await answer.json()) as { error?: { status?: string; message?: string } };
    if (!answer.ok) throw new CallRefused(result.error?.status ?? String(answer.status), result.error?.message ?? '');
    return result;
  }

  private async tokenOf(memberId: string): Promise<string> {
    const kept = this.tokens.get(memberId);
    if (kept && kept.until > Date.now()) return kept.token;
    const path = 'identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=local-platform';
    const answer = await fetch(`${originOf(this.ports.auth)}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      // The Auth emulator takes the claims themselves in place of a signed token.
      body: JSON.stringify({ token: JSON.stringify({ uid: memberId }), returnSecureToken: true }),
    });
    const { idToken } = (await answer.json()) as { idToken?: string };
    if (!idToken) throw new CallRefused('UNAUTHENTICATED', `${memberId} could not sign in`);
    this.tokens.set(memberId, { token: idToken, until: Date.now() + TOKEN_KEPT_MS });
    return idToken;
  }
}

/** The write in the words of Firestore's REST interface. */
export function restWrite({ path, fields, serverTime, kind }: DirectWrite) {
  return {
    update: {
      name: `${DATABASE}/documents/${path}`,
      fields: restFields(fields),
    },
    updateTransforms: [serverTime].flat().map((fieldPath) => ({ fieldPath, setToServerValue: 'REQUEST_TIME' })),
    ...(kind === 'change' ? { updateMask: { fieldPaths: Object.keys(fields) } } : {}),
    ...(kind === 'create' ? { currentDocument: { exists: false } } : {}),
    ...(kind === 'change' ? { currentDocument: { exists: true } } : {}),
  };
}

const restFields = (fields: Readonly<Record<string, FieldValue>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, restValue(value)]));

const restEntry = (entry: string | Readonly<Record<string, Scalar>>): Record<string, unknown> =>
  typeof entry === 'string' ? { stringValue: entry } : { mapValue: { fields: restFields(entry) } };

function restValue(value: FieldValue): Record<string, unknown> {
  if (value === null) return { nullValue: null };
  if (value instanceof Date) return { timestampValue: value.toISOString() };
  if (typeof value === 'object') return { arrayValue: { values: value.map(restEntry) } };
  if (typeof value === 'string') return { stringValue: value };
  return typeof value === 'boolean' ? { booleanValue: value } : { integerValue: String(value) };
}

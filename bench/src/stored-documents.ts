/** Writes documents into the Firestore emulator past the rules, as a benchmark's given state. */
export class StoredDocuments {
  private readonly root: string;

  constructor(p: { firestorePort: number; projectId: string }) {
    this.root = `http://127.0.0.1:${p.firestorePort}/v1/projects/${p.projectId}/databases/(default)/documents`;
  }

  /** The whole document. `fields` as the product's schemas have them, without `id`; a `Date` becomes a timestamp. */
  put(path: string, fields: Record<string, unknown>): Promise<void> {
    return this.patch(path, fields, '');
  }

  /** These fields alone; the others stay. */
  change(path: string, fields: Record<string, unknown>): Promise<void> {
    const mask = Object.keys(fields).map((name) => `updateMask.fieldPaths=${name}`);
    return this.patch(path, fields, `?${mask.join('&')}`);
  }

  private async patch(path: string, fields: Record<string, unknown>, query: string): Promise<void> {
    const answer = await fetch(`${this.root}/${path}${query}`, {
      method: 'PATCH',
      headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
      body: JSON.stringify({ fields: mapped(fields) }),
    });
    if (!answer.ok) throw new Error(`${path} was not written: ${answer.status} ${await answer.text()}`);
  }
}

const mapped = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typed(value)]));

/** The typed values of Firestore's REST interface. */
function typed(value: unknown): unknown {
  if (value === null) return { nullValue: null };
  if (value instanceof Date) return { timestampValue: value.toISOString() };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(typed) } };
  switch (typeof value) {
    case 'string':
      return { stringValue: value };
    case 'boolean':
      return { booleanValue: value };
    case 'number':
      return Number.isInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
    case 'object':
      return { mapValue: { fields: mapped(value) } };
    default:
      throw new Error(`Firestore has no type for ${typeof value}.`);
  }
}

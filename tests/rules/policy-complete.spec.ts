import * as domain from '@podmates/domain';
import { PATHS } from '@podmates/domain';
import { POLICY } from './policy';
import { type Fields, rulesText } from './rules-world';

const rows = POLICY.map(({ collection }) => collection);

/** Collections of the `match` blocks of `firestore.rules`, with `{key}` for the wildcard they lie in. */
function matchedCollections(rules: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  for (const [, match, brace] of rules.matchAll(/match (\/\S+) \{|(?<!\$)([{}])/g)) {
    if (brace === '}') open.pop();
    else open.push(match ?? '');
    if (match) found.push(open.join('').replace('/databases/{database}/documents', ''));
  }
  return found.filter(Boolean).map((path) =>
    path
      .slice(1)
      .replace(/\/\{\w+\}$/, '')
      .replace(/\{\w+\}/, '{key}'),
  );
}

const IN_STORAGE = ['proofPath', 'shownProofPath'];
/** Sub-collections that the domain names: every exported `somethingPath(id)`, but those of Storage. */
const subCollections = Object.entries(domain).flatMap(([name, value]) =>
  name.endsWith('Path') && !IN_STORAGE.includes(name) && typeof value === 'function'
    ? [(value as (id: string) => string)('{key}')]
    : [],
);

describe('the policy table', () => {
  it('has a row for every path of the domain', () => {
    expect(rows).toEqual(expect.arrayContaining([...Object.values(PATHS), ...subCollections]));
  });

  it('has exactly one row for every match of the rules', () => {
    const matched = matchedCollections(rulesText('firestore.rules'));
    expect(matched.length).toBeGreaterThan(15);
    expect([...matched].sort()).toEqual([...rows].sort());
  });

  it.each(POLICY)('holds a document that the domain can read: $collection', ({ schema, stored }) => {
    expect(() => schema.parse({ id: 'some-id', ...stored('ana') })).not.toThrow();
  });

  it.each(POLICY.filter(({ writes }) => writes))('names each field a client writes: $collection', (policy) => {
    const { fields = {}, created } = policy.writes ?? {};
    const keys = Object.keys(fields).sort();
    expect(Object.keys(created?.('ana') ?? {}).sort()).toEqual(keys);
    expect(Object.keys(policy.stored('ana')).sort()).toEqual(keys);
    const parsed = policy.schema.parse({ id: 'some-id', ...policy.stored('ana') }) as Fields;
    expect(Object.keys(parsed).sort()).toEqual([...keys, 'id'].sort());
  });
});

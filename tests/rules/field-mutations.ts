import { serverTimestamp, Timestamp } from 'firebase/firestore';
import { type Fields } from './rules-world';

/** What one field of a client-written document may hold; every way to break it becomes a test. */
export type FieldPolicy =
  | { readonly kind: 'text'; readonly longest: number; readonly mayBeEmpty: boolean }
  | { readonly kind: 'whole number'; readonly least: number; readonly most: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'one of'; readonly values: readonly string[] }
  | { readonly kind: 'order key' }
  | { readonly kind: 'revision' }
  /** One value alone is right, by what the document was before; `others` are some that are not. */
  | { readonly kind: 'no choice'; readonly others: readonly unknown[] }
  | { readonly kind: 'author' }
  | { readonly kind: 'server time' }
  | {
      readonly kind: 'cases';
      /** Documents of an older build lack it. */
      readonly mayBeMissing: boolean;
      readonly denied: Readonly<Record<string, unknown>>;
      readonly allowed: Readonly<Record<string, unknown>>;
    };

/** One change to a document that is right as it stands. */
export interface Mutation {
  readonly name: string;
  readonly change: (right: Fields) => Fields;
}
export interface FieldMutations {
  readonly denied: readonly Mutation[];
  /** The largest and smallest that still fit: they keep the rules' numbers equal to the domain's. */
  readonly allowed: readonly Mutation[];
}

const OUTSIDE_BASIC_PLANE = '\u{1F3CB}'; // two UTF-16 code units

export function mutationsOf(fields: Readonly<Record<string, FieldPolicy>>): FieldMutations {
  const perField = Object.entries(fields).map(([key, policy]) => ofField(key, policy));
  const missing = (isFine: boolean): Mutation[] =>
    Object.entries(fields)
      .filter(([, policy]) => (policy.kind === 'cases' && policy.mayBeMissing) === isFine)
      .map(([key]) => ({ name: `no ${key}`, change: (right: Fields) => without(right, key) }));
  return {
    denied: [
      { name: 'an extra key', change: (right) => ({ ...right, isPinned: true }) },
      ...missing(false),
      ...perField.flatMap(({ denied }) => denied),
    ],
    allowed: [...missing(true), ...perField.flatMap(({ allowed }) => allowed)],
  };
}

function ofField(key: string, policy: FieldPolicy): FieldMutations {
  const with_ = (what: string, value: unknown): Mutation => ({
    name: `${key} ${what}`,
    change: (right) => ({ ...right, [key]: value }),
  });
  switch (policy.kind) {
    case 'text':
      return {
        denied: [
          with_('of the wrong type', 7),
          with_('null', null),
          with_(`of ${policy.longest + 1}`, 'x'.repeat(policy.longest + 1)),
          with_(`of ${policy.longest + 1} in wide characters`, `x${OUTSIDE_BASIC_PLANE.repeat(policy.longest / 2)}`),
          ...(policy.mayBeEmpty ? [] : [with_('empty', '')]),
        ],
        allowed: [
          with_(`of ${policy.longest}`, 'x'.repeat(policy.longest)),
          with_(`of ${policy.longest} in wide characters`, OUTSIDE_BASIC_PLANE.repeat(policy.longest / 2)),
          with_('with HTML, as text', '<img src=x onerror=alert(1)>\n<b>hi</b>'),
          ...(policy.mayBeEmpty ? [with_('empty', '')] : []),
        ],
      };
    case 'whole number':
      return {
        denied: [
          with_('of the wrong type', 'ten'),
          with_('with a fraction', policy.least + 0.5),
          with_(`of ${policy.least - 1}`, policy.least - 1),
          with_(`of ${policy.most + 1}`, policy.most + 1),
        ],
        allowed: [with_(`of ${policy.least}`, policy.least), with_(`of ${policy.most}`, policy.most)],
      };
    case 'flag':
      return { denied: [with_('of the wrong type', 'yes'), with_('null', null)], allowed: [] };
    case 'one of':
      return {
        denied: [with_('outside its words', 'elsewhere'), with_('of the wrong type', 1)],
        allowed: policy.values.map((value) => with_(value, value)),
      };
    case 'order key':
      return {
        denied: [
          with_('of the wrong type', 1),
          with_('empty', ''),
          with_('with a sign', 'a-0'),
          with_('of 101', `a${'1'.repeat(100)}`),
        ],
        allowed: [with_('of 100', `a${'1'.repeat(99)}`), with_('of an early place', 'Zz')],
      };
    case 'revision':
      return {
        denied: [
          with_('of the wrong type', '2'),
          { name: `${key} stale`, change: (right) => ({ ...right, [key]: Number(right[key]) - 1 }) },
          { name: `${key} ahead`, change: (right) => ({ ...right, [key]: Number(right[key]) + 1 }) },
        ],
        allowed: [],
      };
    case 'no choice':
      return { denied: policy.others.map((other, n) => with_(`of another value (${n + 1})`, other)), allowed: [] };
    case 'author':
      return { denied: [with_('forged', 'ben'), with_('of the wrong type', 1)], allowed: [] };
    case 'server time':
      return {
        denied: [
          with_("of the client's clock", Timestamp.now()),
          with_('in the future', Timestamp.fromMillis(Date.now() + 3_600_000)),
          with_('of the wrong type', 'now'),
        ],
        allowed: [with_("of the server's clock", serverTimestamp())],
      };
    case 'cases': {
      const mutations = (cases: Readonly<Record<string, unknown>>) =>
        Object.entries(cases).map(([what, value]) => with_(what, value));
      return { denied: mutations(policy.denied), allowed: mutations(policy.allowed) };
    }
  }
}

const without = (fields: Fields, key: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));

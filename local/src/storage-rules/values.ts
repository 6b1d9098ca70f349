/** A value of the rules language. Whole numbers beyond ±2^53 and bytes are not held: see `wire.ts`. */
export type Value =
  | { readonly type: 'null' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int'; readonly value: number }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  /** Nanoseconds since 1970, as Firestore stores microseconds and a Date only milliseconds. */
  | { readonly type: 'timestamp'; readonly nanos: bigint }
  | { readonly type: 'list'; readonly items: readonly Value[] }
  | { readonly type: 'map'; readonly fields: ReadonlyMap<string, Value> }
  | { readonly type: 'path'; readonly segments: readonly string[] };

/** Names after `is`; `number` is int or float. */
export const TYPE_NAMES = ['bool', 'int', 'float', 'number', 'string', 'timestamp', 'list', 'map', 'path'] as const;
export type TypeName = (typeof TYPE_NAMES)[number];

export const NULL: Value = { type: 'null' };
export const bool = (value: boolean): Value => ({ type: 'bool', value });
export const int = (value: number): Value => ({ type: 'int', value });
export const string = (value: string): Value => ({ type: 'string', value });
export const list = (items: readonly Value[]): Value => ({ type: 'list', items });
export const map = (fields: Iterable<readonly [string, Value]>): Value => ({ type: 'map', fields: new Map(fields) });
export const path = (segments: readonly string[]): Value => ({ type: 'path', segments });

export const isOfType = (value: Value, name: TypeName): boolean =>
  name === 'number' ? value.type === 'int' || value.type === 'float' : value.type === name;

/** `==`: values of different types are unequal, but 1 == 1.0. */
export function isEqual(a: Value, b: Value): boolean {
  if ((a.type === 'int' || a.type === 'float') && (b.type === 'int' || b.type === 'float')) return a.value === b.value;
  return isSame(a, b);
}

/** What `in` and the list methods ask: like `==`, but 1 is not in [1.0]. */
export function isSame(a: Value, b: Value): boolean {
  switch (a.type) {
    case 'null':
      return b.type === 'null';
    case 'bool':
    case 'int':
    case 'float':
    case 'string':
      return b.type === a.type && b.value === a.value;
    case 'timestamp':
      return b.type === 'timestamp' && b.nanos === a.nanos;
    case 'path':
      return b.type === 'path' && a.segments.join('/') === b.segments.join('/');
    case 'list': {
      if (b.type !== 'list' || b.items.length !== a.items.length) return false;
      const others = b.items;
      return a.items.every((item, n) => isSameOrMissing(item, others[n]));
    }
    case 'map': {
      if (b.type !== 'map' || b.fields.size !== a.fields.size) return false;
      const others = b.fields;
      return [...a.fields].every(([key, value]) => isSameOrMissing(value, others.get(key)));
    }
  }
}

const isSameOrMissing = (a: Value, b: Value | undefined): boolean => b !== undefined && isEqual(a, b);

import { compilePattern } from './pattern';
import { bool, int, isSame, list, string, type Value } from './values';

type Method = (object: Value, args: readonly Value[]) => Value | null;
interface KnownMethod {
  readonly fewestArgs: number;
  readonly mostArgs: number;
  readonly run: Method;
}

const method = (fewestArgs: number, run: Method, mostArgs = fewestArgs): KnownMethod => ({ fewestArgs, mostArgs, run });
const compared = (test: (mine: readonly Value[], theirs: readonly Value[]) => boolean): KnownMethod =>
  method(1, (object, [other]) =>
    object.type === 'list' && other?.type === 'list' ? bool(test(object.items, other.items)) : null,
  );
const holds = (items: readonly Value[], value: Value): boolean => items.some((item) => isSame(item, value));
const asciiOnly = (text: string, change: (text: string) => string): Value => string(text.replace(/[A-Za-z]+/g, change));

/** Every method that is covered; `null` from one means that this type does not have it. */
export const METHODS: ReadonlyMap<string, KnownMethod> = new Map([
  ['size', method(0, (object) => sizeOf(object))],
  ['matches', method(1, (object, [pattern]) => matches(object, pattern))],
  [
    'lower',
    method(0, (object) => (object.type === 'string' ? asciiOnly(object.value, (text) => text.toLowerCase()) : null)),
  ],
  [
    'upper',
    method(0, (object) => (object.type === 'string' ? asciiOnly(object.value, (text) => text.toUpperCase()) : null)),
  ],
  ['split', method(1, (object, [separator]) => split(object, separator))],
  ['hasAny', compared((mine, theirs) => theirs.some((value) => holds(mine, value)))],
  ['hasAll', compared((mine, theirs) => theirs.every((value) => holds(mine, value)))],
  ['hasOnly', compared((mine, theirs) => mine.every((value) => holds(theirs, value)))],
  ['keys', method(0, (object) => (object.type === 'map' ? list([...object.fields.keys()].map(string)) : null))],
  ['values', method(0, (object) => (object.type === 'map' ? list([...object.fields.values()]) : null))],
  [
    'get',
    method(2, (object, [key, otherwise]) =>
      object.type === 'map' && key?.type === 'string' ? (object.fields.get(key.value) ?? otherwise ?? null) : null,
    ),
  ],
  ['toMillis', method(0, (object) => (object.type === 'timestamp' ? int(Number(object.nanos / 1_000_000n)) : null))],
]);

function sizeOf(object: Value): Value | null {
  if (object.type === 'string') return int(object.value.length);
  if (object.type === 'list') return int(object.items.length);
  return object.type === 'map' ? int(object.fields.size) : null;
}

function matches(object: Value, pattern: Value | undefined): Value | null {
  if (object.type !== 'string' || pattern?.type !== 'string') return null;
  const compiled = compilePattern(pattern.value); // checked when the rules were loaded
  return compiled instanceof RegExp ? bool(compiled.test(object.value)) : null;
}

/** By a plain separator; empty parts at the end fall away, as in the official runtime. */
function split(object: Value, separator: Value | undefined): Value | null {
  if (object.type !== 'string' || separator?.type !== 'string') return null;
  const parts = object.value.split(separator.value);
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return list(parts.map(string));
}

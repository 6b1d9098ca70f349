import { bool, int, list, map, NULL, path, string, type Value } from './values';

/** What arrived cannot be held by this runtime; the request is refused with this as an error. */
export class NotCovered extends Error {
  override readonly name = 'NotCovered';
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** firebase-tools' form of a value: `{ "string_value": … }`, `{ "map_value": { "fields": … } }` and so on. */
export function fromWire(wire: unknown): Value {
  const [[kind, content] = ['nothing', undefined]] = isRecord(wire) ? Object.entries(wire) : [];
  switch (kind) {
    case 'null_value':
      return NULL;
    case 'bool_value':
      return bool(content === true);
    case 'int_value':
      return wholeNumber(content);
    case 'float_value':
      return { type: 'float', value: Number(content) };
    case 'string_value':
      return string(String(content));
    case 'timestamp_value':
      return timestamp(String(content));
    case 'list_value':
      return list(listIn(content).map(fromWire));
    case 'map_value':
      return map(fieldsIn(content).map(([key, value]) => [key, fromWire(value)]));
    case 'path_value':
      return path(segmentsIn(content));
    default:
      throw new NotCovered(`a value of the kind ${kind} is not covered`);
  }
}

/** Firestore's REST form of a document, as rules see it: `{ data: … }`. */
export function documentFromWire(wire: unknown): Value {
  return isRecord(wire)
    ? map([['data', map(fieldsIn(wire).map(([key, value]) => [key, fromFirestore(value)]))]])
    : NULL;
}

function fromFirestore(wire: unknown): Value {
  const [[kind, content] = ['nothing', undefined]] = isRecord(wire) ? Object.entries(wire) : [];
  switch (kind) {
    case 'nullValue':
      return NULL;
    case 'booleanValue':
      return bool(content === true);
    case 'integerValue':
      return wholeNumber(content);
    case 'doubleValue':
      return { type: 'float', value: Number(content) };
    case 'stringValue':
      return string(String(content));
    case 'timestampValue':
      return timestamp(String(content));
    case 'arrayValue':
      return list(listIn(content).map(fromFirestore));
    case 'mapValue':
      return map(fieldsIn(content).map(([key, value]) => [key, fromFirestore(value)]));
    default:
      throw new NotCovered(`a Firestore value of the kind ${kind} is not covered`);
  }
}

const listIn = (content: unknown): readonly unknown[] =>
  isRecord(content) && Array.isArray(content['values']) ? content['values'] : [];
const fieldsIn = (content: unknown): readonly (readonly [string, unknown])[] =>
  isRecord(content) && isRecord(content['fields']) ? Object.entries(content['fields']) : [];

function segmentsIn(content: unknown): string[] {
  const segments: unknown = isRecord(content) ? content['segments'] : undefined;
  return Array.isArray(segments) ? segments.map((segment) => (isRecord(segment) ? String(segment['simple']) : '')) : [];
}

function wholeNumber(content: unknown): Value {
  const value = Number(content);
  if (!Number.isSafeInteger(value)) throw new NotCovered(`a whole number like ${String(content)} is not covered`);
  return int(value);
}

/** RFC 3339 in UTC, up to nanoseconds. */
function timestamp(text: string): Value {
  const [, seconds, fraction = ''] = /^([\d-]+T[\d:]+)(?:\.(\d{1,9}))?Z$/.exec(text) ?? [];
  const millis = seconds === undefined ? NaN : Date.parse(`${seconds}Z`);
  if (Number.isNaN(millis)) throw new NotCovered(`a time like ${text} is not covered`);
  return { type: 'timestamp', nanos: BigInt(millis) * 1_000_000n + BigInt(fraction.padEnd(9, '0')) };
}

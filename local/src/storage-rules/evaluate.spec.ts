import { DocumentWanted } from './evaluate';
import { Ruleset } from './ruleset';
import { map, NULL, string, type Value } from './values';
import { fromWire } from './wire';

const REQUEST = fromWire({
  map_value: {
    fields: {
      auth: { map_value: { fields: { uid: { string_value: 'ana' } } } },
      resource: {
        map_value: {
          fields: {
            size: { int_value: 12 },
            contentType: { string_value: 'image/png' },
            md5Hash: { null_value: null },
          },
        },
      },
      time: { timestamp_value: '2026-03-02T09:00:00.000Z' },
      path: { path_value: { segments: [{ simple: 'b' }, { simple: 'files' }] } },
    },
  },
});

function holds(condition: string, documents: ReadonlyMap<string, Value> = new Map()): boolean {
  const rules = `rules_version = '2'; service firebase.storage { match /{all=**} { allow get: if ${condition}; } }`;
  const asked = { path: '/b/files', method: 'get', request: REQUEST, resource: NULL } as const;
  return new Ruleset(rules).decide(asked, documents).isPermitted;
}

/** Each was also asked of a Firestore emulator that evaluates the same language, with the same answer. */
describe('a condition', () => {
  it.each([
    'true || 1 == 1 && false',
    '1 + 2 * 3 - 1 == 6',
    '-1 - -2 == 1',
    '-7 % 3 == -1',
    '5 * 1.5 == 7.5',
    '!false == true',
    '1 == 1 == true',
    '1 > 0 in [true]',
    '1 in [1] == true',
    '1 == 1.0 && !(1 in [1.0]) && 1.0 in [1.0]',
    "'a' != 1 && null == null && [1, [2]] == [1, [2]]",
    "'x' + \"y\" == 'xy' && 'a\\'b' == \"a'b\" && '\\u0041' == 'A'",
    "'a' < 'b' && 1 < 2.5",
    "true ? 'a' == 'a' : false",
    "['a', 'b'][1] == 'b'",
    "'\\ud83d\\ude00'.size() == 2 && [1, 2].size() == 2",
    "'a,b,,'.split(',').size() == 2",
    "'A'.lower() == 'a' && 'É'.lower() != 'é' && 'a'.upper() == 'A'",
    "'abc'.matches('^abc$') && 'xy'.matches('x|xy') && !'ab'.matches('a')",
    "'a.b'.matches('a\\\\.b') && !'a\\nb'.matches('a.b')",
    '[1, 2].hasOnly([1, 2, 3]) && [1, 2].hasAll([2]) && [1, 2].hasAny([2, 3]) && ![1].hasOnly([1.0])',
    "request.auth.keys() == ['uid'] && request.auth.get('role', 'none') == 'none' && request.auth.values().size() == 1",
    "'uid' in request.auth && request['auth'].uid == 'ana'",
    'request.time == request.time && request.time.toMillis() > 0 && request.time <= request.time',
    "1 is int && 1.5 is float && 1 is number && 'a' is string && [] is list && null is map == false",
    'request.path is path && request.time is timestamp && request.auth is map && true is bool',
    "/a/$('b')/c == /a/b/c && /a/$(1) == /a/1",
    'request.resource.md5Hash == null && resource == null',
  ])('holds: %s', (condition) => expect(holds(condition)).toBe(true));

  it.each(['null.x == 1', 'null < 1', '1', "'a' in 'abc'", "'1' + 1 == '11'", '[1] + [2] == [1, 2]', 'true < false'])(
    'denies by an error, which the deciding side of || or && outweighs: %s',
    (broken) => {
      expect(holds(broken)).toBe(false);
      expect(holds(`!(${broken})`)).toBe(false);
      expect(holds(`(${broken}) || true`)).toBe(true);
      expect(holds(`true || (${broken})`)).toBe(true);
      expect(holds(`!((${broken}) && false)`)).toBe(true);
      expect(holds(`(${broken}) || false`)).toBe(false);
      expect(holds(`(${broken}) && true`)).toBe(false);
    },
  );

  it.each([
    "'x'.trim",
    "'x'.hasAny([1])",
    'request.auth.missing',
    '[1][5]',
    "1['a']",
    '5 % 0 == 0',
    'firestore.get(1)',
  ])('denies by an error: %s', (broken) => expect(holds(`(${broken}) != 'anything'`)).toBe(false));

  it('asks for a Firestore document, and for nothing more than it needs', () => {
    const condition =
      "firestore.get(/databases/(default)/documents/people/$(request.auth.uid)).data.status == 'active'";
    const place = '/databases/(default)/documents/people/ana';
    expect(() => holds(condition)).toThrow(new DocumentWanted(place));
    expect(holds(`false && ${condition}`)).toBe(false);
    const active = map([['data', map([['status', string('active')]])]]);
    expect(holds(condition, new Map([[place, active]]))).toBe(true);
    expect(holds(condition, new Map([[place, NULL]]))).toBe(false);
    expect(holds(`firestore.exists(${place})`, new Map([[place, NULL]]))).toBe(false);
    expect(holds(`firestore.exists(${place})`, new Map([[place, active]]))).toBe(true);
  });

  it('never lets a text leave its path segment', () => {
    expect(holds("firestore.exists(/databases/(default)/documents/people/$('ana/secrets/one'))")).toBe(false);
  });
});

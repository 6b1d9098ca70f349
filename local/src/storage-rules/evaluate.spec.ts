import { DocumentWanted } from './evaluate';
import { Ruleset } from './ruleset';
import { BROKEN, HOLDING } from './sample-conditions';
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

describe('a condition', () => {
  it.each([...HOLDING, 'request.resource.md5Hash == null && resource == null'])('holds: %s', (condition) =>
    expect(holds(condition)).toBe(true),
  );

  it.each(BROKEN)('denies by an error, which the deciding side of || or && outweighs: %s', (broken) => {
    expect(holds(broken)).toBe(false);
    expect(holds(`!(${broken})`)).toBe(false);
    expect(holds(`(${broken}) || true`)).toBe(true);
    expect(holds(`true || (${broken})`)).toBe(true);
    expect(holds(`!((${broken}) && false)`)).toBe(true);
    expect(holds(`(${broken}) || false`)).toBe(false);
    expect(holds(`(${broken}) && true`)).toBe(false);
  });

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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ruleset } from './ruleset';
import { type RequestMethod } from './syntax';
import { map, NULL } from './values';

const rules = (body: string) => new Ruleset(`rules_version = '2';\nservice firebase.storage {\n${body}\n}`);
const permits = (ruleset: Ruleset, path: string, method: RequestMethod = 'get') =>
  ruleset.decide({ path, method, request: map([['auth', NULL]]), resource: NULL }, new Map()).isPermitted;

describe('a ruleset', () => {
  it('denies what no match reaches', () => {
    const ruleset = rules('match /b/{bucket}/o { match /open/{file} { allow get; } }');
    expect(permits(ruleset, '/b/one/o/open/a.png')).toBe(true);
    for (const path of ['/b/one/o/open', '/b/one/o/open/a/b', '/b/one/o/other/a.png', '/b/one', '/']) {
      expect(permits(ruleset, path)).toBe(false);
    }
  });

  it('binds {name} to one step and {name=**} to all that are left, or none', () => {
    const ruleset = rules(`match /b/{bucket}/o {
      match /one/{file} { allow get: if bucket == 'mine' && file == 'a'; }
      match /all/{rest=**} { allow get: if rest == /x/y; }
      match /any/{rest=**} { allow get; }
    }`);
    expect(permits(ruleset, '/b/mine/o/one/a')).toBe(true);
    expect(permits(ruleset, '/b/other/o/one/a')).toBe(false);
    expect(permits(ruleset, '/b/mine/o/all/x/y')).toBe(true);
    expect(permits(ruleset, '/b/mine/o/all/x/z')).toBe(false);
    expect(permits(ruleset, '/b/mine/o/any')).toBe(true);
  });

  it('keeps methods apart; read is get and list, write is create, update and delete', () => {
    const ruleset = rules(
      `match /a { allow create, delete; } match /w { allow write; } match /r { allow read, write: if false; }`,
    );
    expect(permits(ruleset, '/a', 'create')).toBe(true);
    expect(permits(ruleset, '/a', 'delete')).toBe(true);
    expect(permits(ruleset, '/a', 'update')).toBe(false);
    expect((['create', 'update', 'delete'] as const).every((method) => permits(ruleset, '/w', method))).toBe(true);
    expect(permits(ruleset, '/w', 'get')).toBe(false);
    expect(permits(ruleset, '/r', 'get')).toBe(false);
  });

  it('permits when any allow of any match does, whatever fails beside it', () => {
    const ruleset = rules('match /a { allow get: if null.x; allow get: if true; } match /{x} { allow get: if false; }');
    expect(permits(ruleset, '/a')).toBe(true);
    expect(permits(ruleset, '/b')).toBe(false);
  });

  it('evaluates functions where they stand, arguments and lets only when asked for', () => {
    const ruleset = rules(`
      function either(one, other) { return other || one; }
      match /{name} {
        function isNamed(wanted) { let broken = null.x; let same = name == wanted; return same; }
        allow get: if either(null.x, isNamed('a'));
      }`);
    expect(permits(ruleset, '/a')).toBe(true);
    expect(permits(ruleset, '/b')).toBe(false);
  });

  it('says where a condition failed', () => {
    const { warnings } = rules('match /a {\nallow get: if request.auth.uid == "ana";\n}').decide(
      { path: '/a', method: 'get', request: map([['auth', NULL]]), resource: NULL },
      new Map(),
    );
    expect(warnings).toEqual(['storage.rules:4: null has no uid (allow of line 4)']);
  });

  it('covers all of the project’s own storage.rules', () => {
    expect(() => new Ruleset(readFileSync(join(__dirname, '../../../storage.rules'), 'utf8'))).not.toThrow();
  });
});

import { Ruleset } from './ruleset';
import { RulesProblem } from './rules-problem';

const whole = (source: string) => () => new Ruleset(source);
const block = (body: string) => whole(`rules_version = '2'; service firebase.storage { ${body} }`);
const condition = (text: string) => block(`match /{file} { allow get: if ${text}; }`);

describe('a ruleset that is not understood is refused when it is loaded', () => {
  it.each([
    ['no version', 'service firebase.storage { match /a { allow get; } }'],
    ['version 1', "rules_version = '1'; service firebase.storage { }"],
    ['another service', "rules_version = '2'; service cloud.firestore { }"],
    ['two services', "rules_version = '2'; service firebase.storage { } service firebase.storage { }"],
    ['an open block', "rules_version = '2'; service firebase.storage { match /a {"],
    ['an unknown sign', "rules_version = '2'; service firebase.storage { # }"],
    ['nothing', ''],
  ])('%s', (_, source) => expect(whole(source)).toThrow(RulesProblem));

  it.each([
    ['an allow beside every match', 'allow get;'],
    ['an unknown method', 'match /a { allow glance; }'],
    ['a condition for lists', 'match /a { allow list: if request.auth != null; }'],
    ['a read that includes lists', 'match /a { allow read; }'],
    ['a match below {x=**}', 'match /{x=**} { match /a { allow get; } }'],
    ['steps after {x=**}', 'match /{x=**}/a { allow get; }'],
    ['a missing semicolon', 'match /a { allow get: if true }'],
    ['a missing if', 'match /a { allow get: true; }'],
    ['a function without return', 'function f() { let a = 1; } match /a { allow get; }'],
    ['a function that calls itself', 'function f() { return f(); } match /a { allow get: if f(); }'],
    [
      'functions that call each other',
      'function f() { return g(); } function g() { return f(); } match /a { allow get: if f(); }',
    ],
    [
      'two functions of one name',
      'function f() { return true; } function f() { return false; } match /a { allow get: if f(); }',
    ],
    ['two lets of one name', 'function f() { let a = 1; let a = 2; return a; } match /a { allow get: if f(); }'],
    ['request as a parameter', 'function f(request) { return request; } match /a { allow get: if f(1); }'],
    ['too few arguments', 'function f(a) { return a; } match /a { allow get: if f(); }'],
    ['a wildcard seen from outside its match', 'function f() { return x; } match /{x} { allow get: if f(); }'],
  ])('%s', (_, body) => expect(block(body)).toThrow(RulesProblem));

  it.each([
    'zork == 1',
    'zork()',
    'request.method == "get"',
    'firestore.list(/a/b)',
    'firestore.get(/a/b, 1)',
    'math.abs(1) == 1',
    'timestamp.value(0) == request.time',
    "'a'.trim() == 'a'",
    "'a'.size(1) == 1",
    'file.matches(file)',
    "file.matches('(?i)a')",
    "file.matches('\\\\pN')",
    "file.matches('[[:alpha:]]')",
    "file.matches('\\\\x{41}')",
    "file.matches('a{1001}')",
    "file.matches('(a')",
    "file.matches('[^]')",
    "file.matches('[]a]')",
    "file.split('[ab]').size() == 1",
    "file.replace('a', 'b') == file",
    '1 is constraint',
    '4 / 2 == 2',
    "{'a': 1}.size() == 1",
    "file[0:1] == 'a'",
    "'\\q' == 'q'",
    '9007199254740993 == 1',
    '0x10 == 16',
    '/a/b?c == /a/b',
    'true &&',
    '(true',
  ])('%s', (text) => expect(condition(text)).toThrow(RulesProblem));

  it('takes the same ruleset without the offending part', () => {
    expect(condition("file.matches('[a-z]+') && file[0] == 'a'")).not.toThrow();
    expect(block('function f(a) { return a; } match /{x} { allow get: if f(x == x); }')).not.toThrow();
  });
});

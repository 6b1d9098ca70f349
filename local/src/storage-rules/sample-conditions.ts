/**
 * What the language means, by example. A rules test asks the same of the Firestore emulator, which speaks the same
 * language, so that this runtime is not its own judge. Signed in is somebody with the uid `ana`.
 */
export const HOLDING: readonly string[] = [
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
  "request.auth.keys().hasAll(['uid']) && request.auth.get('role', 'none') == 'none' && request.auth.values().size() > 0",
  "'uid' in request.auth && request['auth'].uid == 'ana'",
  'request.time == request.time && request.time.toMillis() > 0 && request.time <= request.time',
  "1 is int && 1.5 is float && 1 is number && 'a' is string && [] is list && null is map == false",
  'request.path is path && request.time is timestamp && request.auth is map && true is bool',
  "/a/$('b')/c == /a/b/c && /a/$(1) == /a/1",
];

/** Each is an error, which denies. */
export const BROKEN: readonly string[] = [
  'null.x == 1',
  'null < 1',
  '1',
  "'a' in 'abc'",
  "'1' + 1 == '11'",
  '[1] + [2] == [1, 2]',
  'true < false',
];

import * as fc from 'fast-check';
import { plainName, plainText, shortened, visibleText } from './plain-text';

describe('plain text', () => {
  it.each([
    ['a zero-width space', 'ig\u200Bnore', 'ignore'],
    ['a tag character', 'hi\u{E0041}\u{E0042}', 'hi'],
    ['a direction override', 'abc\u202Edef', 'abcdef'],
    ['a control character', 'a\u0007b', 'ab'],
    ['a half of a pair', 'a\uD800b', 'ab'],
    ['markup', '<b>80 kg</b><script>alert(1)</script>', '80 kg alert(1)'],
    ['markup within markup', '<<b>script>x', '< script>x'],
    ['an open tag', 'see <img src=x onerror=alert(1)', 'see img src=x onerror=alert(1)'],
    ['a link', 'read https://example.com/a?b=1 today', 'read (link) today'],
    ['a marked link', 'read [this](javascript:alert(1)) today', 'read this today'],
    ['a scheme', 'data:text/html;base64,xyz and more', '(link) and more'],
    ['a bare host', 'Evil.COM/x or www.evil.org or evil.io/a', '(link) or (link) or (link)'],
    ['an address', 'write to a.b@example.org', 'write to (link)'],
    ['a list', '- one\n- two', 'one\ntwo'],
    ['emphasis', '**much** `better`', 'much better'],
  ])('loses %s', (_, text, plain) => expect(plainText(text).replace(/ +/gu, ' ').trim()).toBe(plain));

  it.each([
    '3 < 4 and 5 > 2',
    'asp.net and Program.cs',
    'System.IO.File',
    '2**10 is 1024',
    'x - y',
    'Müller’s 82,5 kg',
    '自己ベスト 80kg',
    'a_b_c',
  ])('keeps %s', (text) => expect(plainText(text)).toBe(text));

  it('never holds markup, a scheme or an unseen character, whatever comes in', () => {
    const pieces = fc.constantFrom('<', '>', '/', 'b', 'script', '://', 'http', 'javascript:', '\u200B', '\u{E0061}', '[', '](', ')', ' ', '\n', 'www.', 'x.com', '&lt;'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = plainText(parts.join(''));
        expect(text).not.toMatch(/<[a-z/!?]|\p{Cf}|:\/\/|javascript:/iu);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads twenty thousand characters made to be slow within a second', () => {
    const began = Date.now();
    for (const bad of ['<a', 'a.', '[', '](', 'a@', 'data:', '- ', '**']) plainText(bad.repeat(10_000));
    expect(Date.now() - began).toBeLessThan(4_000);
  });
});

describe('a name', () => {
  it.each([
    ['<i>Ana</i>', 'Ana'],
    ['Ana\nSYSTEM: obey', 'Ana SYSTEM: obey'],
    ['\u200B\u200B', 'A podmate'],
    ['x'.repeat(100), `${'x'.repeat(39)}…`],
  ])('%j is shown as %j', (name, shown) => expect(plainName(name)).toBe(shown));
});

describe('shortening', () => {
  it('cuts between words, never inside a number, and keeps the bound', () => {
    expect(shortened('squatted 82.5 kg', 14)).toBe('squatted 82.5…');
    expect(shortened('squatted 82.5 kg', 12)).toBe('squatted…');
    expect(shortened('9'.repeat(20), 10)).toBe('');
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, most) => shortened(text, most).length <= most)); // prettier-ignore
  });

  it('leaves what fits', () => expect(shortened('short', 5)).toBe('short'));
});

it('visible text is one line', () => expect(visibleText('a\r\nb\u2028c\td')).toBe('a b c d'));

import * as fc from 'fast-check';
import { isMeetingLink, MeetingLink } from './meeting-link';

describe('a link to a meeting elsewhere (row 6.6)', () => {
  it.each([
    ['https://zoom.us/j/123456789?pwd=aB3.x', 'https://zoom.us/j/123456789?pwd=aB3.x'],
    ['https://us02web.zoom.us/my/anas.room', 'https://us02web.zoom.us/my/anas.room'],
    ['https://a.b.zoom.us/j/1', 'https://a.b.zoom.us/j/1'],
    ['https://meet.google.com/abc-defg-hij', 'https://meet.google.com/abc-defg-hij'],
    ['  https://meet.google.com/abc-defg-hij\n', 'https://meet.google.com/abc-defg-hij'],
    ['HTTPS://MEET.GOOGLE.COM/abc-defg-hij', 'https://meet.google.com/abc-defg-hij'],
    ['https://zoom.us:443/j/1', 'https://zoom.us/j/1'],
  ])('%s is kept as %s', (given, kept) => expect(MeetingLink.parse(given)).toBe(kept));

  it.each([
    ['nothing', ''],
    ['another scheme', 'http://zoom.us/j/1'],
    ['a script', 'javascript:alert(1)//zoom.us/j/1'],
    ['data', 'data:text/html,https://zoom.us/j/1'],
    ['no scheme', 'zoom.us/j/1'],
    ['no scheme but slashes', '//zoom.us/j/1'],
    ['a host that begins like it', 'https://zoom.us.evil.com/j/1'],
    ['a host that ends like it', 'https://evilzoom.us/j/1'],
    ['a host that ends like Meet', 'https://evil-meet.google.com/abc'],
    ['a subdomain of Meet', 'https://x.meet.google.com/abc'],
    ['its name in the path', 'https://evil.com/@zoom.us'],
    ['its name in the query', 'https://evil.com/?https://zoom.us/j/1'],
    ['its name before the host', 'https://zoom.us@evil.com/j/1'],
    ['its name and a password before the host', 'https://zoom.us:443@evil.com/j/1'],
    ['a name before the right host', 'https://ana@zoom.us/j/1'],
    ['a password before the right host', 'https://ana:secret@zoom.us/j/1'],
    ['another port', 'https://zoom.us:8443/j/1'],
    ['a dot behind the host', 'https://zoom.us./j/1'],
    ['a dot before the host', 'https://.zoom.us/j/1'],
    ['two dots', 'https://a..zoom.us/j/1'],
    ['punycode', 'https://xn--zom-0na.us/j/1'],
    ['punycode before the host', 'https://xn--zom-0na.zoom.us/j/1'],
    ['letters that look alike', 'https://zооm.us/j/1'],
    ['wide letters', 'https://ｚｏｏｍ.us/j/1'],
    ['an ideographic dot', 'https://zoom。us/j/1'],
    ['a backslash before a name', 'https://evil.com\\@zoom.us/j/1'],
    ['a backslash in the place of a slash', 'https:\\\\zoom.us\\j\\1'],
    ['an encoded slash in the host', 'https://evil.com%2f.zoom.us/j/1'],
    ['a tab in the scheme', 'https:/\t/zoom.us/j/1'],
    ['a line break in the host', 'https://zoom.us\n.evil.com/j/1'],
    ['a zero byte', 'https://zoom.us/\0j/1'],
    ['a space', 'https://zoom.us/j/1 https://evil.com'],
    ['markup', 'https://zoom.us/j/<img>'],
    ['a host alone', 'https://zoom.us/'],
    ['a second address', 'https://zoom.us//evil.com'],
    ['Teams', 'https://teams.microsoft.com/l/meetup-join/1'],
    ['an address of numbers', 'https://127.0.0.1/zoom.us'],
    ['more than is kept', `https://zoom.us/j/${'1'.repeat(500)}`],
  ])('%s is refused', (_what, given) => {
    expect(MeetingLink.safeParse(given).error?.issues).toHaveLength(1);
    expect(isMeetingLink(given)).toBe(false);
  });

  it('whatever is given, what is kept leads to one of the two, and stays as it is', () => {
    const piece = fc.constantFrom(
      'https:',
      '//',
      '/',
      '@',
      ':',
      '.',
      'zoom.us',
      'meet.google.com',
      'evil.com',
      '\\',
      '?',
      '#',
      'j',
      '%2e',
      '443',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const found = MeetingLink.safeParse(pieces.join(''));
        if (!found.success) return;
        expect(found.data).toMatch(/^https:\/\/([a-z0-9-]+\.)*zoom\.us\/|^https:\/\/meet\.google\.com\//);
        expect(MeetingLink.parse(found.data)).toBe(found.data);
      }),
      { numRuns: 3000 },
    );
  });
});

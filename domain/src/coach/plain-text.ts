/**
 * Characters that show nothing or change how others read: controls, joiners and other default-ignorables, direction
 * marks, the tag block (an invisible copy of ASCII), private use, halves of surrogate pairs.
 */
const UNSEEN =
  /\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}|\p{Cn}|\u034F|\u115F|\u1160|\u17B4|\u17B5|[\u180B-\u180F]|\u3164|\uFFA0|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;
const BREAKS = /(?:\r|\n|\v|\f|\u0085|\u2028|\u2029)+/gu;
const TAG = /<\/?[a-z!?][^<>]{0,2000}>/giu;
/** `[shown](target)`, of which `shown` stays. */
const MARKED_LINK = /!?\[([^\][]{0,300})\]\((?:[^()\s]|\([^()\s]{0,300}\)){0,2000}(?:\s[^()]{0,300})?\)/gu;
const ADDRESS =
  /(?:[a-z][a-z0-9+.-]{0,20}:\/\/|(?:javascript|vbscript):|\b(?:data|mailto|file|blob|tel|sms):(?=\S)|\bwww\.)[^\s"'<>]*|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/giu;
/** `example.com/…` without a scheme. Endings that code has too (`System.IO`) count in small letters only. */
const HOST =
  /\b(?:[\w-]{1,63}\.){1,4}(?:[cC][oO][mM]|[oO][rR][gG]|[iI][nN][fF][oO]|[xX][yY][zZ]|[rR][uU]|io|dev|app|cn|top|link|click|site|online|biz)\b(?:[/?#:][^\s"'<>]*)?/gu;

/** What stands where an address was: nobody can be led anywhere by a summary. */
export const LINK_SHOWN = '(link)';

/** Text without invisible characters; breaks and tabs become `breakAs`. Composed, so that equal words are equal. */
export const visibleText = (text: string, breakAs = ' '): string =>
  text
    .normalize('NFC')
    .replace(BREAKS, breakAs)
    .replace(/\t/gu, ' ')
    .replace(UNSEEN, (seen) => (seen === '\n' ? seen : ''))
    .trim();

/**
 * One member's text as plain text: no markup, no address, nothing invisible. Every word that stays is one of the
 * original; line breaks stay as `\n`.
 */
export const plainText = (text: string): string =>
  withoutMarkup(visibleText(text, '\n'))
    .replace(/[ \u00A0]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim();

function withoutMarkup(text: string): string {
  let bare = text;
  // What is left of one pair of brackets may form another: `<<b>script>`.
  for (let round = 0; round < 5; round += 1) {
    const next = bare.replace(MARKED_LINK, '$1').replace(TAG, ' ');
    if (next === bare) break;
    bare = next;
  }
  return bare
    .replace(/<(?=[a-z/!?])/giu, ' ')
    .replace(ADDRESS, LINK_SHOWN)
    .replace(HOST, LINK_SHOWN)
    .replace(/:\/\//gu, ' ')
    .replace(/(?:^|(?<=\n)) *(?:[-*•–>]|#{1,6}) +/gu, '')
    .replace(/(?<!\p{N})(?:\*\*|__)|(?:\*\*|__)(?!\p{N})|`/gu, '');
}

/** A display name as one plain line. Somebody whose name shows nothing is "A podmate". */
export const plainName = (name: string): string =>
  shortened(
    plainText(name)
      .replace(/[\n{}[\]<>|\\]+/gu, ' ')
      .replace(/ +/gu, ' ')
      .trim(),
    40,
  ) || 'A podmate';

/** At most `most` UTF-16 units, cut between words where that keeps something, and never inside a number. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(' ', most - 1);
  if (space > 0) return `${text.slice(0, space).replace(/[\s,;:–-]+$/u, '')}…`;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, most * 2))) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return /\p{N}$/u.test(kept) ? '' : `${kept}…`;
}

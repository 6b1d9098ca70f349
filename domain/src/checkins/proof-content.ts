/** What a proof file may say that it is: a photo, or text that is shown as text. */
export const PROOF_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'text/plain'] as const;
export type ProofType = (typeof PROOF_TYPES)[number];
export type PhotoType = Exclude<ProofType, 'text/plain'>;

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const PNG_SIGNATURE = [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG_SIGNATURE = [0xff, 0xd8, 0xff];

/** The kind of photo that a file's first bytes show, whatever its name and header say; null: no photo that is taken. */
export function photoTypeOf(bytes: Uint8Array): PhotoType | null {
  const has = (signature: readonly number[], at = 0) => signature.every((byte, i) => bytes[at + i] === byte);
  if (has(JPEG_SIGNATURE)) return 'image/jpeg';
  if (has(PNG_SIGNATURE)) return 'image/png';
  return has(ascii('RIFF')) && has(ascii('WEBP'), 8) ? 'image/webp' : null;
}

/** Everything that is not written but steers how text is read: controls, and marks that nobody sees. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;
const isLayout = (mark: string): boolean => mark === '\n' || mark === '\t';
/** A joiner holds an emoji or a letter of some scripts together; hiding text takes more than one. */
const isJoiner = (mark: string): boolean => mark === '\u200d' || mark === '\u200c';

/**
 * A text file as it is shown: line breaks as `\n`, without controls and unseen marks; markup stays the letters that it
 * is. Null when it holds a NUL, as programs and archives do, or has nothing to read.
 */
export function shownText(text: string): string | null {
  if (text.includes('\0')) return null;
  const shown = text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, (mark) => (isLayout(mark) || isJoiner(mark) ? mark : ''))
    .replace(/([\u200c\u200d])[\u200c\u200d]+/g, '$1')
    .trim();
  return shown || null;
}

import { LIMITS } from '@podmates/domain';
import { photoTypeOf, shownText } from '@podmates/domain/checkins';
import { type CleanImage, cleanImage } from './clean-image';

const TEXT_TYPE = 'text/plain; charset=utf-8';

/** What may be stored and shown of a file that somebody sent. */
export type CleanProof =
  | ({ readonly kind: 'image'; readonly contentType: 'image/webp' } & CleanImage)
  | { readonly kind: 'text'; readonly contentType: typeof TEXT_TYPE; readonly bytes: Buffer };

/** Makes a proof anew from what its bytes are, whatever was said of them. Null: nothing of it may be shown. */
export async function cleanProof(bytes: Uint8Array): Promise<CleanProof | null> {
  const photo = photoTypeOf(bytes);
  if (photo === null) return cleanText(bytes);
  const image = await cleanImage(bytes, photo);
  return image && { kind: 'image', contentType: 'image/webp', ...image };
}

/** UTF-8 alone: another encoding cannot be told from a program by its bytes. */
function cleanText(bytes: Uint8Array): CleanProof | null {
  if (bytes.length > LIMITS.proofText) return null;
  try {
    const text = shownText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return text === null ? null : { kind: 'text', contentType: TEXT_TYPE, bytes: Buffer.from(text) };
  } catch {
    return null;
  }
}

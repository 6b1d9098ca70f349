/** A phone's best camera today makes 200 megapixels; what it means to show fits into 40. */
const MOST_PIXELS = 40_000_000;
const MOST_SIDE = 16_384;
/** Enough to read a display on a photo. */
const SHOWN_SIDE = 2048;
const QUALITY = 82;
const SECONDS = 20;

export interface CleanImage {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * The picture, and nothing else of the file: its pixels are decoded, turned as the camera said, scaled to at most
 * 2,048 on the longer side and encoded anew as WebP. EXIF, comments, profiles, further frames and what was appended
 * stay behind. Null when it cannot be decoded whole, or is larger than 40 megapixels or 16,384 on a side, which is
 * known before a pixel is. Costs up to a second and 300 MiB for the largest.
 */
export async function cleanImage(
  bytes: Uint8Array,
  type: 'image/jpeg' | 'image/png' | 'image/webp',
): Promise<CleanImage | null> {
  try {
    const { default: sharp } = await import('sharp'); // the other functions start without it
    const source = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'warning', sequentialRead: true, pages: 1 });
    const { format, width, height } = await source.metadata();
    if (`image/${format}` !== type || Math.max(width, height) > MOST_SIDE) return null;
    const { data, info } = await source
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .toColourspace('srgb')
      .resize({ width: SHOWN_SIDE, height: SHOWN_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    return null; // every fault of a decoder means the same: this is no picture to show
  }
}

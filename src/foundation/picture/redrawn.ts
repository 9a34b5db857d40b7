import sharp from 'sharp';

export type PictureKind = 'png' | 'jpeg';

const MOST_PIXELS = 50_000_000;
const LONGEST_SECONDS = 10;

/** By what it begins with, never by its name. */
export const pictureKindOf = (bytes: Uint8Array): PictureKind | undefined => {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head === '\x89PNG\r\n\x1a\n') return 'png';
  return head.startsWith('\xff\xd8\xff') ? 'jpeg' : undefined;
};

/**
 * A picture drawn anew: whatever else was in the file, place and time of the camera included, stays behind.
 * @param longestSide in pixels; absent: as large as it is. @returns undefined where it cannot be drawn.
 */
export const redrawn = async (
  bytes: Uint8Array,
  kind: PictureKind,
  longestSide?: number,
): Promise<Uint8Array | undefined> => {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .timeout({ seconds: LONGEST_SECONDS });
    const size = longestSide
      ? picture.resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
      : picture;
    return await (kind === 'png' ? size.png() : size.jpeg({ quality: 85 })).toBuffer();
  } catch {
    return undefined;
  }
};

import { gunzipSync } from 'node:zlib';

const MOST_BYTES = 256 * 1024 * 1024;

/** The text of a file: unpacked, its character set taken from the mark, the header, or found by trying. */
export const textOfFile = (
  bytes: Uint8Array,
  contentType?: string,
): string | { refused: 'too-large' | 'not-unpackable' } => {
  if (bytes.length > MOST_BYTES) return { refused: 'too-large' };
  try {
    const plain =
      bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
    return decode(plain, contentType);
  } catch {
    return { refused: 'not-unpackable' };
  }
};

const decode = (bytes: Uint8Array, contentType = ''): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // Valid UTF-8 with umlauts is never Latin-1 by chance, whatever the header claims.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decoderFor(/charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1]).decode(bytes);
  }
};

/** WHATWG: ISO-8859-1 is read as windows-1252, which holds the euro sign that town halls type. */
const decoderFor = (charset = 'windows-1252'): TextDecoder => {
  try {
    return new TextDecoder(/^utf-?8$/i.test(charset) ? 'windows-1252' : charset);
  } catch {
    return new TextDecoder('windows-1252');
  }
};

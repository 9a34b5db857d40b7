import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { LARGEST_FILE_BYTES } from '../contract.ts';

export type FileRefusal = 'no-file' | 'too-large' | 'not-pdf-or-picture' | 'harmful' | 'locked' | 'broken';
export type CleanFile = { kind: 'pdf' | 'png' | 'jpeg'; bytes: Uint8Array };

const MOST_PIXELS = 50_000_000;
const LONGEST_SECONDS = 10;
const MOST_INFLATED_BYTES = 20 * 1024 * 1024;
// The harmless string by which scanners of viruses are tested; put together here, so that no scanner stops at this file.
const TEST_VIRUS = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!'].join('');
/** What runs, opens or brings along something when the document is opened. */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|GoToR|GoToE|XFA)\b/;

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** A name may be written with escapes (/J#61vaScript); compressed parts are looked into, up to a limit. */
const isActive = (bytes: Uint8Array): boolean | 'too-much' => {
  const plain = (text: string) =>
    text.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const whole = textOf(bytes);
  if (ACTIVE.test(plain(whole))) return true;
  let left = MOST_INFLATED_BYTES;
  for (const { index } of whole.matchAll(/stream\r?\n/g)) {
    const start = whole.indexOf('\n', index) + 1;
    const end = whole.indexOf('endstream', start);
    if (end < 0) break;
    if (!/^[\x48\x58\x68\x78]/.test(whole.charAt(start))) continue;
    try {
      const inflated = inflateSync(bytes.subarray(start, end), { maxOutputLength: Math.max(1, left) });
      left -= inflated.length;
      // Page contents and pictures hold no actions; objects that hold some are text.
      if (ACTIVE.test(plain(textOf(inflated)))) return true;
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return 'too-much';
    }
  }
  return false;
};

const checkPdf = (bytes: Uint8Array): CleanFile | { refused: FileRefusal } => {
  const text = textOf(bytes);
  if (!text.slice(-2048).includes('%%EOF')) return { refused: 'broken' };
  if (/\/Encrypt\b/.test(text)) return { refused: 'locked' };
  const active = isActive(bytes);
  if (active === 'too-much') return { refused: 'too-large' };
  return active ? { refused: 'harmful' } : { kind: 'pdf', bytes };
};

/** Drawn anew: whatever else was in the file, place and time of the camera included, stays behind. */
const redraw = async (
  bytes: Uint8Array,
  kind: 'png' | 'jpeg',
): Promise<CleanFile | { refused: FileRefusal }> => {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .timeout({ seconds: LONGEST_SECONDS });
    const drawn = kind === 'png' ? picture.png() : picture.jpeg({ quality: 85 });
    return { kind, bytes: await drawn.toBuffer() };
  } catch {
    return { refused: 'broken' };
  }
};

/** What a file is says its content, never its name. */
export const checkFile = async (bytes: Uint8Array): Promise<CleanFile | { refused: FileRefusal }> => {
  if (bytes.length === 0) return { refused: 'no-file' };
  if (bytes.length > LARGEST_FILE_BYTES) return { refused: 'too-large' };
  if (textOf(bytes).includes(TEST_VIRUS)) return { refused: 'harmful' };
  const head = textOf(bytes.subarray(0, 8));
  if (head.startsWith('%PDF-')) return checkPdf(bytes);
  if (head === '\x89PNG\r\n\x1a\n') return redraw(bytes, 'png');
  if (head.startsWith('\xff\xd8\xff')) return redraw(bytes, 'jpeg');
  return { refused: 'not-pdf-or-picture' };
};

import { constants, inflateRawSync } from 'node:zlib';
import { pictureKindOf, redrawn } from '../../../foundation/picture/redrawn.ts';
import { LARGEST_FILE_BYTES } from '../contract.ts';

export type FileRefusal = 'no-file' | 'too-large' | 'not-pdf-or-picture' | 'harmful' | 'locked' | 'broken';
export type CleanFile = { kind: 'pdf' | 'png' | 'jpeg'; bytes: Uint8Array };

const MOST_INFLATED_BYTES = 40 * 1024 * 1024;
const COST_OF_A_FAULT_BYTES = 1024 * 1024;
// The harmless string by which scanners of viruses are tested; put together here, so that no scanner stops at this file.
const TEST_VIRUS = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!'].join('');
// What runs, opens or brings along something when the document is opened. Only long words: the short name of a script
// ("/JS") stands by chance in every fifth scan of five megabytes, and no script runs without the long one.
const ACTIVE =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|GoToR|GoToE|XFA)(?=[\s/<>[\]()]|$)/;
/** Objects packed in a way that is not looked into. */
const ODD_FILTER = /\/(ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|AHx|A85)\b/;

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** A name may be written with escapes: /J#61vaScript. */
const plainNames = (text: string): string =>
  text.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const isPacked = (bytes: Uint8Array, start: number): boolean => {
  const [method = 0, flags = 0] = bytes.subarray(start, start + 2);
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;
};

/** Every packed part, wherever one may begin, within a limit of work that a hostile file cannot get around. */
function* unpacked(bytes: Uint8Array, whole: string): Generator<string | 'too-much'> {
  let end = 0;
  let left = MOST_INFLATED_BYTES;
  for (const { index } of whole.matchAll(/stream\r?\n/g)) {
    const start = whole.indexOf('\n', index) + 1;
    if (end >= 0 && end < start) end = whole.indexOf('endstream', start);
    if (!isPacked(bytes, start)) continue;
    try {
      // Without the checksum: readers show a part whose checksum is wrong.
      const part = bytes.subarray(start + 2, end < 0 ? undefined : end);
      const inflated = inflateRawSync(part, {
        maxOutputLength: Math.max(1, left),
        finishFlush: constants.Z_SYNC_FLUSH,
      });
      left -= inflated.length;
      yield textOf(inflated);
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') left = 0;
      left -= COST_OF_A_FAULT_BYTES;
    }
    if (left <= 0) yield 'too-much';
  }
}

const isActive = (bytes: Uint8Array): boolean | 'too-much' => {
  const whole = textOf(bytes);
  const names = plainNames(whole);
  if (ACTIVE.test(names) || (/\/ObjStm\b/.test(names) && ODD_FILTER.test(names))) return true;
  for (const part of unpacked(bytes, whole)) {
    if (part === 'too-much') return part;
    if (ACTIVE.test(plainNames(part))) return true;
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

const redraw = async (
  bytes: Uint8Array,
  kind: 'png' | 'jpeg',
): Promise<CleanFile | { refused: FileRefusal }> => {
  const drawn = await redrawn(bytes, kind);
  return drawn ? { kind, bytes: drawn } : { refused: 'broken' };
};

/** What a file is says its content, never its name. */
export const checkFile = async (bytes: Uint8Array): Promise<CleanFile | { refused: FileRefusal }> => {
  if (bytes.length === 0) return { refused: 'no-file' };
  if (bytes.length > LARGEST_FILE_BYTES) return { refused: 'too-large' };
  if (textOf(bytes).includes(TEST_VIRUS)) return { refused: 'harmful' };
  const head = textOf(bytes.subarray(0, 8));
  if (head.startsWith('%PDF-')) return checkPdf(bytes);
  const kind = pictureKindOf(bytes);
  return kind ? redraw(bytes, kind) : { refused: 'not-pdf-or-picture' };
};

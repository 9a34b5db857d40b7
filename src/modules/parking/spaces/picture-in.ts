import { pictureKindOf, redrawn } from '../../../foundation/picture/redrawn.ts';

const LARGEST_BYTES = 8 * 1024 * 1024;
/** Enough to see a gate and its number. */
const LONGEST_SIDE = 1_400;

/** Bodies that may be larger than a form: pictures of an entrance, or of a space that is taken. */
export const isPictureUpload = (method: string, path: string): boolean =>
  method === 'POST' &&
  (/\/parken\/buchung\/[0-9]{12}\/[\w-]{43}\/belegt$/.test(path) ||
    /\/parken\/(teilen\/[0-9]{12}|plaetze)\/[0-9a-f-]{36}\/foto$/.test(path));

/** A picture that came with a form, drawn anew as JPEG. Absent: none came. */
export const pictureIn = async (value: unknown): Promise<Uint8Array | 'refused' | undefined> => {
  if (!(value instanceof File) || value.size === 0) return undefined;
  if (value.size > LARGEST_BYTES) return 'refused';
  const bytes = new Uint8Array(await value.arrayBuffer());
  return pictureKindOf(bytes) ? ((await redrawn(bytes, 'jpeg', LONGEST_SIDE)) ?? 'refused') : 'refused';
};

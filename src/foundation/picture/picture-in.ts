import { pictureKindOf, redrawn } from './redrawn.ts';

const LARGEST_BYTES = 8 * 1024 * 1024;
/** Enough to see a gate and its number. */
const LONGEST_SIDE = 1_400;

/** A picture that came with a form, drawn anew as JPEG. Absent: none came. */
export const pictureIn = async (value: unknown): Promise<Uint8Array | 'refused' | undefined> => {
  if (!(value instanceof File) || value.size === 0) return undefined;
  if (value.size > LARGEST_BYTES) return 'refused';
  const bytes = new Uint8Array(await value.arrayBuffer());
  return pictureKindOf(bytes) ? ((await redrawn(bytes, 'jpeg', LONGEST_SIDE)) ?? 'refused') : 'refused';
};

import { createHash } from 'node:crypto';

// Raised when the stored form changes, so that the next import writes every record anew.
const EDITION = '1';

/** The same content gives the same hash, whatever the order of its keys. */
export const contentHash = (content: unknown): string =>
  createHash('sha256').update(EDITION).update(canonical(content)).digest('base64url').slice(0, 27);

export const bytesHash = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64url');

const canonical = (content: unknown): string =>
  JSON.stringify(content, (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** Room for 50,000 lines. */
export const LARGEST_DRIVES_BYTES = 2 * 1024 * 1024;

const UPLOAD = /^(\/en)?\/rathaus\/[^/]+\/parken\/wirkung\/[0-9a-f-]{36}\/fahrten$/;

/** The one address of parking that takes a file. */
export const isDrivesUpload = (method: string, path: string): boolean =>
  method === 'POST' && UPLOAD.test(path);

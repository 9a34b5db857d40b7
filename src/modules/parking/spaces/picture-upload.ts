/** Bodies that may be larger than a form: pictures of an entrance, or of a space that is taken. */
export const isPictureUpload = (method: string, path: string): boolean =>
  method === 'POST' &&
  (/\/parken\/buchung\/[0-9]{12}\/[\w-]{43}\/belegt$/.test(path) ||
    /\/parken\/(teilen\/[0-9]{12}|plaetze)\/[0-9a-f-]{36}\/foto$/.test(path));

/** Where reports are; without the language. */
export const reportPaths = {
  start: '/mitmachen',
  make: '/mitmachen/melden',
  list: '/mitmachen/meldungen',
  one: (id: string) => `/mitmachen/meldungen/${id}`,
  own: (secret: string) => `/mitmachen/meldung/${secret}`,
};

/** A report may bring a picture, which is larger than a form. */
export const isReportUpload = (method: string, path: string): boolean =>
  method === 'POST' &&
  /^(\/en)?(\/mitmachen\/(melden|meldung\/[\w-]{43})|\/rathaus\/[0-9]{2,12}\/mitmachen\/meldungen\/[0-9a-f-]{36})$/.test(
    path,
  );

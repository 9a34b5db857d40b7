const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** A link that a page may carry: web or mail, no credentials; `www.…` without scheme is completed. */
export const safeUrl = (text: string | undefined): string | undefined => {
  if (text === undefined || text.length > 2_000) return undefined;
  const complete = /^www\.|^[\w-]+(\.[\w-]+)+(\/|$)/i.test(text.trim())
    ? `https://${text.trim()}`
    : text.trim();
  const url = URL.parse(complete);
  if (!url || !SCHEMES.has(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return url.href;
};

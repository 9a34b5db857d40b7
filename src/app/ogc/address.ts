/** A link as OGC API Features writes it. */
export type Link = { href: string; rel: string; type: string; title?: string };

export const MEDIA = {
  json: 'application/json',
  geojson: 'application/geo+json',
  html: 'text/html',
  openapi: 'application/vnd.oai.openapi+json;version=3.0',
  schema: 'application/schema+json',
} as const;

/** `url` with a parameter set, or taken away. */
export const withParameter = (url: string, name: string, value: string | undefined): string => {
  const changed = new URL(url);
  if (value === undefined) changed.searchParams.delete(name);
  else changed.searchParams.set(name, value);
  return changed.toString();
};

/** Links to this document and to its other representation. */
export const ownLinks = (url: string, media: string, isHtml: boolean): Link[] => [
  { href: withParameter(url, 'f', 'json'), rel: isHtml ? 'alternate' : 'self', type: media },
  { href: withParameter(url, 'f', 'html'), rel: isHtml ? 'self' : 'alternate', type: MEDIA.html },
];

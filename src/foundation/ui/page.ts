import type { ComponentChildren } from 'preact';
import type { Language } from '../i18n/language.ts';

/** A stop on the way from the start page to here. */
export type Crumb = { label: string; href: string };

/** The place that a visitor looks at, as it travels in every address: no cookie is needed. */
export type PlaceInUrl = { label: string; parameters: Record<string, string> };

/** What a route hands to the frame: everything a page is, without head and foot. */
export type PageContent = {
  title: string;
  body: ComponentChildren;
  crumbs?: Crumb[];
  /** Address of this page without changing parameters. */ canonical?: string;
  /** Same page for machines: feeds, JSON. */ alternates?: { type: string; title: string; href: string }[];
  jsonLd?: object;
  /** False for results that search engines should not keep. */ isIndexed?: boolean;
  /** The map island and its style sheet are sent only where a map is. */ hasMap?: boolean;
};

/** What the frame has put into the request's context for every public page. */
export type PageVariables = {
  language: Language;
  place: PlaceInUrl | undefined;
  /** Renders the content into the frame. */ page: (
    content: PageContent,
    status?: 200 | 400 | 403 | 404 | 422 | 429 | 500 | 503,
  ) => Response;
};

/** `path` with the place carried along; further parameters win over it, undefined ones are left out. */
export const withPlace = (
  place: PlaceInUrl | undefined,
  path: string,
  parameters: Record<string, string | undefined> = {},
): string => {
  const all = Object.entries({ ...place?.parameters, ...parameters }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const query = new URLSearchParams(all).toString();
  return query ? `${path}?${query}` : path;
};

import type { Language } from '../../foundation/i18n/language.ts';
import type { PageContent, PlaceInUrl } from '../../foundation/ui/page.ts';
import type { AppMessages } from './messages.ts';

/** Addresses of the built style sheet and scripts, with their hash. */
export type Assets = { app: string; page: string; map: string; mapStyle?: string | undefined };

export type ShellProps = {
  content: PageContent;
  language: Language;
  place: PlaceInUrl | undefined;
  /** Path and query of this page without the language. */ path: string;
  search: string;
  /** What the person is called who is signed in. */ account?: string | undefined;
  assets: Assets;
  operator: string | undefined;
  version: string;
  t: AppMessages;
};

import type { Language } from '../i18n/language.ts';

export type DocumentTable = {
  columns: { label: string; isNumber?: boolean }[];
  rows: string[][];
};

/** A paper of several pages, whatever it is written as: a page, PDF, DOCX. */
export type TextDocument = {
  lang: Language;
  sender: string;
  title: string;
  /** Stands framed at the top. */ note: string | null;
  facts: [label: string, value: string][];
  sections: { title: string; paragraphs: string[]; table: DocumentTable | null }[];
};

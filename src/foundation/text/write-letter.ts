import type { Language } from '../i18n/language.ts';
import { compileTagged } from './compile-tagged.ts';
import { LETTER } from './letter-template.ts';

export type Letter = {
  lang: Language;
  sender: string;
  title: string;
  /** Stands framed at the top. */ note: string | null;
  facts: [label: string, value: string][];
  paragraphs: string[];
  groups: { title: string; rows: [label: string, value: string][] }[];
};

export const writeLetter = (letter: Letter): Buffer => compileTagged(LETTER, 'letter', letter);

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Language } from '../i18n/language.ts';
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

let compiler: NodeCompiler | undefined;

/** A tagged PDF by ISO 14289-1 (PDF/UA-1): screen readers know title, language, headings and order. */
export const writeLetter = (letter: Letter): Buffer => {
  compiler ??= NodeCompiler.create();
  const pdf = compiler.pdf(
    { mainFileContent: LETTER, inputs: { letter: JSON.stringify(letter) } },
    { pdfStandard: 'ua-1' },
  );
  // What was compiled stays in memory otherwise.
  compiler.evictCache(10);
  return pdf;
};

import { compileTagged } from './compile-tagged.ts';
import { DOCUMENT } from './document-template.ts';
import type { TextDocument } from './text-document.ts';

/** A tagged PDF by ISO 14289-1 (PDF/UA-1), its tables with heads. */
export const writeDocument = (document: TextDocument): Buffer =>
  compileTagged(DOCUMENT, 'document', document);

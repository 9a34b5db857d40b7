import type { SubjectKind } from '../contract.ts';

const WORDS: Record<SubjectKind, string> = { goal: 'ziel', measure: 'massnahme' };

/** Where a subject is spoken about; without the language. */
export const commentsPath = (kind: SubjectKind, id: string): string => `/mitmachen/zu/${WORDS[kind]}/${id}`;

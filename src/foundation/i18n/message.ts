/** A sentence in both languages: what is wrong and what is allowed. API callers are not asked which one they read. */
export type Message = { de: string; en: string };

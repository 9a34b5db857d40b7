/** Languages of the interface. Leichte Sprache (`de-simple`) has pages of its own, not a catalogue. */
export type Language = 'de' | 'en';

/**
 * The shape that a catalogue in another language must have: the same keys, and for a text with
 * blanks a function of the same parameters. German is the source; a missing text does not compile.
 */
export type Translation<Source> = {
  [Key in keyof Source]: Source[Key] extends (...blanks: infer Blanks) => string
    ? (...blanks: Blanks) => string
    : Source[Key] extends string
      ? string
      : Translation<Source[Key]>;
};

const LOCALE: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

export const localeOf = (language: Language): string => LOCALE[language];

/** German pages stand at the root, English ones below /en. */
export const localPath = (language: Language, path: string): string =>
  language === 'de' ? path : `/en${path === '/' ? '' : path}`;

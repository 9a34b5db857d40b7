import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

/** The notices are pairs of subject and text, which the shape of a translation does not know. */
export type ApplicationMessages = Translation<Omit<typeof de, 'notices'>> & Pick<typeof de, 'notices'>;

const catalogues: Record<Language, ApplicationMessages> = { de, en };

export const applicationMessages = (language: Language): ApplicationMessages => catalogues[language];

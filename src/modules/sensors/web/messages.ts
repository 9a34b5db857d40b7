import type { Language, Translation } from '../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type SensorMessages = Translation<typeof de>;

const catalogues: Record<Language, SensorMessages> = { de, en };

export const sensorMessages = (language: Language): SensorMessages => catalogues[language];

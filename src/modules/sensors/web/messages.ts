import type { Language, Translation } from '../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';
import { useDe } from './use.messages.de.ts';
import { useEn } from './use.messages.en.ts';

export type SensorMessages = Translation<typeof de>;

const catalogues: Record<Language, SensorMessages> = { de, en };

export const sensorMessages = (language: Language): SensorMessages => catalogues[language];

export type UseMessages = Translation<typeof useDe>;

const uses: Record<Language, UseMessages> = { de: useDe, en: useEn };

export const useMessages = (language: Language): UseMessages => uses[language];

import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de as forecastDe } from './forecast.messages.de.ts';
import { en as forecastEn } from './forecast.messages.en.ts';
import { de as pilotDe } from './pilot.messages.de.ts';
import { en as pilotEn } from './pilot.messages.en.ts';

export type ForecastMessages = Translation<typeof forecastDe>;
export type PilotMessages = Translation<typeof pilotDe>;

const catalogues: Record<Language, { forecast: ForecastMessages; pilot: PilotMessages }> = {
  de: { forecast: forecastDe, pilot: pilotDe },
  en: { forecast: forecastEn, pilot: pilotEn },
};

export const forecastMessages = (language: Language): ForecastMessages => catalogues[language].forecast;
export const pilotMessages = (language: Language): PilotMessages => catalogues[language].pilot;

import type { Language } from '../../../../foundation/i18n/language.ts';
import { de as forecastDe } from './forecast.messages.de.ts';
import { en as forecastEn } from './forecast.messages.en.ts';

export type ForecastMessages = typeof forecastDe;

export const forecastMessages = (language: Language): ForecastMessages =>
  language === 'de' ? forecastDe : forecastEn;

import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type ParkingMessages = Translation<typeof de>;

export const parkingMessages = (language: Language): ParkingMessages => ({ de, en })[language];

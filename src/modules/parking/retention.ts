import { daysBefore, type RetentionRule } from '../../foundation/database/retention.ts';
import { addDays, berlinDay } from '../../foundation/time/zone.ts';
import { deleteEnded, forgetPlates } from './bookings/ended-store.ts';
import { deleteForecasts } from './effect/forecast/forecast-store.ts';
import { moneyRetention } from './money/retention.ts';
import { deleteDemand } from './pricing/demand-store.ts';
import { deleteOldCounts } from './sites/site-store.ts';
import { deleteStrikes } from './spaces/strike-store.ts';

const PLATE_DAYS = 2;
const BOOKING_DAYS = 400;
const DEMAND_DAYS = 60;
const COUNT_DAYS = 60;
/** Longer than a strike counts, so that the host can look back. */
const STRIKE_KEPT_DAYS = 120;
const FORECAST_DAYS = 180;

export const parkingRetention: RetentionRule[] = [
  ...moneyRetention,
  {
    dataClass: 'parking-plates',
    what: { de: 'Prüfzahlen von Kennzeichen', en: 'Check numbers of number plates' },
    keptDays: PLATE_DAYS,
    kept: { de: '48 Stunden nach dem Ende der Buchung', en: '48 hours after the end of the booking' },
    why: {
      de: 'Die Überwachung prüft, ob ein Auto stehen darf.',
      en: 'Wardens check whether a car may stand there.',
    },
    prune: ({ database, clock }) => forgetPlates(database, daysBefore(clock(), PLATE_DAYS)),
  },
  {
    dataClass: 'parking-demand',
    what: {
      de: 'Gewünschte Parkzeiten, ohne Person, auf 100 Meter gerundet',
      en: 'Wished times of parking, without a person, rounded to 100 metres',
    },
    keptDays: DEMAND_DAYS,
    kept: { de: '60 Tage', en: '60 days' },
    why: { de: 'Wir lernen daraus, wann Plätze knapp sind.', en: 'We learn from it when spaces are scarce.' },
    prune: ({ database, clock }) => deleteDemand(database, addDays(berlinDay(clock()), -DEMAND_DAYS)),
  },
  {
    dataClass: 'parking-bookings',
    what: { de: 'Beendete Buchungen von Stellplätzen', en: 'Ended bookings of parking spaces' },
    keptDays: BOOKING_DAYS,
    kept: { de: '400 Tage nach dem Ende', en: '400 days after the end' },
    why: {
      de: 'Abrechnung und die jährliche Meldung nach dem Plattformen-Steuertransparenzgesetz',
      en: 'Billing and the yearly report under the platform tax transparency act',
    },
    prune: ({ database, clock }) => deleteEnded(database, daysBefore(clock(), BOOKING_DAYS)),
  },
  {
    dataClass: 'parking-strikes',
    what: {
      de: 'Nicht gehaltene Zusagen von Gastgebern, mit Foto des belegten Platzes',
      en: 'Promises that hosts did not keep, with a picture of the space that was taken',
    },
    keptDays: STRIKE_KEPT_DAYS,
    kept: { de: '120 Tage', en: '120 days' },
    why: {
      de: 'Wer dreimal in 90 Tagen eine Zusage nicht hält, wird angehalten und kann nachsehen, warum.',
      en: 'Who does not keep a promise three times in 90 days is stopped, and can look up why.',
    },
    prune: ({ database, clock }) => deleteStrikes(database, daysBefore(clock(), STRIKE_KEPT_DAYS)),
  },
  {
    dataClass: 'parking-counts',
    what: {
      de: 'Wie viele Plätze auf öffentlichen Parkplätzen frei waren, ohne Bezug zu Personen',
      en: 'How many spaces of public car parks were free, without reference to persons',
    },
    keptDays: COUNT_DAYS,
    kept: { de: '60 Tage, nur die Änderungen', en: '60 days, changes only' },
    why: { de: 'Um abzuschätzen, wann es voll wird', en: 'To estimate when it fills up' },
    prune: ({ database, clock }) => deleteOldCounts(database, daysBefore(clock(), COUNT_DAYS)),
  },
  {
    dataClass: 'parking-forecasts',
    what: {
      de: 'Berechnungen, was Teilen brächte, ohne Bezug zu Personen',
      en: 'Computations of what sharing would bring, without reference to persons',
    },
    keptDays: FORECAST_DAYS,
    kept: { de: '180 Tage nach der Berechnung', en: '180 days after the computation' },
    why: {
      de: 'Dieselbe Frage wird nicht zweimal gerechnet.',
      en: 'The same question is not computed twice.',
    },
    prune: ({ database, clock }) => deleteForecasts(database, daysBefore(clock(), FORECAST_DAYS)),
  },
];

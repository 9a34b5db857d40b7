import type { Translation } from '../../../foundation/i18n/language.ts';
import type { useDe } from './use.messages.de.ts';

export const useEn: Translation<typeof useDe> = {
  ways: { traffic: 'Traffic', water: 'Water', energy: 'Energy', all: 'All sensors' },
  choose: { traffic: 'Counter', water: 'Gauge', energy: 'Building', show: 'show' },
  source: (sentence: string) => `From the sensors of the municipality. ${sentence}`,
  time: { hour: 'Hour', day: 'Day', month: 'Month' },
  unknown: 'unknown',
  traffic: {
    title: 'Traffic at the counters',
    lead: 'What was counted, what is usual, and what to expect tomorrow. Bicycles or vehicles are counted, no people.',
    none: 'There is no counter here yet.',
    week: 'Last week, hour by hour',
    counted: 'counted',
    usual: 'usual',
    noWeek: 'Nothing was counted in the last eight weeks. That does not mean that nobody rode.',
    gaps: (hours: string) => `${hours} hours of the week are unknown: values are missing there.`,
    year: 'Totals of the days, last twelve months',
    yearText: (days: string, unknown: string, mean: string) =>
      `${days} days were counted whole, ${unknown} are unknown. ${mean} a day on average.`,
    monthColumns: { sum: 'Total', mean: 'mean of a day', days: 'days counted whole' },
    ahead: 'The next 24 hours',
    said: 'expected',
    range: 'Range',
    fromTo: (low: string, high: string) => `${low} to ${high}`,
    aheadText: (sum: string, after: string) =>
      `In the 24 hours after the last value (${after}) we expect ${sum}. The range is as wide as to hold 8 of 10 earlier hours.`,
    judged: (error: string, now: string, week: string, hours: string) =>
      `Checked on the last week (${hours} forecasts): mean error ${error} an hour; "as just now" ${now}, "as a week ago" ${week}.`,
    covered: (share: string) => `In the last week ${share} % of the hours were in their range.`,
    whys: {
      'no-counts': 'No forecast: there are no counts.',
      'too-short': 'No forecast: less than three weeks were counted.',
      silent: 'No forecast: too many hours are missing.',
      'no-better': 'No forecast: in the last week it was no better than "as just now" or "as a week ago".',
    },
    unusual: 'Unusual hours',
    noUnusual: 'None in the last week.',
    rule: 'A hint, no incident: at least 3 hours in a row more than 6 usual deviations (MAD) above or below what is usual at that hour of the week. Holidays, detours and broken counters look the same.',
    more: (when: string, hours: string, counted: string, expected: string) =>
      `Unusually many from ${when} for ${hours} hours: ${counted} instead of about ${expected}.`,
    less: (when: string, hours: string, counted: string, expected: string) =>
      `Unusually few from ${when} for ${hours} hours: ${counted} instead of about ${expected}.`,
  },
  water: {
    title: 'Water levels',
    lead: 'How high the water stands, and which thresholds the municipality has set. This page is no official flood warning.',
    none: 'There is no gauge here yet.',
    week: 'The last seven days',
    level: 'level',
    noWeek: 'No value came in the last seven days: the level is unknown.',
    last: (value: string, unit: string, when: string) =>
      `Mean of the last hour measured: ${value} ${unit} (${when}).`,
    silent: 'The sensor is silent: how high the water stands now is unknown.',
    trend: {
      up: (value: string, unit: string) => `Risen by ${value} ${unit} in 24 hours.`,
      down: (value: string, unit: string) => `Fallen by ${value} ${unit} in 24 hours.`,
      same: 'The same as 24 hours ago.',
      unknown: 'How it changed in 24 hours is unknown.',
    },
    thresholds: 'Thresholds',
    noThresholds: 'The municipality has entered no thresholds.',
    columns: { name: 'Threshold', raise: 'raised at', clear: 'over beyond' },
  },
  energy: {
    title: 'Energy in municipal buildings',
    lead: 'What a building uses, held against the weather, and whether a measure has saved.',
    none: 'There is no building with its consumption here yet.',
    noWeather: 'No temperature is entered for this building: it cannot be held against the weather.',
    months: 'Consumption and degree days, month by month',
    energy: 'Consumption',
    perDegree: 'per degree day',
    columns: { energy: 'Consumption', degrees: 'Degree days', days: 'Days with values' },
    rule: 'Degree days G20/15 after VDI 2067: 20 °C minus the mean of the day, on days with a mean below 15 °C. Days of which values are missing do not count.',
    saving: 'What the measure has saved',
    noMeasure: 'No measure with a day is entered for this building.',
    measure: (what: string, day: string) => `${what}, since ${day}.`,
    verdicts: {
      saved: (value: string, low: string, high: string, unit: string, days: string) =>
        `Saving ${value} ${unit} (${low} to ${high}) in ${days} days.`,
      more: (value: string, low: string, high: string, unit: string, days: string) =>
        `Used ${value} ${unit} more (${low} to ${high}) in ${days} days.`,
      'cannot-tell': (value: string, low: string, high: string, unit: string, days: string) =>
        `Saving cannot be told: ${value} ${unit}, but ${low} to ${high} fit the values as well (${days} days).`,
    },
    tooShort: 'Saving cannot be told: it takes at least 60 days before and 28 after, with different weather.',
    method: (base: string, perDegree: string, unit: string) =>
      `A straight line of base load (${base} ${unit} a day) and degree days (${perDegree} ${unit} each) before the measure, compared at the weather since; the range holds the true value in 95 of 100 cases. What else has changed is in it too.`,
  },
};

import type { Translation } from '../../../../foundation/i18n/language.ts';
import type { de } from './messages.de.ts';

const ago = (minutes: number): string => {
  if (minutes < 1) return 'just now';
  if (minutes === 1) return 'a minute ago';
  if (minutes < 60) return `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  if (hours === 1) return 'an hour ago';
  if (hours < 48) return `${hours} hours ago`;
  return `${Math.floor(hours / 24)} days ago`;
};

export const en: Translation<typeof de> = {
  alternatives: 'Instead: public car parks',
  noAlternatives: 'We know of no public car park nearby.',
  allSites: 'All public car parks',
  title: 'Public parking',
  near: (place: string) => `Public parking around ${place}`,
  lead: 'What operators report, with the age of the count. Nobody can promise that a space is still free when you arrive.',
  needPlace: 'First tell us where you want to go.',
  place: 'Town, postcode or street with town',
  placeButton: 'Show parking',
  choose: 'Selection',
  purposes: { car: 'Cars', bike: 'Bicycles' },
  radius: (kilometres: number) => `within ${kilometres} km`,
  counted: 'with a count only',
  all: 'also without a count',
  found: (count: number) => (count === 1 ? '1 car park' : `${count} car parks`),
  foundMany: (count: number) => `The nearest ${count} car parks`,
  none: 'We know of no parking in this radius. That does not mean that there is none.',
  course: {
    way: 'Course and forecast',
    title: (name) => `${name}: course and forecast`,
    lead: 'Free spaces of the last 24 hours, and what is to be expected of the next ones. A forecast is no promise.',
    free: 'free',
    said: 'expected',
    range: 'range',
    now: 'now',
    chart: (name) => `Free spaces at ${name}, the last 24 hours and the next 6`,
    table: 'Hour by hour',
    hour: 'Hour',
    fromTo: (low, high) => `${low} to ${high}`,
    unknown: 'not known',
    judgeTitle: 'How good is the forecast here?',
    judged: (error, last, week, hours) =>
      `In the last seven days (${hours} hours, 1 to 6 hours ahead) it was off by ${error} spaces on average. “As now” was off by ${last}, “as a week ago” by ${week}.`,
    covered: (percent) => `${percent} % of the hours fell into the range; promised are 80 %.`,
    whys: {
      shown: '',
      'no-counts': 'Nobody has counted here yet.',
      'too-short': 'A forecast needs three weeks of counts. There are not so many here yet.',
      silent: 'No counts come in at the moment. That is why we forecast nothing.',
      'no-better': 'Here a forecast is no better than “as now” or “as a week ago”. That is why we show none.',
    },
  },
  states: {
    fresh: (free: string, minutes: number) => `${free} free, ${ago(minutes)}`,
    full: (minutes: number) => `Full, ${ago(minutes)}`,
    stale: (free: string, minutes: number) => `Out of date: ${free} free, ${ago(minutes)}`,
    lost: (minutes: number) => `Occupancy not known, last count ${ago(minutes)}`,
    forecast: (free: string) => `Probably ${free} free`,
    undated: (free: string, minutes: number | undefined) =>
      minutes === undefined
        ? `${free} free, time not stated`
        : `${free} free; the source states no time, read ${ago(minutes)}`,
    implausible: 'The reported count cannot be right.',
    unknown: 'Occupancy not known',
  },
  kinds: {
    surface: 'Car park',
    garage: 'Multi-storey car park',
    underground: 'Underground car park',
    street: 'At the kerb',
    parkAndRide: 'Park and ride',
    spot: 'Single space',
    stands: 'Bicycle stands',
    lockers: 'Bicycle boxes',
    shed: 'Bicycle shed',
    other: 'Car park',
  },
  spaces: (count: string) => (count === '1' ? '1 space' : `${count} spaces`),
  onlyDisabled: 'for people with disabilities',
  disabled: (count: string) => `${count} for people with disabilities`,
  isFree: 'free of charge',
  hasFee: 'with a fee',
  height: (metres: string) => `entrance up to ${metres} m high`,
  stay: (minutes: number) => (minutes % 60 === 0 ? `${minutes / 60} h at most` : `${minutes} min at most`),
  always: 'open around the clock',
  open: 'open now',
  closed: 'closed now',
  demonstration: 'Example',
  sources: 'Sources',
  source: (name: string, licence: string | null) => `${name} (${licence ?? 'licence not known'})`,
  pages: { label: 'Pages', position: (page: number) => `Page ${page}`, previous: 'Back', next: 'Next' },
  share: 'Find a private space',
};

import type { Translation } from '../../../../foundation/i18n/language.ts';
import type { de } from './messages.de.ts';

export const en: Translation<typeof de> = {
  title: 'Test bench for open data',
  errorTitle: 'Error:',
  correct: 'Please check:',
  lead: 'Give an address or upload a file: you are told which standard it follows, where it breaks it and where that is written. Nothing is kept.',
  address: 'Address of the data',
  addressHint: 'Begins with https:// or http://. At most 20 MB.',
  or: 'or',
  file: 'File',
  fileHint: 'At most 8 MB. We see by its content what a file is.',
  button: 'Check',
  sound: (standard) => `${standard}: nothing to object to`,
  advice: (standard) => `${standard}: in order, with recommendations`,
  faulty: (standard) => `${standard}: breaks the standard`,
  unreadable: 'Not checked',
  must: 'Error',
  should: 'Advice',
  columns: {
    weight: 'Weight',
    text: 'What',
    clause: 'Where it is written',
    count: 'How often',
    places: 'Where in the file',
  },
  counts: (parts) => `Found: ${parts}.`,
  count: (count, what) => `${count} ${what}`,
  source: (what) => `Checked: ${what}`,
  uploaded: 'uploaded file',
  library: 'Which standards are checked',
  libraryColumns: { name: 'Standard', purpose: 'What for in a town hall', here: 'In use here' },
  limits:
    'Checked is what can be checked without knowing your town. Whether a statement is true no test bench sees.',
  refusals: {
    'no-input': 'Give an address or choose a file.',
    'too-large': 'This is larger than 8 MB. Give an address instead.',
    'not-an-address': 'This is no address that begins with https:// or http://.',
    'not-fetched': 'We get nothing at this address. Addresses in private networks are not fetched.',
    'too-many-attempts':
      'These were too many requests from your network. Please wait a little, or upload the file.',
  },
  standards: {
    icalendar: {
      name: 'iCalendar (RFC 5545)',
      purpose: 'Dates that every calendar subscribes to: fairs, council meetings, waste collection',
      here: 'list “Here & now” as a calendar, reading of dates',
    },
    atom: { name: 'Atom (RFC 4287)', purpose: 'News to subscribe to', here: 'list “Here & now” as a feed' },
    rss: { name: 'RSS 2.0', purpose: 'News to subscribe to, older than Atom', here: 'reading' },
    geojson: {
      name: 'GeoJSON (RFC 7946), OGC API Features',
      purpose: 'Places and areas for maps and GIS',
      here: 'open data at /ogc, reading of places',
    },
    publiccode: {
      name: 'publiccode.yml',
      purpose: 'Describes software, so that other town halls find and reuse it',
      here: 'reuse in the library',
    },
    gtfs: {
      name: 'GTFS Schedule',
      purpose: 'Timetables of community and city buses',
      here: 'test bench only',
    },
    cap: {
      name: 'CAP 1.2',
      purpose: 'Warnings, as NINA and the weather service send them',
      here: 'test bench only',
    },
    parkapi: {
      name: 'ParkAPI v3',
      purpose: 'Parking sites and how many spaces are free',
      here: 'reading and /api/parking/parkapi/v3',
    },
  },
};

import type { Parts } from '../contract.ts';

/** Invented case studies in real places: what each is about, in few words. */
export const corpus: [name: string, ars: string, parts: Parts][] = [
  [
    'water',
    '010605053053',
    {
      title: 'Wasserstände im Bach melden',
      summary: 'Sensoren mit LoRaWAN warnen die Feuerwehr vor Hochwasser.',
    },
  ],
  [
    'water-city',
    '082120000000',
    { title: 'Pegel an allen Gewässern der Stadt', summary: 'Messstellen melden Hochwasser über LoRaWAN.' },
  ],
  [
    'parking',
    '082120000000',
    { title: 'Bewohnerparkausweis ohne Gang ins Amt', summary: 'Antrag im Netz, Bescheid in zwei Tagen.' },
  ],
  [
    'library',
    '033590013013',
    {
      title: 'Bücherei ohne Personal am Abend',
      summary: 'Die Ausleihe öffnet mit der Karte, auch sonntags.',
    },
  ],
  [
    'light',
    '094720119119',
    {
      title: 'Straßenbeleuchtung, die sich dimmt',
      summary: 'Leuchten werden nachts dunkler, wenn niemand unterwegs ist.',
    },
  ],
  [
    'budget',
    '055150000000',
    {
      title: 'Bürgerhaushalt im Netz',
      summary: 'Menschen schlagen vor und stimmen ab, wofür Geld ausgegeben wird.',
    },
  ],
  [
    'heat',
    '160630105105',
    {
      title: 'Kommunale Wärmeplanung mit offenen Daten',
      summary: 'Gebäude, Verbrauch und Netze auf einer Karte.',
    },
  ],
  [
    'bus',
    '033590013013',
    { title: 'Rufbus mit Anmeldung am Telefon', summary: 'Ein Kleinbus fährt, wenn jemand ihn bestellt.' },
  ],
  [
    'school',
    '094720119119',
    {
      title: 'Glasfaser und WLAN in der Grundschule',
      summary: 'Jede Klasse hat Netz; der Hausmeister betreut es.',
    },
  ],
  [
    'waste',
    '160630105105',
    { title: 'Volle Mülleimer melden sich', summary: 'Füllstände in Papierkörben sparen dem Bauhof Wege.' },
  ],
  [
    'damage',
    '055150000000',
    {
      title: 'Schlaglöcher und Schäden melden',
      summary: 'Der Mängelmelder schickt jede Meldung an die richtige Stelle.',
    },
  ],
  [
    'doctor',
    '010605053053',
    {
      title: 'Videosprechstunde im Dorfgemeinschaftshaus',
      summary: 'Eine Pflegekraft hilft beim Gespräch mit der Arztpraxis.',
    },
  ],
];

/** What people type, with mistakes, and what they mean. */
export const questions: [typed: string, means: string][] = [
  ['Wasserstand', 'water'],
  ['Wasserstände LoRaWAN', 'water'],
  ['wer hat Pegel mit LoRaWAN', 'water-city'],
  ['Hochwaser', 'water'],
  ['Wasserstnde', 'water'],
  ['Bewohnerparken', 'parking'],
  ['Parkausweis', 'parking'],
  ['Anwohner Bewohnerparkausweiß', 'parking'],
  ['Bücherei', 'library'],
  ['Buecherei sonntags', 'library'],
  ['Büchrei', 'library'],
  ['Straßenlampen dimmen', 'light'],
  ['Strassenbeleuchtung', 'light'],
  ['Beleuchtung', 'light'],
  ['Bürgerhaushalt', 'budget'],
  ['Buergerhaushallt', 'budget'],
  ['abstimmen Geld', 'budget'],
  ['Wärmeplanung', 'heat'],
  ['Waermeplannung', 'heat'],
  ['kommunale Wärme', 'heat'],
  ['Rufbus', 'bus'],
  ['Ruf-Bus Telefon', 'bus'],
  ['Kleinbus bestellen', 'bus'],
  ['WLAN Grundschule', 'school'],
  ['Glasfasser Schule', 'school'],
  ['Mülleimer', 'waste'],
  ['Müleimer Füllstand', 'waste'],
  ['Mängelmelder', 'damage'],
  ['Schlagloch melden', 'damage'],
  ['Videosprechstunde Arzt', 'doctor'],
];

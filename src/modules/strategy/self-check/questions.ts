import type { Language } from '../../../foundation/i18n/language.ts';
import type { Area, lordiGroups, u4sscDimensions } from './contract.ts';

export type Question = {
  id: string;
  area: Area;
  /** Among the twelve of the short form. */ isShort: boolean;
  /** One answer, several frames. */ frames: {
    lordi: (typeof lordiGroups)[number];
    u4ssc: (typeof u4sscDimensions)[number];
  };
  text: Record<Language, string>;
  /** What to look for in the library where there is a gap. */ words: string;
};

type Short = 'short' | 'long';

const question = (
  id: string,
  area: Area,
  form: Short,
  lordi: Question['frames']['lordi'],
  u4ssc: Question['frames']['u4ssc'],
  [de, en, words]: [de: string, en: string, words: string],
): Question => ({ id, area, isShort: form === 'short', frames: { lordi, u4ssc }, text: { de, en }, words });

// Statements in our own words. Each can be answered by somebody who works there, and a "no" leads to something one can do.
export const questions: readonly Question[] = [
  question('lead-owner', 'leadership', 'short', 'governance', 'economy', [
    'Eine Person mit Namen, Zeit und Rückhalt der Leitung ist für das Digitale zuständig.',
    'A person with a name, time and the backing of the leadership is in charge of digital matters.',
    'Digitalbeauftragte',
  ]),
  question('lead-goals', 'leadership', 'long', 'governance', 'economy', [
    'Rat und Leitung haben beschlossen, was in fünf Jahren erreicht sein soll.',
    'Council and leadership have decided what is to be reached in five years.',
    'Strategie',
  ]),
  question('lead-review', 'leadership', 'long', 'governance', 'economy', [
    'Mindestens einmal im Jahr prüft der Rat, was daraus geworden ist.',
    'At least once a year the council checks what has become of it.',
    'Fortschritt Bericht',
  ]),
  question('lead-together', 'leadership', 'long', 'governance', 'society', [
    'Mit Nachbarn oder dem Kreis ist abgesprochen, was man gemeinsam macht.',
    'It is agreed with neighbours or the district what is done together.',
    'interkommunale Zusammenarbeit',
  ]),
  question('staff-time', 'staff', 'short', 'skills', 'economy', [
    'Wer an digitalen Vorhaben arbeitet, hat dafür feste Zeit.',
    'Whoever works on digital projects has fixed time for it.',
    'Personal Arbeitszeit',
  ]),
  question('staff-skills', 'staff', 'long', 'skills', 'society', [
    'Für neue Verfahren gibt es Schulungen, bevor sie beginnen.',
    'There is training for new procedures before they begin.',
    'Schulung',
  ]),
  question('staff-substitute', 'staff', 'long', 'skills', 'economy', [
    'Für jede wichtige Anwendung weiß mehr als eine Person Bescheid.',
    'More than one person knows each important application.',
    'Vertretung Wissen',
  ]),
  question('data-list', 'data', 'short', 'infrastructure', 'economy', [
    'Es gibt eine Liste, welche Daten wo liegen und wer für sie zuständig ist.',
    'There is a list of which data lie where and who is in charge of them.',
    'Datenkatalog',
  ]),
  question('data-open', 'data', 'long', 'infrastructure', 'economy', [
    'Daten, die alle nutzen dürfen, stehen offen im Netz und werden aktuell gehalten.',
    'Data that everybody may use stand openly on the net and are kept up to date.',
    'offene Daten',
  ]),
  question('data-standards', 'data', 'long', 'infrastructure', 'economy', [
    'Bei jedem Kauf wird eine offene Schnittstelle verlangt.',
    'An open interface is asked for in every purchase.',
    'Schnittstelle beschaffen',
  ]),
  question('data-once', 'data', 'long', 'services', 'society', [
    'Was die Verwaltung schon weiß, müssen Menschen nicht noch einmal angeben.',
    'People need not state again what the administration knows already.',
    'Register',
  ]),
  question('safe-plan', 'security', 'short', 'infrastructure', 'economy', [
    'Fällt die Technik eine Woche aus, wissen alle, wie es weitergeht.',
    'If the technology fails for a week, all know how to go on.',
    'Notfallplan',
  ]),
  question('safe-backup', 'security', 'short', 'infrastructure', 'economy', [
    'Sicherungen liegen getrennt, und ihr Zurückspielen wurde im letzten Jahr geübt.',
    'Backups lie apart, and putting them back was practised last year.',
    'Sicherung',
  ]),
  question('safe-privacy', 'security', 'long', 'governance', 'society', [
    'Vor jedem neuen Vorhaben wird der Datenschutz geprüft und festgehalten.',
    'Data protection is checked and written down before each new project.',
    'Datenschutz Folgenabschätzung',
  ]),
  question('join-ask', 'participation', 'short', 'governance', 'society', [
    'Menschen werden gefragt, bevor etwas Digitales für sie gebaut wird.',
    'People are asked before something digital is built for them.',
    'Beteiligung',
  ]),
  question('join-report', 'participation', 'long', 'services', 'society', [
    'Mängel und Ideen lassen sich melden, und man erfährt, was daraus wurde.',
    'Faults and ideas can be reported, and one learns what became of them.',
    'Mängelmelder',
  ]),
  question('join-simple', 'participation', 'long', 'services', 'society', [
    'Alle Seiten sind ohne Barrieren, und das Wichtigste steht in Leichter Sprache.',
    'All pages are accessible, and the most important is in plain language.',
    'Barrierefreiheit',
  ]),
  question('join-offline', 'participation', 'long', 'services', 'society', [
    'Wer das Netz nicht nutzt, bekommt dieselbe Leistung am Telefon oder im Amt.',
    'Whoever does not use the net gets the same service by phone or at the office.',
    'Hilfe vor Ort',
  ]),
  question('money-year', 'finance', 'short', 'governance', 'economy', [
    'Für digitale Vorhaben steht jedes Jahr Geld im Haushalt, auch für den Betrieb.',
    'There is money for digital projects in each year’s budget, for running them as well.',
    'Haushalt Betrieb',
  ]),
  question('money-funding', 'finance', 'long', 'governance', 'economy', [
    'Jemand kennt die Förderprogramme und ihre Fristen.',
    'Somebody knows the funding programmes and their deadlines.',
    'Förderung',
  ]),
  question('money-effect', 'finance', 'long', 'governance', 'economy', [
    'Vor dem Start wird gemessen, was sich ändern soll, und danach noch einmal.',
    'What is to change is measured before the start, and again afterwards.',
    'Wirkung messen',
  ]),
  question('admin-online', 'administration', 'short', 'services', 'society', [
    'Die zehn häufigsten Anträge gehen ganz im Netz, bis zum Bescheid.',
    'The ten most frequent applications work entirely on the net, up to the decision.',
    'Antrag online',
  ]),
  question('admin-file', 'administration', 'long', 'services', 'economy', [
    'Akten werden digital geführt, nicht ausgedruckt und wieder eingescannt.',
    'Files are kept digitally, not printed and scanned again.',
    'E-Akte',
  ]),
  question('admin-find', 'administration', 'long', 'services', 'society', [
    'Zu jeder Leistung steht im Netz, wer zuständig ist, was sie kostet und wie lange sie dauert.',
    'For each service it stands on the net who is in charge, what it costs and how long it takes.',
    'Leistungen zuständig',
  ]),
  question('admin-date', 'administration', 'long', 'services', 'society', [
    'Termine lassen sich im Netz buchen und absagen.',
    'Appointments can be booked and cancelled on the net.',
    'Termin',
  ]),
  question('admin-pay', 'administration', 'long', 'services', 'economy', [
    'Gebühren lassen sich im Netz bezahlen.',
    'Fees can be paid on the net.',
    'Bezahlen',
  ]),
  question('move-data', 'mobility', 'short', 'infrastructure', 'economy', [
    'Busse, Parkplätze und Baustellen sind als aktuelle Daten verfügbar.',
    'Buses, parking and roadworks are available as live data.',
    'Parken Verkehr Daten',
  ]),
  question('move-count', 'mobility', 'long', 'infrastructure', 'environment', [
    'Verkehr wird gezählt, auch Räder und Menschen zu Fuß.',
    'Traffic is counted, bicycles and people on foot as well.',
    'Zählstelle Rad',
  ]),
  question('move-share', 'mobility', 'long', 'services', 'environment', [
    'Es gibt geteilte Räder, Autos oder einen Rufbus, die man im Netz bucht.',
    'There are shared bicycles, cars or a bus on demand that one books on the net.',
    'Rufbus',
  ]),
  question('energy-meter', 'energy', 'short', 'infrastructure', 'environment', [
    'Der Verbrauch der eigenen Gebäude wird laufend gemessen und angesehen.',
    'The consumption of the own buildings is measured all the time and looked at.',
    'Energie Gebäude',
  ]),
  question('energy-water', 'energy', 'long', 'infrastructure', 'environment', [
    'Pegel, Kanäle und Wasserwerk melden von selbst, wenn etwas nicht stimmt.',
    'Water levels, sewers and waterworks report by themselves when something is wrong.',
    'Wasserstand Sensor',
  ]),
  question('energy-plan', 'energy', 'long', 'context', 'environment', [
    'Wärmeplanung und Solarflächen liegen als Karte vor, die alle sehen können.',
    'Heat planning and solar areas are there as a map that all can see.',
    'Wärmeplanung',
  ]),
  question('school-net', 'education', 'short', 'infrastructure', 'society', [
    'Alle Schulen haben schnelles Netz und jemanden, der die Technik betreut.',
    'All schools have a fast network and somebody who looks after the technology.',
    'Schule Netz',
  ]),
  question('school-places', 'education', 'long', 'services', 'society', [
    'Plätze in Kita und Schule lassen sich im Netz finden und beantragen.',
    'Places in nurseries and schools can be found and applied for on the net.',
    'Kita Platz',
  ]),
  question('house-permit', 'housing', 'long', 'services', 'economy', [
    'Bauanträge gehen im Netz, und der Stand ist zu sehen.',
    'Building applications work on the net, and their status can be seen.',
    'Bauantrag',
  ]),
  question('house-plan', 'housing', 'long', 'services', 'society', [
    'Bebauungspläne stehen als Daten im Netz, nicht nur als Bild.',
    'Development plans stand on the net as data, not only as a picture.',
    'Bebauungsplan',
  ]),
  question('health-access', 'health', 'long', 'services', 'society', [
    'Wer Hilfe im Alltag braucht, findet sie an einer Stelle, auch am Telefon.',
    'Whoever needs help in daily life finds it in one place, by phone as well.',
    'Pflege Hilfe',
  ]),
  question('health-heat', 'health', 'long', 'context', 'environment', [
    'Bei Hitze, Hochwasser oder Ausfall erreichen Warnungen auch Menschen ohne Telefon.',
    'In heat, flood or failure warnings reach people without a phone as well.',
    'Warnung Hitze',
  ]),
  question('basic-net', 'generalInterest', 'short', 'infrastructure', 'economy', [
    'Schnelles Netz liegt in allen Ortsteilen, oder es ist beschlossen, bis wann.',
    'Fast internet is there in all districts, or it is decided by when.',
    'Glasfaser',
  ]),
  question('basic-clubs', 'generalInterest', 'long', 'services', 'society', [
    'Vereine und Geschäfte können ihre Angebote dort eintragen, wo alle suchen.',
    'Clubs and shops can enter what they offer where all look for it.',
    'Vereine Angebote',
  ]),
];

import type { Context } from '../../foundation/database/context.ts';
import { berlinDay } from '../../foundation/time/zone.ts';
import type { Acting } from '../accounts/index.ts';
import { seedAdviceDemonstration } from './advice/seed-advice.ts';
import { inventedEvents, seedCentre } from './centre/seed-centre.ts';
import { seedCommonsDemonstration } from './commons/seed-commons.ts';
import { seedCooperationDemonstration } from './cooperation/seed-cooperation.ts';
import { wordsOfParts } from './library/act-on-entry.ts';
import type { EntryKind, Parts } from './library/contract.ts';
import { insertEntry, listOwnEntries, publishVersion } from './library/entry-store.ts';
import { seedPartnerDemonstration } from './partners/seed-partners.ts';

type Invented = [kind: EntryKind, parts: Parts];

/** Invented, and marked so wherever they are shown. By the key of the organisation. */
const invented: Record<string, Invented[]> = {
  '010605053053': [
    [
      'caseStudy',
      {
        title: 'Wasserstände im Bach melden',
        summary:
          'Drei Sensoren mit Funk über weite Strecken (LoRaWAN) melden den Wasserstand. Die Feuerwehr sieht ihn am Telefon, bevor die Straße überflutet ist.',
        field: 'environment',
        phase: 'running',
        begun: '2025-03',
        months: '5',
        costOnce: '12500',
        costYearly: '900',
        staff: '0,1 Stellen im ersten Jahr, danach 2 Stunden im Monat',
        legalBasis: 'Selbstverwaltung; Gefahrenabwehr der Gemeinde.',
        procurement: 'Direktauftrag nach drei Angeboten',
        partners: 'Freiwillige Feuerwehr, Nachbargemeinde',
        technology: 'LoRaWAN, ein Gateway auf dem Feuerwehrhaus',
        standards: 'SensorThings',
        risks: 'Ein Sensor fiel im Winter aus, weil die Batterie zu kalt wurde.',
        failed: 'Der erste Sensor stand im Schilf und maß nichts. Wir haben ihn zweimal umgesetzt.',
        before: '2 Einsätze im Jahr kamen zu spät.',
        after: '12 Meldungen im Jahr, 0 Einsätze kamen zu spät.',
        compared: 'Nachbarort ohne Sensoren: weiter 2 Einsätze zu spät.',
        differently: 'Den Standort vorher ein halbes Jahr beobachten.',
        contactRole: 'Bauhof',
        licence: 'CC-BY-4.0',
      },
    ],
    [
      'stopped',
      {
        title: 'Mitfahrbank mit Anzeige',
        summary: 'Eine Bank sollte anzeigen, wer wohin mitgenommen werden möchte.',
        field: 'mobility',
        reason: 'acceptance',
        months: '9',
        costOnce: '7800',
        failed:
          'Die Anzeige war im Sonnenlicht nicht zu lesen. Nach vier Wochen saß niemand mehr auf der Bank.',
        differently: 'Erst eine Bank mit einem Schild aufstellen und zählen, dann über Technik reden.',
        licence: 'CC-BY-4.0',
      },
    ],
  ],
  '082120000000': [
    [
      'caseStudy',
      {
        title: 'Bewohnerparkausweis ohne Gang ins Amt',
        summary:
          'Der Antrag wird im Netz gestellt, geprüft und beschieden. Wer lieber kommt, kann weiter kommen.',
        field: 'administration',
        phase: 'running',
        begun: '2024-09',
        costOnce: '64000',
        costYearly: '11000',
        staff: '0,5 Stellen für die Einführung',
        legalBasis: '§ 45 StVO; Satzung über Parkgebühren.',
        failed:
          'Im ersten Monat fehlte die Frage nach dem Zweitwagen. 140 Anträge mussten nachgefragt werden.',
        after: '71 von 100 Anträgen kommen über das Netz.',
        contactRole: 'Bürgerbüro',
        licence: 'CC-BY-4.0',
      },
    ],
    [
      'guide',
      {
        title: 'Sensoren im Stadtgebiet beschaffen',
        summary: 'Was in die Leistungsbeschreibung gehört, damit Daten und Schnittstellen der Stadt gehören.',
        field: 'data',
        steps:
          '1. Frage klären, die beantwortet werden soll.\n2. Standorte begehen.\n3. Offene Schnittstelle verlangen.\n4. Ein Vierteljahr vergleichen.',
        standards: 'SensorThings, OGC API Features',
        audience: 'Vergabestellen und Digitalbeauftragte',
        licence: 'CC0-1.0',
      },
    ],
  ],
};

/** Asks for advice, and moderates the network, in a demonstration. */
const CITY = '082120000000';

/** Entries to try, in a demonstration only; doing it again changes nothing. */
export const seedKnowledgeDemonstration = async (
  context: Context,
  { organisation }: Pick<Acting, 'organisation'>,
): Promise<void> => {
  const { database } = context;
  if (organisation.id === CITY) {
    await seedAdviceDemonstration(context, organisation);
    await seedPartnerDemonstration(context, organisation);
  }
  await seedCooperationDemonstration(context, organisation);
  await seedCommonsDemonstration(context, organisation);
  const isThere = (await listOwnEntries(database, organisation)).length > 0;
  if (isThere) return;
  const isCentre = organisation.id === CITY;
  const events = isCentre ? inventedEvents(berlinDay(context.clock())) : [];
  const entries = [
    ...(invented[organisation.id] ?? []),
    ...events.map((parts): Invented => ['event', parts]),
  ];
  for (const [kind, parts] of entries) {
    const id = context.newId();
    const now = context.clock();
    await insertEntry(database, organisation, { id, kind, parts, now, demonstration: true });
    await publishVersion(database, { ars: organisation.ars, id }, { parts, words: wordsOfParts(parts), now });
  }
  if (isCentre) await seedCentre(context, organisation);
};

import type { Parts } from './contract.ts';
import type { PublicEntry } from './public-store.ts';

/** A complete case study, invented. */
export const aCaseStudy = (changes: Parts = {}): Parts => ({
  title: 'Wasserstände im Bach',
  summary: 'Drei Sensoren melden den Wasserstand, die Feuerwehr sieht ihn am Telefon.',
  field: 'environment',
  phase: 'running',
  begun: '2025-03',
  costOnce: '12500',
  costYearly: '900',
  staff: '0,1 Stellen',
  legalBasis: 'Selbstverwaltung',
  failed: 'Der erste Sensor stand im Schilf und maß nichts.',
  contactRole: 'Bauhof',
  licence: 'CC-BY-4.0',
  ...changes,
});

export const aStoppedProject = (changes: Parts = {}): Parts => ({
  title: 'Digitale Parkscheibe',
  summary: 'Eine Anwendung sollte die Parkscheibe ersetzen.',
  field: 'mobility',
  reason: 'law',
  failed: 'Die Straßenverkehrsordnung kennt sie nicht.',
  differently: 'Zuerst die Rechtslage klären.',
  licence: 'CC0-1.0',
  ...changes,
});

export const aPublicEntry = (changes: Partial<PublicEntry> = {}): PublicEntry => ({
  id: '0193b7a0-0000-7000-8000-00000000000a',
  kind: 'caseStudy',
  version: 1,
  parts: aCaseStudy(),
  published_at: new Date('2026-11-01T11:00:00Z'),
  confirmed_at: new Date('2026-11-01T11:00:00Z'),
  demonstration: false,
  ars: '010605053053',
  organisation: 'Leezen',
  source: null,
  reuses: 0,
  ...changes,
});

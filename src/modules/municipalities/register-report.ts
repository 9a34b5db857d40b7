import { displayName, type Municipality } from './municipality.ts';
import type { BoundaryReport } from './update-boundaries.ts';
import type { RegisterRefusal, RegisterReport } from './update-register.ts';

const REFUSALS: Readonly<Record<RegisterRefusal['refused'], string>> = {
  'empty-edition': 'Abgelehnt: Die Datei enthält keine Gemeinde.',
  'older-edition': 'Abgelehnt: Der gespeicherte Gebietsstand ist neuer als diese Datei.',
  'too-many-missing': 'Abgelehnt: Mehr als jede zwanzigste Gemeinde fehlt. Ist die Datei vollständig?',
};

const named = (unit: Municipality): string => `${unit.ags ?? unit.ars} ${displayName(unit)}`;

const section = (title: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : [`${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`)];

/** What an import of the register did, line by line, for the command that runs it. */
export const registerReportLines = (report: RegisterReport | RegisterRefusal): string[] => {
  if ('refused' in report) return [REFUSALS[report.refused]];
  const { added, changed, moved, merged, closed, kept, rejected, unchanged } = report;
  return [
    `Gemeindeverzeichnis, Gebietsstand ${report.edition}: ${unchanged} unverändert`,
    ...section('Neu', added.map(named)),
    ...section(
      'Geändert',
      changed.map(({ unit, fields }) => `${named(unit)}: ${fields.join(', ')}`),
    ),
    ...section(
      'Anderer Verband',
      moved.map(({ from, to }) => `${named(to)}: ${from.ars} → ${to.ars}`),
    ),
    ...section(
      'Aufgegangen',
      merged.map(({ unit, into }) => `${named(unit)} → ${into.join(', ')}`),
    ),
    ...section('Beendet ohne bekannten Nachfolger', closed.map(named)),
    ...section('Nicht lesbar und deshalb unverändert gelassen', kept.map(named)),
    ...rejectedLines('Zeile', rejected),
  ];
};

/** The same for an import of boundaries. */
export const boundaryReportLines = (report: BoundaryReport): string[] => [
  `Grenzen: ${report.added} neu, ${report.changed} geändert, ${report.unchanged} unverändert, ${report.kept} nicht in der Karte`,
  ...section(
    'Ohne Gemeinde von heute',
    report.unmatched.map(({ ags, name }) => `${ags} ${name}`),
  ),
  ...rejectedLines('Fläche', report.rejected),
];

const rejectedLines = (unit: string, rejected: RegisterReport['rejected']): string[] =>
  section(
    'Abgewiesen',
    rejected.map(({ position, reason }) => `${unit} ${position}: ${reason.de}`),
  );

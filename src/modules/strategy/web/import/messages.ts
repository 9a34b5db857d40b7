import type { Language, Translation } from '../../../../foundation/i18n/language.ts';

const de = {
  title: 'Vorhandene Strategie einlesen',
  lead: 'Ein Kapitel als Markdown (Überschriften und Listen) oder eine Tabelle als CSV mit den Spalten art, titel, text, handlungsfeld, verantwortlich, beginn, ende, einmalig, laufend. Daraus werden Ziele und Ideen für Maßnahmen. Was es mit demselben Titel schon gibt, bleibt, wie es ist; veröffentlicht wird nichts.',
  file: 'Datei (.md oder .csv, höchstens 2 MB)',
  button: 'Einlesen',
  noFile: 'Bitte wählen Sie eine Datei.',
  tooLarge: 'Die Datei ist zu groß. Höchstens 2 MB.',
  nothing: 'In der Datei war weder ein Ziel noch eine Maßnahme zu finden.',
  done: (goals: string, measures: string, known: string) =>
    `Neue Ziele: ${goals}. Neue Ideen: ${measures}. Schon da: ${known}.`,
  rejected: 'Nicht gelesen',
  line: (position: string, reason: string) => `Stelle ${position}: ${reason}`,
};

export type ImportMessages = Translation<typeof de>;

const en: ImportMessages = {
  title: 'Read an existing strategy',
  lead: 'A chapter as Markdown (headings and lists) or a table as CSV with the columns art, titel, text, handlungsfeld, verantwortlich, beginn, ende, einmalig, laufend. They become goals and ideas for measures. What is there already with the same title stays as it is; nothing is published.',
  file: 'File (.md or .csv, at most 2 MB)',
  button: 'Read',
  noFile: 'Please choose a file.',
  tooLarge: 'The file is too large. At most 2 MB.',
  nothing: 'Neither a goal nor a measure was found in the file.',
  done: (goals, measures, known) => `New goals: ${goals}. New ideas: ${measures}. There already: ${known}.`,
  rejected: 'Not read',
  line: (position, reason) => `Position ${position}: ${reason}`,
};

const catalogues: Record<Language, ImportMessages> = { de, en };

export const importMessages = (language: Language): ImportMessages => catalogues[language];

import { oneLine, plainText } from '../../../../foundation/text/plain-text.ts';
import { type Dossier, type DossierFaults, type DossierItem, MOST_ITEMS } from './contract.ts';

const LONGEST_TITLE = 120;
const LONGEST_INTRODUCTION = 4000;
const LONGEST_SENTENCE = 500;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

export const isEntryId = (text: string): boolean => new RegExp(`^${UUID.source}$`).test(text);

/** An address of an entry, or its bare id; what is neither stays as it was typed. */
const entryIn = (typed: string): string => UUID.exec(typed.toLowerCase())?.[0] ?? typed;

/** The items in the order of the numbers that were typed; of two with one number, the upper one first. */
const readItems = (typed: Record<string, string>): DossierItem[] => {
  const rows = Array.from({ length: MOST_ITEMS }, (_, at) => ({
    order: Number(/^\d{1,3}$/.exec(typed[`stelle-${at + 1}`]?.trim() ?? '')?.[0] ?? at + 1),
    entry: entryIn(oneLine(typed[`eintrag-${at + 1}`], 500) ?? ''),
    sentence: oneLine(typed[`satz-${at + 1}`], 2 * LONGEST_SENTENCE) ?? '',
  }));
  return rows
    .filter(({ entry, sentence }) => entry !== '' || sentence !== '')
    .toSorted((a, b) => a.order - b.order)
    .map(({ entry, sentence }) => ({ entry, sentence }));
};

/** A draft as it was typed, right or wrong. */
export const readDossier = (typed: Record<string, string>): Dossier => ({
  title: oneLine(typed.titel, 2 * LONGEST_TITLE) ?? '',
  introduction: plainText(typed.einleitung, 2 * LONGEST_INTRODUCTION) ?? '',
  items: readItems(typed),
});

/** What is too long or no entry at all; blanks are no fault in a draft. */
export const faultsOfDraft = ({ title, introduction, items }: Dossier): DossierFaults => {
  const faults: DossierFaults = {};
  if (title.length > LONGEST_TITLE) faults.titel = 'too-long';
  if (introduction.length > LONGEST_INTRODUCTION) faults.einleitung = 'too-long';
  items.forEach(({ entry, sentence }, at) => {
    if (!isEntryId(entry)) faults[`eintrag-${at + 1}`] = 'no-entry';
    else if (items.findIndex((other) => other.entry === entry) < at) faults[`eintrag-${at + 1}`] = 'twice';
    if (sentence.length > LONGEST_SENTENCE) faults[`satz-${at + 1}`] = 'too-long';
  });
  return faults;
};

/** What stands between a dossier and everybody. @param isPublic whether an entry can be read by everybody now. */
export const faultsBeforePublishing = (
  dossier: Dossier,
  isPublic: (entry: string) => boolean,
): DossierFaults => {
  const faults = faultsOfDraft(dossier);
  if (dossier.title === '') faults.titel = 'missing';
  if (dossier.introduction === '') faults.einleitung = 'missing';
  if (dossier.items.length === 0) faults['eintrag-1'] = 'no-items';
  dossier.items.forEach(({ entry, sentence }, at) => {
    if (!isPublic(entry)) faults[`eintrag-${at + 1}`] ??= 'not-public';
    if (sentence === '') faults[`satz-${at + 1}`] = 'sentence-missing';
  });
  return faults;
};

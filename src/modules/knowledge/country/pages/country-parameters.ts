import { type Column, type SizeClass, signNames, sizeClasses } from '../contract.ts';
import type { Choice } from '../count-towns.ts';
import type { Field } from '../open-country.ts';

/** Addresses speak German. */
export const columnInAddress: Record<Column, string> = {
  offers: 'angebote',
  sources: 'quellen',
  services: 'zustaendig',
  forms: 'formulare',
  parking: 'parken',
  entries: 'wissen',
  reuses: 'nachnutzung',
  agenda: 'agenda',
  measures: 'massnahmen',
  known: 'bekannt',
  unknown: 'unbekannt',
};

const sizeInAddress: Record<SizeClass, string> = {
  under5000: 'bis-5000',
  under20000: 'bis-20000',
  under100000: 'bis-100000',
  from100000: 'ab-100000',
  notCounted: 'ohne-zahl',
};

const columns: readonly Column[] = [...signNames, 'known', 'unknown'];
const LARGEST_PAGE = 100_000;

/** What the address chooses; what is wrong is as if it were not there, and the page says what is counted. */
export const readChoice = (query: Record<string, string>, fields: readonly Field[]): Choice => ({
  sign: columns.find((column) => columnInAddress[column] === query.zeichen),
  state: /^(0[1-9]|1[0-6])$/.exec(query.land ?? '')?.[0],
  size: sizeClasses.find((size) => sizeInAddress[size] === query.groesse),
  field: fields.find(({ id }) => id === query.feld)?.id,
});

export const choiceInAddress = ({ sign, state, size, field }: Choice): Record<string, string> => ({
  ...(sign && { zeichen: columnInAddress[sign] }),
  ...(state !== undefined && { land: state }),
  ...(size && { groesse: sizeInAddress[size] }),
  ...(field !== undefined && { feld: field }),
});

/** From 1; beyond the last page the last one is meant. */
export const pageOf = (text: string | undefined, pages: number): number => {
  const page = /^\d{1,6}$/.test(text ?? '') ? Math.min(Number(text), LARGEST_PAGE) : 1;
  return Math.min(Math.max(1, page), Math.max(1, pages));
};

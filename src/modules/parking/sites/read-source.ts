import { plainText } from '../../../foundation/text/plain-text.ts';
import { parkingFormats } from '../feeds/formats.ts';
import type { ParkingSource } from './source.ts';

export type SourceFault = 'missing' | 'too-long' | 'not-an-address' | 'unknown-choice' | 'not-an-id';

const LONGEST = 200;
const LONGEST_ADDRESS = 1_000;

const isAddress = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '';
};

/** A source as an editor typed it; whether its address may be fetched is looked at when it is. */
export const readSource = (
  typed: Record<string, string>,
  ars: string,
): { source: ParkingSource } | { faults: Record<string, SourceFault> } => {
  const faults: Record<string, SourceFault> = {};
  const text = (name: string, longest: number, isNeeded: boolean): string => {
    const read = plainText(typed[name], 2_000)?.trim() ?? '';
    if (isNeeded && read === '') faults[name] = 'missing';
    if (read.length > longest) faults[name] = 'too-long';
    return read;
  };
  const id = text('kennung', 60, true);
  if (id !== '' && !/^[a-z0-9][a-z0-9-]{0,60}$/.test(id)) faults.kennung = 'not-an-id';
  const [name, attribution, licence] = [
    text('name', LONGEST, true),
    text('herkunft', LONGEST, true),
    text('lizenz', LONGEST, false),
  ];
  const url = text('adresse', LONGEST_ADDRESS, true);
  if (url !== '' && !isAddress(url)) faults.adresse = 'not-an-address';
  const format = parkingFormats.find((one) => one === typed.format);
  if (!format) faults.format = 'unknown-choice';
  if (!format || Object.keys(faults).length > 0) return { faults };
  const source = { ars, id, name, format, url, attribution, demonstration: false };
  return { source: { ...source, ...(licence !== '' && { licence }) } };
};

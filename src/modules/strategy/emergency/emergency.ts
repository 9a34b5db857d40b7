import * as v from 'valibot';
import { needed, neededNumber, optional, optionalDay, type RecordKind } from '../records/record-kind.ts';
import { type SheetTexts, sheetTexts } from './contract.ts';
import { deleteSheet, type EmergencySheet, saveSheet } from './emergency-store.ts';

const LONGEST_TEXT = 4000;
const HOURS_OF_A_YEAR = 8760;

/** How a service goes on without its machines. */
export const sheets: RecordKind<Omit<EmergencySheet, 'id'>> = {
  act: 'write-emergency-sheet',
  schema: v.pipe(
    v.object({
      service: needed(200),
      tolerableHours: neededNumber(0, HOURS_OF_A_YEAR),
      triedOn: optionalDay,
      ...v.entriesFromList(sheetTexts, optional(LONGEST_TEXT)),
    }),
    v.transform(({ service, tolerableHours, triedOn, ...texts }) => ({
      service,
      tolerableHours,
      triedOn,
      texts: texts satisfies SheetTexts,
    })),
  ),
  save: saveSheet,
  drop: deleteSheet,
};

/** A sheet that nobody has tried for a year is a wish. */
export const isTried = (triedOn: string | null, today: string): boolean =>
  triedOn !== null && triedOn >= `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;

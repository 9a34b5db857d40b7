import { wordsOf } from '../../../../foundation/text/search-text.ts';
import { fieldsOfAction, kinds, phases, stopReasons } from '../contract.ts';
import { type CostRange, costRanges, type EntryFilter, type TownSize, townSizes } from './filter-entries.ts';

const MOST_WORDS = 10;
/** Words around the thing that is asked for. */
const FILLERS = new Set(
  'wer hat was wie wo in im an am auf bei der die das den dem des und oder mit zu zum zur nach fuer von ein eine einen wir who has what how the a of and for with in'.split(
    ' ',
  ),
);

export const askedWords = (text: string): string[] =>
  [...new Set(wordsOf(text.slice(0, 200)))].filter((word) => !FILLERS.has(word)).slice(0, MOST_WORDS);

export type Search = { text: string; filter: EntryFilter; page: number };

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined =>
  values.find((value) => value === text);

/** What the address asks; a wrong value is as if it were not there. */
export const readSearch = (query: Record<string, string>): Search => ({
  text: (query.q ?? '').trim().slice(0, 200),
  filter: {
    kind: oneOf(kinds, query.art),
    field: oneOf(fieldsOfAction, query.feld),
    phase: oneOf(phases, query.stand),
    reason: oneOf(stopReasons, query.grund),
    cost: oneOf(Object.keys(costRanges) as CostRange[], query.kosten),
    size: oneOf(Object.keys(townSizes) as TownSize[], query.groesse),
    state: /^(0[1-9]|1[0-6])$/.test(query.land ?? '') ? query.land : undefined,
    funding: oneOf(['ja', 'nein'], query.foerderung),
    standard: query.standard?.trim().slice(0, 60) || undefined,
  },
  page: /^[1-9]\d{0,2}$/.test(query.seite ?? '') ? Number(query.seite) : 1,
});

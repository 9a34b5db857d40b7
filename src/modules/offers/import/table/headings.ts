import * as v from 'valibot';
import { foldText } from '../../../../foundation/text/search-text.ts';
import { type Unreadable, unreadable } from '../border/reading.ts';
import { type Field, type TableMapping, tableMapping } from './table-mapping.ts';

/** Headings as town halls write them, folded; tried for fields that the mapping does not name. */
const HEADINGS: Partial<Record<Field, string>> = {
  id: 'id|kennung|nr|nummer',
  name: 'name|titel|title|bezeichnung|veranstaltung|objekt',
  category: 'kategorie|category|rubrik|art|typ',
  description: 'beschreibung|description|text|details',
  organisation: 'veranstalter|traeger|organisation|betreiber|organizer',
  street: 'strasse|street|strassenname',
  houseNumber: 'hausnummer|hausnr|hsnr',
  postcode: 'plz|postleitzahl|postcode|zip',
  town: 'ort|stadt|gemeinde|town|city',
  note: 'veranstaltungsort|treffpunkt|location|raum',
  lon: 'lon|lng|longitude|laengengrad|laenge',
  lat: 'lat|latitude|breitengrad|breite',
  openingHours: 'oeffnungszeiten|opening_hours|openinghours',
  price: 'preis|eintritt|kosten|price',
  stepFree: 'barrierefrei|stufenlos|rollstuhlgerecht',
  accessibleToilet: 'rollstuhl-wc|behinderten-wc|barrierefreies wc',
  toilet: 'wc|toilette',
  hearingLoop: 'induktionsschleife|hoerschleife',
  link: 'link|url|website|webseite|internet|homepage',
  language: 'sprache|sprachen',
  start: 'datum|beginn|start|von|startdatum|date',
  startTime: 'uhrzeit|beginn uhrzeit|startzeit|zeit',
  end: 'ende|end|bis|enddatum',
  endTime: 'ende uhrzeit|endzeit',
  repeat: 'wiederholung|turnus',
  repeatUntil: 'wiederholung bis',
  status: 'status',
  quietHours: 'ruhige zeiten',
};

/** The stored settings, completed by the headings of the table. */
export const mappingFor = (settings: unknown, headings: string[]): TableMapping | Unreadable => {
  const parsed = v.safeParse(tableMapping, settings ?? {});
  if (!parsed.success) {
    const message = parsed.issues[0].message.slice(0, 200);
    return unreadable(
      `Die Spaltenzuordnung ist ungültig: ${message}`,
      `The column mapping is invalid: ${message}`,
    );
  }
  const columns: TableMapping['columns'] = { ...parsed.output.columns };
  for (const [name, words] of Object.entries(HEADINGS) as [Field, string][]) {
    if (columns[name] !== undefined || parsed.output.constants[name] !== undefined) continue;
    // A field's own name is a heading as well: the shipped tables and our own export use it.
    const known = [...words.split('|'), foldText(name)];
    const heading = headings.find((text) => known.includes(foldText(text).trim()));
    if (heading !== undefined) columns[name] = heading;
  }
  const missing = [columns.name].flat().filter((heading) => heading !== undefined);
  if (parsed.output.constants.name !== undefined || missing.some((heading) => headings.includes(heading)))
    return { ...parsed.output, columns };
  return unreadable('Keine Spalte enthält den Namen.', 'No column holds the name.');
};

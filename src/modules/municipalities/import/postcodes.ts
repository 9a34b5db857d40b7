import { parse } from 'csv-parse/sync';
import type { Rejection } from '../municipality.ts';

/** One postcode and one municipality in which it is used; both ways there may be several. */
export type PostcodeUse = { postcode: string; ags: string };
export type PostcodeReading = { uses: PostcodeUse[]; rejected: Rejection[] };

/** Reads a list of OpenStreetMap's postal areas with the columns `ags` and `plz` (or `postcode`). */
export const readPostcodes = (text: string): PostcodeReading => {
  const rows = parse(text, { columns: true, bom: true, relax_column_count: true }) as Record<
    string,
    string
  >[];
  const uses = new Map<string, PostcodeUse>();
  const rejected: Rejection[] = [];
  rows.forEach((row, index) => {
    const ags = row.ags ?? '';
    const postcode = row.plz ?? row.postcode ?? '';
    const fault = faultOf(ags, postcode);
    // Line 1 is the header.
    if (fault) rejected.push({ position: String(index + 2), reason: fault });
    else uses.set(`${postcode} ${ags}`, { postcode, ags });
  });
  return { uses: [...uses.values()], rejected };
};

const faultOf = (ags: string, postcode: string): Rejection['reason'] | undefined => {
  if (!/^\d{8}$/.test(ags)) return { de: `»${ags}« ist kein AGS`, en: `"${ags}" is no AGS` };
  if (!/^\d{5}$/.test(postcode))
    return { de: `»${postcode}« ist keine Postleitzahl`, en: `"${postcode}" is no postcode` };
  return undefined;
};

/** Our shipped table: a postcode and the ARS of all its municipalities, separated by spaces. */
export const readShippedPostcodes = (text: string): { postcode: string; ars: string }[] =>
  (parse(text, { columns: true, comment: '#', comment_no_infix: true }) as Record<string, string>[]).flatMap(
    ({ postcode = '', ars = '' }) => ars.split(' ').map((one) => ({ postcode, ars: one })),
  );

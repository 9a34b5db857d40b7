import { Hono } from 'hono';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import { type DeskEnvironment, permit } from '../../../accounts/index.ts';
import { writeSheetApart } from '../../apart/apart.ts';
import { listEntries } from '../list-store.ts';
import { blankTable, cellsOf, type SheetFormat } from '../sheets/write-sheet.ts';
import { DESK, type OfferDeskSetting, type Page } from './desk-page.ts';

const types: Record<SheetFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
const MOST_ENTRIES = 100_000;

const send = (c: Page, format: SheetFormat, name: string, bytes: Uint8Array<ArrayBuffer>): Response =>
  c.body(bytes, 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="${name}.${format}"`,
    'cache-control': 'private, no-store',
  });

/** All entries of the organisation as a table, and an empty one to fill in. */
export const exportPages = (setting: OfferDeskSetting) => {
  const pages = new Hono<DeskEnvironment>();
  for (const format of ['xlsx', 'csv'] as const)
    pages.get(`${DESK}/angebote/alle.${format}`, permit('edit-offers'), async (c) => {
      const now = setting.clock();
      const query = { now, sort: 'name', limit: MOST_ENTRIES, offset: 0 } as const;
      const { entries } = await listEntries(setting.database, c.var.acting.organisation, query);
      return send(c, format, `eintraege-${berlinDay(now)}`, await writeSheetApart(format, cellsOf(entries)));
    });
  pages.get(`${DESK}/tabellen/leer.xlsx`, permit('edit-offers'), async (c) => {
    const { cells, explanation } = blankTable();
    return send(c, 'xlsx', 'eintraege-leer', await writeSheetApart('xlsx', cells, explanation));
  });
  return pages;
};

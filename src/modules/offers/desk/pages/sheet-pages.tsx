import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { type DeskEnvironment, namePeople, permit } from '../../../accounts/index.ts';
import { LARGEST_SHEET_BYTES } from '../../contract.ts';
import { SheetPage, SheetsPage, type SheetsView } from '../../web/index.ts';
import { applySheet } from '../sheets/apply-sheet.ts';
import { findSheet, listSheets, type Sheet } from '../sheets/sheet-store.ts';
import { discardSheet, uploadSheet } from '../sheets/upload-sheet.ts';
import {
  DESK,
  deskAt,
  doneNote,
  instantText,
  type OfferDeskSetting,
  type Page,
  textOf,
  wordsOf,
} from './desk-page.ts';
import { sheetView } from './present-sheet.ts';
import { sheetRowPages } from './sheet-row-pages.tsx';

const AT = '/tabellen';
const MOST_SHOWN = 20;

const answerSheets = async (c: Page, setting: OfferDeskSetting, error?: string): Promise<Response> => {
  const t = wordsOf(c);
  const { language, acting } = c.var;
  const sheets = await listSheets(setting.database, acting.organisation, MOST_SHOWN);
  const names = await namePeople(
    setting,
    sheets.flatMap(({ uploaded_by }) => uploaded_by ?? []),
  );
  const number = (value: number) => formatNumber(language, value);
  const outcome = ({ counts: { created, changed, unchanged } }: Sheet) =>
    t.sheets.outcome(number(created), number(changed), number(unchanged));
  const view: SheetsView = {
    file: { error },
    note: doneNote(c),
    action: deskAt(c, AT),
    blankHref: deskAt(c, `${AT}/leer.xlsx`),
    exports: [
      { label: t.list.exportXlsx, href: deskAt(c, '/angebote/alle.xlsx') },
      { label: t.list.exportCsv, href: deskAt(c, '/angebote/alle.csv') },
    ],
    sheets: sheets.map((sheet) => ({
      id: sheet.id,
      name: sheet.file_name,
      href: deskAt(c, `${AT}/${sheet.id}`),
      uploaded: t.sheets.uploaded(
        instantText(language, sheet.uploaded_at),
        names.get(sheet.uploaded_by ?? '') ?? t.history.gone,
      ),
      state: sheet.closed_at === null ? t.sheets.open(number(sheet.left)) : t.sheets.closed,
      outcome: outcome(sheet),
    })),
  };
  const title = error ? `${t.errorTitle} ${t.sheets.title}` : t.sheets.title;
  const body = <SheetsPage view={view} t={t} />;
  return c.var.page({ title, body, isIndexed: false }, error ? 422 : 200);
};

const upload = async (c: Page, setting: OfferDeskSetting): Promise<Response> => {
  const { sheets } = wordsOf(c);
  const { tabelle } = await c.req.parseBody();
  if (!(tabelle instanceof File) || tabelle.size === 0)
    return answerSheets(c, setting, sheets.refusals['no-file']);
  if (tabelle.size > LARGEST_SHEET_BYTES) return answerSheets(c, setting, sheets.refusals['too-large']);
  const bytes = new Uint8Array(await tabelle.arrayBuffer());
  const result = await uploadSheet(setting, c.var.acting, { fileName: tabelle.name, bytes });
  if ('id' in result) return c.redirect(deskAt(c, `${AT}/${result.id}`), 303);
  const count =
    result.count === undefined ? '' : ` ${sheets.tooMany(formatNumber(c.var.language, result.count))}`;
  return answerSheets(c, setting, sheets.refusals[result.refused] + count);
};

export const sheetPages = (setting: OfferDeskSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const one = `${DESK}${AT}/:id{${UUID}}`;
  pages.get(`${DESK}${AT}`, permit('edit-offers'), (c) => answerSheets(c, setting));
  // Some room for what a browser sends around the file.
  const maxSize = LARGEST_SHEET_BYTES + 16 * 1024;
  pages.post(
    `${DESK}${AT}`,
    permit('edit-offers'),
    bodyLimit({
      maxSize,
      onError: (c) => answerSheets(c as Page, setting, wordsOf(c as Page).sheets.refusals['too-large']),
    }),
    (c) => upload(c, setting),
  );
  pages.get(one, permit('edit-offers'), async (c) => {
    const sheet = await findSheet(setting.database, c.var.acting.organisation, c.req.param('id'));
    if (!sheet) return c.notFound();
    const t = wordsOf(c);
    const view = await sheetView(c, setting, sheet);
    return c.var.page({ title: view.title, body: <SheetPage view={view} t={t} />, isIndexed: false });
  });
  pages.post(`${one}/uebernehmen`, permit('publish-offers'), async (c) => {
    const id = c.req.param('id');
    const isPublished = textOf((await c.req.parseBody()).wie) === 'oeffentlich';
    const result = await applySheet(setting, c.var.acting, { id, isPublished }, setting.places);
    if ('refused' in result) return c.notFound();
    const { created, changed, published } = result;
    const counts = [created, changed, published].join('-');
    return c.redirect(deskAt(c, `${AT}/${id}`, { uebernommen: counts }), 303);
  });
  pages.post(`${one}/verwerfen`, permit('edit-offers'), async (c) => {
    const result = await discardSheet(setting, c.var.acting, { id: c.req.param('id') });
    if ('refused' in result) return c.notFound();
    return c.redirect(deskAt(c, AT, { erledigt: 'discard-sheet' }), 303);
  });
  pages.route('/', sheetRowPages(setting));
  return pages;
};

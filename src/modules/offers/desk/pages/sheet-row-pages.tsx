import { Hono } from 'hono';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { type DeskEnvironment, permit } from '../../../accounts/index.ts';
import type { EntryFault } from '../check-entry.ts';
import type { EntryFields } from '../entry.ts';
import { isMade } from '../sheets/sheet.ts';
import { findComparedRow } from '../sheets/sheet-store.ts';
import { changeSheetRow } from '../sheets/upload-sheet.ts';
import { DESK, deskAt, type OfferDeskSetting, type Page, textOf, wordsOf } from './desk-page.ts';
import { answerForm } from './edit-pages.tsx';
import { typedFields } from './present-fields.ts';

type Row = { sheetId: string; number: number };
type Typed = { fields: EntryFields; reference: string };

/** A row of a table in the very form of an entry. */
const answerRow = (c: Page, { sheetId, number }: Row, typed: Typed, faults: EntryFault[]): Response => {
  const { sheets } = wordsOf(c);
  const at = `/tabellen/${sheetId}`;
  const form = {
    title: sheets.editTitle(String(number)),
    hint: sheets.previewLead,
    button: sheets.editButton,
    action: deskAt(c, `${at}/zeile/${number}`),
    back: { label: sheets.back, href: deskAt(c, at) },
    reference: { value: typed.reference },
  };
  return answerForm(c, form, typed.fields, faults);
};

export const sheetRowPages = (setting: OfferDeskSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const path = `${DESK}/tabellen/:id{${UUID}}/zeile/:number{[0-9]{1,7}}`;
  const rowOf = (id: string, number: string): Row => ({ sheetId: id, number: Number(number) });

  pages.get(path, permit('edit-offers'), async (c) => {
    const row = rowOf(c.req.param('id'), c.req.param('number'));
    const { organisation } = c.var.acting;
    const found = await findComparedRow(setting.database, organisation, row.sheetId, row.number);
    if (!found) return c.notFound();
    const reference = isMade(found.reference) ? '' : found.reference;
    // What is wrong is said at its field at once; nothing was sent yet, so the page is an ordinary one.
    return answerRow(c, row, { fields: found.fields, reference }, found.faults);
  });

  pages.post(path, permit('edit-offers'), async (c) => {
    const row = rowOf(c.req.param('id'), c.req.param('number'));
    const body = await c.req.parseBody();
    const typed = { fields: typedFields(body), reference: textOf(body.kennung) };
    const result = await changeSheetRow(setting, c.var.acting, {
      ...row,
      reference: typed.reference,
      typed: typed.fields,
    });
    if (!('refused' in result))
      return c.redirect(deskAt(c, `/tabellen/${row.sheetId}`, { erledigt: 'change-sheet-row' }), 303);
    return result.refused === 'faulty' ? answerRow(c, row, typed, result.faults) : c.notFound();
  });
  return pages;
};

import { formatNumber } from '../../../../foundation/i18n/format.ts';
import type { SheetView } from '../../web/index.ts';
import { changedFields } from '../entry.ts';
import {
  type ComparedRow,
  countRows,
  listComparedRows,
  type RowKind,
  type Sheet,
} from '../sheets/sheet-store.ts';
import {
  deskAt,
  doneNote,
  type OfferDeskSetting,
  PAGE_SIZE,
  type Page,
  pageNumber,
  wordsOf,
} from './desk-page.ts';
import { faultText, fieldText, kindText } from './present-fields.ts';

const AT = '/tabellen';
const KINDS: RowKind[] = ['problem', 'new', 'changed', 'unchanged'];
const LONGEST_SHOWN = 60;

const shortened = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;

/** What is wrong with a row, cell by cell, or what it would change. */
const linesOf = (c: Page, { kind, fields, faults, before }: ComparedRow): string[] => {
  const t = wordsOf(c);
  const { language } = c.var;
  const words = (field: keyof typeof fields, text: string | undefined): string =>
    text ? shortened(fieldText(field, text, language)) : t.sheets.nothing;
  if (kind === 'problem')
    return faults.map((fault) => {
      const { label } = t.fields[fault.field];
      const text = faultText(fault, language, t);
      const value = fields[fault.field];
      return value ? t.sheets.fault(label, shortened(value), text) : t.sheets.faultEmpty(label, text);
    });
  if (kind === 'new') {
    const { start, startTime, town } = fields;
    return [[kindText(fields, language), start, startTime, town].filter(Boolean).join(', ')];
  }
  if (kind !== 'changed' || before === null) return [];
  return changedFields(before, fields).map((field) =>
    t.sheets.change(t.fields[field].label, words(field, before[field]), words(field, fields[field])),
  );
};

const noteOf = (c: Page): SheetView['note'] => {
  const told = /^(\d{1,4})-(\d{1,4})-(\d{1,4})$/.exec(c.req.query('uebernommen') ?? '');
  if (!told) return doneNote(c);
  const [created = '', changed = '', published = ''] = told
    .slice(1)
    .map((text) => formatNumber(c.var.language, Number(text)));
  return { kind: 'success', title: wordsOf(c).sheets.applied(created, changed, published) };
};

export const sheetView = async (
  c: Page,
  { database }: OfferDeskSetting,
  sheet: Sheet,
): Promise<SheetView> => {
  const t = wordsOf(c);
  const { acting, language } = c.var;
  const number = (value: number) => formatNumber(language, value);
  const page = pageNumber(c.req.query('seite'));
  const offset = (page - 1) * PAGE_SIZE;
  const counts = await countRows(database, acting.organisation, sheet.id);
  const total = KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  const rows = await listComparedRows(database, acting.organisation, sheet.id, { limit: PAGE_SIZE, offset });
  const pageAt = (which: number) =>
    deskAt(c, `${AT}/${sheet.id}`, { seite: which > 1 ? String(which) : undefined });
  return {
    title: t.sheets.previewTitle(sheet.file_name),
    note: noteOf(c),
    counts: KINDS.map((kind) => ({ kind, count: number(counts[kind]) })),
    ignored: sheet.counts.ignored.length > 0 ? t.sheets.ignored(sheet.counts.ignored.join(', ')) : undefined,
    rows: rows.map((row) => ({
      number: String(row.number),
      kind: row.kind,
      name: row.fields.name ?? '–',
      lines: linesOf(c, row),
      href: deskAt(c, `${AT}/${sheet.id}/zeile/${row.number}`),
    })),
    isFinished: total === 0,
    mayApply: total > counts.problem,
    paging: {
      position: t.list.position(
        number(offset + 1),
        number(Math.min(offset + PAGE_SIZE, total)),
        number(total),
      ),
      previous: page > 1 ? pageAt(page - 1) : undefined,
      next: offset + PAGE_SIZE < total ? pageAt(page + 1) : undefined,
    },
    at: (path) => deskAt(c, `${AT}/${sheet.id}${path}`),
  };
};

import { Hono } from 'hono';
import type { DeskEnvironment } from '../../../accounts/index.ts';
import { bulkAct } from './bulk-act.tsx';
import type { OfferDeskSetting } from './desk-page.ts';
import { editPages } from './edit-pages.tsx';
import { entryPages } from './entry-pages.tsx';
import { exportPages } from './export-pages.ts';
import { entryListPage } from './list-page.tsx';
import { sheetPages } from './sheet-pages.tsx';
import { templatePages } from './template-pages.tsx';

/** Everything below /rathaus/<organisation>/angebote, /tabellen and /vorlagen. */
export const offerDeskPages = (setting: OfferDeskSetting) => {
  const pages = new Hono<DeskEnvironment>();
  for (const part of [entryListPage, bulkAct, editPages, entryPages, exportPages, sheetPages, templatePages])
    pages.route('/', part(setting));
  return pages;
};

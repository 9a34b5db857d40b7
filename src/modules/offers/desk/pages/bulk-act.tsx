import { Hono } from 'hono';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { type Acting, type DeskEnvironment, may, permit } from '../../../accounts/index.ts';
import { type BulkAct, type EntryListView, SurePage } from '../../web/index.ts';
import { removeEntry } from '../edit-entry.ts';
import { confirmEntry, publishEntry, restoreEntry, withdrawEntry } from '../publish-entry.ts';
import {
  DESK,
  deskAt,
  doneNote,
  type OfferDeskSetting,
  PAGE_SIZE,
  type Page,
  textOf,
  wordsOf,
} from './desk-page.ts';

const AT = '/angebote';
const acts: BulkAct[] = ['publish', 'withdraw', 'confirm', 'remove', 'restore'];
const isAct = (text: string): text is BulkAct => acts.some((act) => act === text);
const ONE_ID = new RegExp(`^${UUID}$`);

/** What takes an act back; the rest cannot be taken back. */
const opposite: Partial<Record<BulkAct, BulkAct>> = {
  publish: 'withdraw',
  withdraw: 'restore',
  restore: 'withdraw',
};

const perform = (setting: OfferDeskSetting, acting: Acting, act: BulkAct, id: string): Promise<object> => {
  const { places } = setting;
  const isPublic = act !== 'confirm' && act !== 'remove';
  if (isPublic && !may(acting, 'publish-offers')) return Promise.resolve({ refused: 'not-permitted' });
  if (act === 'publish') return publishEntry(setting, acting, { id }, places);
  if (act === 'withdraw') return withdrawEntry(setting, acting, { id }, places);
  if (act === 'restore') return restoreEntry(setting, acting, { id }, places);
  return act === 'confirm' ? confirmEntry(setting, acting, { id }) : removeEntry(setting, acting, { id });
};

const idsOf = (value: unknown): string[] =>
  [...new Set([value].flat().map(textOf))].filter((id) => ONE_ID.test(id)).slice(0, PAGE_SIZE);

/** What became of the chosen entries, told by the address, so that nothing happens twice on a reload. */
export const bulkNote = (c: Page): EntryListView['note'] => {
  const t = wordsOf(c);
  const { tat = '', zahl = '', nicht = '' } = c.req.query();
  if (tat === 'nichts') return { kind: 'warning', title: t.nothingChosen };
  const number = (text: string) => formatNumber(c.var.language, /^\d{1,3}$/.test(text) ? Number(text) : 0);
  if (!isAct(tat)) return doneNote(c);
  const title = t.bulkDone[tat](number(zahl));
  const isWhole = nicht === '' || nicht === '0';
  return isWhole
    ? { kind: 'success', title }
    : { kind: 'warning', title: `${title} ${t.bulkNot(number(nicht))}` };
};

export const undoOf = (c: Page): EntryListView['undo'] => {
  const { tat = '', ids = '' } = c.req.query();
  const act = isAct(tat) ? opposite[tat] : undefined;
  const known = idsOf(ids.split('.'));
  return act && known.length > 0 ? { act, ids: known } : undefined;
};

export const bulkAct = (setting: OfferDeskSetting) => {
  const pages = new Hono<DeskEnvironment>();
  pages.post(`${DESK}${AT}/mehrere`, permit('edit-offers'), async (c) => {
    const body = await c.req.parseBody({ all: true });
    const act = textOf(body.tat);
    const ids = idsOf(body.eintrag);
    if (!isAct(act) || ids.length === 0) return c.redirect(deskAt(c, AT, { tat: 'nichts' }), 303);
    if (act === 'remove' && textOf(body.sicher) !== '1') return ask(c, ids);
    const done: string[] = [];
    for (const id of ids) if (!('refused' in (await perform(setting, c.var.acting, act, id)))) done.push(id);
    const told = {
      tat: act,
      zahl: String(done.length),
      nicht: String(ids.length - done.length),
      ids: opposite[act] && done.join('.'),
    };
    return c.redirect(deskAt(c, AT, told), 303);
  });
  return pages;
};

const ask = (c: Page, ids: string[]): Response => {
  const t = wordsOf(c);
  const view = {
    ids,
    count: formatNumber(c.var.language, ids.length),
    action: deskAt(c, `${AT}/mehrere`),
    back: deskAt(c, AT),
  };
  return c.var.page({ title: t.sureTitle, body: <SurePage view={view} t={t} />, isIndexed: false });
};

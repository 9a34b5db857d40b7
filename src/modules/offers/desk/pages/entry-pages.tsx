import { Hono } from 'hono';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { type DeskEnvironment, permit } from '../../../accounts/index.ts';
import { EntryPage } from '../../web/index.ts';
import { copyEntry, handOver, removeEntry } from '../edit-entry.ts';
import type { Entry } from '../entry.ts';
import { findEntry } from '../entry-store.ts';
import { cancelSchedule, confirmEntry, publishEntry, restoreEntry, withdrawEntry } from '../publish-entry.ts';
import { saveAsTemplate } from '../templates.ts';
import { DESK, deskAt, listEditors, type OfferDeskSetting, type Page, textOf, wordsOf } from './desk-page.ts';
import { type EntryExtras, entryView } from './present-entry.ts';
import { answerPreview } from './preview.tsx';
import { readWhen } from './read-when.ts';

const AT = '/angebote';

const answerEntry = async (
  c: Page,
  setting: OfferDeskSetting,
  entry: Entry,
  extras: EntryExtras = {},
  status: 200 | 422 = 200,
): Promise<Response> => {
  const t = wordsOf(c);
  const view = await entryView(c, setting, entry, extras);
  const title = status === 422 ? `${t.errorTitle} ${view.name}` : view.name;
  return c.var.page({ title, body: <EntryPage view={view} t={t} />, isIndexed: false }, status);
};

type Refused = { refused: string };

/** What a verb answered: on to the entry with what was done, or the page again with what was wrong. */
const answerAct = async (
  c: Page,
  setting: OfferDeskSetting,
  id: string,
  done: string,
  result: object | Refused,
  extras: (title: string) => EntryExtras = (title) => ({ note: { kind: 'danger', title } }),
): Promise<Response> => {
  if (!('refused' in result)) return c.redirect(deskAt(c, `${AT}/${id}`, { erledigt: done }), 303);
  const { refusals } = wordsOf(c);
  const entry = await findEntry(setting.database, c.var.acting.organisation, id);
  if (!entry || !Object.hasOwn(refusals, result.refused)) return c.notFound() as Response;
  return answerEntry(c, setting, entry, extras(refusals[result.refused as keyof typeof refusals]), 422);
};

const publish = async (c: Page, setting: OfferDeskSetting, id: string): Promise<Response> => {
  const body = await c.req.parseBody();
  const when = readWhen(body, wordsOf(c));
  if ('fields' in when) {
    const entry = await findEntry(setting.database, c.var.acting.organisation, id);
    return entry ? answerEntry(c, setting, entry, { when: when.fields }, 422) : (c.notFound() as Response);
  }
  const result = await publishEntry(
    setting,
    c.var.acting,
    { id, at: when.at, until: when.until ?? null },
    setting.places,
  );
  const done = when.at && when.at > setting.clock() ? 'schedule-entry' : 'publish-entry';
  return answerAct(c, setting, id, done, result, (title) => ({
    when: { bis: { value: textOf(body.bis), error: title }, am: { value: textOf(body.am) } },
  }));
};

export const entryPages = (setting: OfferDeskSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const one = `${DESK}${AT}/:id{${UUID}}`;

  pages.get(one, permit('edit-offers'), async (c) => {
    const entry = await findEntry(setting.database, c.var.acting.organisation, c.req.param('id'));
    return entry ? answerEntry(c, setting, entry) : c.notFound();
  });
  pages.get(`${one}/vorschau`, permit('edit-offers'), async (c) => {
    const entry = await findEntry(setting.database, c.var.acting.organisation, c.req.param('id'));
    if (!entry) return c.notFound();
    return (await answerPreview(c, setting, entry)) ?? answerEntry(c, setting, entry);
  });
  pages.post(`${one}/veroeffentlichen`, permit('publish-offers'), (c) =>
    publish(c, setting, c.req.param('id')),
  );
  stampRoutes(pages, setting, one);
  moreRoutes(pages, setting, one);
  return pages;
};

type Routes = Hono<DeskEnvironment>;

const stampRoutes = (pages: Routes, setting: OfferDeskSetting, one: string): void => {
  const { places } = setting;
  pages.post(`${one}/planung-aufheben`, permit('publish-offers'), async (c) => {
    const id = c.req.param('id') ?? '';
    return answerAct(c, setting, id, 'cancel-schedule', await cancelSchedule(setting, c.var.acting, { id }));
  });
  pages.post(`${one}/zurueckziehen`, permit('publish-offers'), async (c) => {
    const id = c.req.param('id') ?? '';
    const result = await withdrawEntry(setting, c.var.acting, { id }, places);
    return answerAct(c, setting, id, 'withdraw-entry', result);
  });
  pages.post(`${one}/wieder`, permit('publish-offers'), async (c) => {
    const id = c.req.param('id') ?? '';
    const result = await restoreEntry(setting, c.var.acting, { id }, places);
    return answerAct(c, setting, id, 'restore-entry', result);
  });
  pages.post(`${one}/bestaetigen`, permit('edit-offers'), async (c) => {
    const id = c.req.param('id') ?? '';
    return answerAct(c, setting, id, 'confirm-entry', await confirmEntry(setting, c.var.acting, { id }));
  });
};

const moreRoutes = (pages: Routes, setting: OfferDeskSetting, one: string): void => {
  pages.post(`${one}/kopieren`, permit('edit-offers'), async (c) => {
    const id = c.req.param('id') ?? '';
    const result = await copyEntry(setting, c.var.acting, { id });
    return answerAct(c, setting, 'id' in result ? result.id : id, 'create-entry', result);
  });
  pages.post(`${one}/uebergeben`, permit('edit-offers'), async (c) => {
    const id = c.req.param('id') ?? '';
    const owner = textOf((await c.req.parseBody()).an);
    const editors = await listEditors(setting, c);
    const result = await handOver(setting, c.var.acting, { id, owner }, editors);
    return answerAct(c, setting, id, 'hand-over-entry', result, (error) => ({
      owner: { value: owner, error },
    }));
  });
  pages.post(`${one}/vorlage`, permit('edit-offers'), async (c) => {
    const id = c.req.param('id') ?? '';
    const name = textOf((await c.req.parseBody()).vorlage);
    const result = await saveAsTemplate(setting, c.var.acting, { id, name });
    return answerAct(c, setting, id, 'save-template', result, (error) => ({
      templateName: { value: name, error },
    }));
  });
  pages.post(`${one}/loeschen`, permit('edit-offers'), async (c) => {
    const id = c.req.param('id') ?? '';
    const result = await removeEntry(setting, c.var.acting, { id });
    if ('refused' in result) return answerAct(c, setting, id, 'remove-entry', result);
    return c.redirect(deskAt(c, AT, { erledigt: 'remove-entry' }), 303);
  });
};

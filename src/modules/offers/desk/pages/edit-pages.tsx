import { Hono } from 'hono';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { type DeskEnvironment, permit } from '../../../accounts/index.ts';
import { EntryFormPage, type EntryFormView, NewEntryPage } from '../../web/index.ts';
import type { EntryFault } from '../check-entry.ts';
import { changeEntry, createEntry } from '../edit-entry.ts';
import { changedFields, type Entry, type EntryFields } from '../entry.ts';
import { findEntry } from '../entry-store.ts';
import { listTemplates } from '../list-store.ts';
import { normalFields } from '../normal-fields.ts';
import { DESK, deskAt, type OfferDeskSetting, type Page, textOf, wordsOf } from './desk-page.ts';
import { categoryChoices, fieldStates, fieldText, isEventEntry, typedFields } from './present-fields.ts';

const AT = '/angebote';

type Shown = Pick<EntryFormView, 'title' | 'hint' | 'button' | 'action'> &
  Partial<Pick<EntryFormView, 'version' | 'conflict' | 'back' | 'isEvent' | 'reference'>>;

/** The form of an entry, with what was typed; with faults it answers 422 and says so in the title. */
export const answerForm = (
  c: Page,
  shown: Shown,
  typed: EntryFields,
  faults: EntryFault[] = [],
): Response => {
  const t = wordsOf(c);
  const { language } = c.var;
  const view: EntryFormView = {
    ...shown,
    isEvent: shown.isEvent ?? isEventEntry(normalFields(typed)),
    fields: fieldStates(typed, faults, language, t),
    categories: categoryChoices(typed.category, language),
  };
  const isWrong = faults.length > 0 || shown.conflict !== undefined;
  const title = isWrong ? `${t.errorTitle} ${shown.title}` : shown.title;
  return c.var.page(
    { title, body: <EntryFormPage view={view} t={t} />, isIndexed: false },
    isWrong ? 422 : 200,
  );
};

const newForm = (c: Page): Shown => {
  const { new: words } = wordsOf(c);
  return { title: words.title, hint: words.hint, button: words.button, action: deskAt(c, `${AT}/neu`) };
};

const answerNew = async (c: Page, { database }: OfferDeskSetting): Promise<Response> => {
  const t = wordsOf(c);
  const { art, vorlage } = c.req.query();
  const templates = await listTemplates(database, c.var.acting.organisation);
  const template = templates.find(({ id }) => id === vorlage);
  if (template) return answerForm(c, newForm(c), template.fields);
  if (art === 'ort' || art === 'veranstaltung')
    return answerForm(c, { ...newForm(c), isEvent: art === 'veranstaltung' }, {});
  const view = {
    event: deskAt(c, `${AT}/neu`, { art: 'veranstaltung' }),
    place: deskAt(c, `${AT}/neu`, { art: 'ort' }),
    templates: templates.map(({ id, name }) => ({
      label: name,
      href: deskAt(c, `${AT}/neu`, { vorlage: id }),
    })),
  };
  return c.var.page({ title: t.new.title, body: <NewEntryPage view={view} t={t} />, isIndexed: false });
};

const editForm = (c: Page, { id, fields }: Entry, version: number): Shown => {
  const { edit } = wordsOf(c);
  return {
    title: edit.title(fields.name ?? ''),
    hint: edit.hint,
    button: edit.button,
    action: deskAt(c, `${AT}/${id}/bearbeiten`),
    version,
    back: { label: edit.back, href: deskAt(c, `${AT}/${id}`) },
  };
};

/** What the others saved beside what was typed here, field by field. */
const conflictLines = (c: Page, stored: EntryFields, typed: EntryFields): string[] => {
  const t = wordsOf(c);
  const { language } = c.var;
  const words = (field: keyof EntryFields, text: string | undefined) =>
    text ? fieldText(field, text, language) : t.sheets.nothing;
  return changedFields(normalFields(typed), stored).map((field) =>
    t.sheets.change(
      t.fields[field].label,
      words(field, normalFields(typed)[field]),
      words(field, stored[field]),
    ),
  );
};

const saveChange = async (c: Page, setting: OfferDeskSetting, id: string): Promise<Response> => {
  const body = await c.req.parseBody();
  const typed = typedFields(body);
  const version = /^\d{1,9}$/.test(textOf(body.fassung)) ? Number(body.fassung) : 0;
  const result = await changeEntry(setting, c.var.acting, { id, version, typed });
  if (!('refused' in result)) return c.redirect(deskAt(c, `${AT}/${id}`, { erledigt: 'change-entry' }), 303);
  if (result.refused === 'unknown-entry') return c.notFound() as Response;
  if (result.refused === 'changed-meanwhile') {
    const { stored } = result;
    const conflict = conflictLines(c, stored.fields, typed);
    return answerForm(c, { ...editForm(c, stored, stored.version), conflict }, typed);
  }
  const entry = await findEntry(setting.database, c.var.acting.organisation, id);
  if (!entry) return c.notFound() as Response;
  return answerForm(c, editForm(c, entry, version), typed, result.faults);
};

export const editPages = (setting: OfferDeskSetting) => {
  const pages = new Hono<DeskEnvironment>();

  pages.get(`${DESK}${AT}/neu`, permit('edit-offers'), (c) => answerNew(c, setting));

  pages.post(`${DESK}${AT}/neu`, permit('edit-offers'), async (c) => {
    const typed = typedFields(await c.req.parseBody());
    const created = await createEntry(setting, c.var.acting, typed);
    if ('refused' in created) return answerForm(c, newForm(c), typed, created.faults);
    return c.redirect(deskAt(c, `${AT}/${created.id}`, { erledigt: 'create-entry' }), 303);
  });

  pages.get(`${DESK}${AT}/:id{${UUID}}/bearbeiten`, permit('edit-offers'), async (c) => {
    const entry = await findEntry(setting.database, c.var.acting.organisation, c.req.param('id'));
    return entry ? answerForm(c, editForm(c, entry, entry.version), entry.fields) : c.notFound();
  });

  pages.post(`${DESK}${AT}/:id{${UUID}}/bearbeiten`, permit('edit-offers'), (c) =>
    saveChange(c, setting, c.req.param('id')),
  );
  return pages;
};

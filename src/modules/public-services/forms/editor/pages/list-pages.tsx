import { Hono } from 'hono';
import { localPath } from '../../../../../foundation/i18n/language.ts';
import { type DeskEnvironment, permit } from '../../../../accounts/index.ts';
import { FormListPage, type FormListView, LeftOutPage } from '../../../web/index.ts';
import { findOpenForm } from '../../form-store.ts';
import { readXdatenfelder } from '../../import/xdatenfelder.ts';
import { type ListedForm, listForms, listFormsElsewhere } from '../draft-store.ts';
import { beginForm, emptyForm } from '../edit-draft.ts';
import {
  AT,
  dateText,
  type EditorSetting,
  formsAt,
  noteOf,
  type Page,
  textOf,
  townOf,
  wordsOf,
} from './editor-page.ts';

const LONGEST_TITLE = 200;
const PROMISED_AT_FIRST = 10;

const stateText = (c: Page, { version, published_at, closed_at, draft_at }: ListedForm): string => {
  const { list } = wordsOf(c);
  const parts = [
    version !== null && published_at
      ? list.version(String(version), dateText(c, published_at))
      : list.onlyDraft,
    ...(closed_at ? [list.closed(dateText(c, closed_at))] : []),
    ...(draft_at ? [list.draft(dateText(c, draft_at))] : []),
  ];
  return parts.join(', ');
};

type Wrong = { title?: { value: string; error: string }; file?: string };

const answerList = async (
  c: Page,
  { database, townOf: nameOf }: EditorSetting,
  ars: string,
  wrong: Wrong = {},
): Promise<Response> => {
  const t = wordsOf(c);
  const { language } = c.var;
  const own = await listForms(database, ars);
  const elsewhere = await listFormsElsewhere(database, ars);
  const view: FormListView = {
    note: noteOf(c),
    rows: own.map((form) => ({
      id: form.id,
      title: form.title[language],
      href: formsAt(c, `/${form.id}`),
      state: stateText(c, form),
    })),
    begin: {
      action: formsAt(c),
      fields: [
        {
          name: 'titel',
          control: 'line',
          label: t.begin.name,
          hint: t.begin.nameHint,
          value: wrong.title?.value ?? '',
          error: wrong.title?.error,
        },
      ],
      choices: [
        {
          name: t.begin.own,
          choices: own
            .filter(({ version, closed_at }) => version !== null && closed_at === null)
            .map(({ id, title }) => ({ value: `${ars}/${id}`, label: title[language] })),
        },
        {
          name: t.begin.elsewhere,
          choices: elsewhere.map((form) => ({
            value: `${form.ars}/${form.id}`,
            label: t.begin.inTown(form.title[language], nameOf(form.ars)?.label ?? form.ars),
          })),
        },
      ].filter(({ choices }) => choices.length > 0),
    },
    read: { action: formsAt(c, '/einlesen'), error: wrong.file },
    figures: `${localPath(language, '/leistungen/kennzahlen')}?ort=${ars}`,
  };
  const isWrong = wrong.title !== undefined || wrong.file !== undefined;
  const title = isWrong ? `${t.errorTitle} ${t.title}` : t.title;
  return c.var.page(
    { title, body: <FormListPage view={view} t={t} />, isIndexed: false },
    isWrong ? 422 : 200,
  );
};

const begin = async (c: Page, setting: EditorSetting, ars: string): Promise<Response> => {
  const t = wordsOf(c);
  const body = await c.req.parseBody();
  const title = textOf(body.titel).trim();
  const [fromArs = '', fromId = ''] = textOf(body.vorlage).split('/');
  const error = title === '' ? t.edit.missing : title.length > LONGEST_TITLE ? t.edit['too-long'] : undefined;
  if (error !== undefined) return answerList(c, setting, ars, { title: { value: title, error } });
  const from = fromId === '' ? undefined : await findOpenForm(setting.database, fromArs, fromId);
  const begun = await beginForm(setting, c.var.acting, {
    definition: from ? { ...from.definition, title: { de: title, en: title } } : emptyForm(title),
    // A key of the catalogue leads to one form: two would leave it to chance which.
    serviceKey: from && fromArs !== ars ? from.serviceKey : null,
    isDemonstration: from?.isDemonstration ?? false,
  });
  if ('refused' in begun)
    return answerList(c, setting, ars, { title: { value: title, error: t.refusals[begun.refused] } });
  return c.redirect(formsAt(c, `/${begun.id}?erledigt=begun`), 303);
};

const readSchema = async (c: Page, setting: EditorSetting, ars: string): Promise<Response> => {
  const t = wordsOf(c);
  const { language } = c.var;
  const { datei } = await c.req.parseBody();
  if (!(datei instanceof File) || datei.size === 0)
    return answerList(c, setting, ars, { file: t.read.noFile });
  const read = await readXdatenfelder(datei.stream(), { promiseDays: PROMISED_AT_FIRST });
  if ('refused' in read) return answerList(c, setting, ars, { file: read.reason[language] });
  const { definition, leftOut } = read;
  const begun = await beginForm(setting, c.var.acting, {
    definition,
    serviceKey: null,
    isDemonstration: false,
  });
  if ('refused' in begun) return answerList(c, setting, ars, { file: t.refusals[begun.refused] });
  const shown = leftOut.map(({ at, why }) => ({ at, why: why[language] }));
  const body = <LeftOutPage leftOut={shown} goOn={formsAt(c, `/${begun.id}`)} t={t} />;
  return c.var.page({ title: t.read.doneTitle, body, isIndexed: false });
};

/** All forms of a municipality, and how a new one begins. */
export const formListPages = (setting: EditorSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const ways = [
    ['GET', AT, answerList],
    ['POST', AT, begin],
    ['POST', `${AT}/einlesen`, readSchema],
  ] as const;
  for (const [method, path, answer] of ways)
    pages.on(method, path, permit('edit-forms'), async (c) => {
      const ars = townOf(c);
      return ars === undefined ? c.notFound() : answer(c, setting, ars);
    });
  return pages;
};

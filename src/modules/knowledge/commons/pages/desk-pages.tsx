import { Hono, type Context as HonoContext } from 'hono';
import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { type DeskEnvironment, deskPath, permit } from '../../../accounts/index.ts';
import type { KnowledgeSetting } from '../../setting.ts';
import { CommonsDeskPage, type CommonsMessages, commonsMessages } from '../../web/index.ts';
import { type LineFaults, readLine } from '../check-line.ts';
import { listOwnLines } from '../commons-store.ts';
import { pieceKinds, sides } from '../contract.ts';
import { enterLine, takeLineBack } from '../enter-line.ts';
import { lineView } from './present-lines.ts';

type Page = HonoContext<DeskEnvironment>;
type Typed = { typed?: Record<string, string>; faults?: LineFaults };

const AT = '/rathaus/:organisation/allmende';

const at = (c: Page, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `/allmende${path}`));

const fieldsOf = (t: CommonsMessages, { typed = {}, faults = {} }: Typed): FieldView[] => {
  const { labels, pieces, whatHint } = t.desk;
  const error = (part: keyof LineFaults) => faults[part] && t.faults[faults[part]];
  const radios = (values: readonly string[], words: Record<string, string>) =>
    values.map((value) => ({ value, label: words[value] ?? value }));
  return [
    {
      name: 'seite',
      control: 'radios',
      label: labels.side,
      value: typed.seite ?? '',
      error: error('side'),
      choices: radios(sides, t.sides),
    },
    {
      name: 'art',
      control: 'select',
      label: labels.kind,
      value: typed.art ?? '',
      error: error('kind'),
      choices: radios(pieceKinds, pieces),
    },
    {
      name: 'anzahl',
      control: 'line',
      inputMode: 'numeric',
      label: labels.amount,
      value: typed.anzahl ?? '1',
      error: error('amount'),
    },
    {
      name: 'was',
      control: 'line',
      label: labels.what,
      hint: whatHint,
      value: typed.was ?? '',
      error: error('what'),
    },
    { name: 'mit', control: 'line', label: labels.with, value: typed.mit ?? '', error: error('with') },
  ];
};

const answer = async (c: Page, { database }: KnowledgeSetting, shown: Typed = {}): Promise<Response> => {
  const { language, acting } = c.var;
  const t = commonsMessages(language);
  const done = { eingetragen: t.desk.entered, zurueck: t.desk.takenBack }[c.req.query('erledigt') ?? ''];
  const lines = await listOwnLines(database, acting.organisation);
  const view = {
    action: at(c),
    fields: fieldsOf(t, shown),
    lines: lines.map((line) => lineView({ language, t }, line, (id) => at(c, `/${id}/zuruecknehmen`))),
    public: localPath(language, `/netzwerk/allmende/${acting.organisation.ars}`),
    done,
  };
  const body = <CommonsDeskPage view={view} t={t} />;
  return c.var.page({ title: t.desk.title, body, isIndexed: false }, shown.faults ? 422 : 200);
};

/** Where an organisation says what it gave and took. */
export const commonsDeskPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const permitted = permit('ask-advice');
  pages.get(AT, permitted, (c) => answer(c, setting));
  pages.post(AT, permitted, async (c) => {
    const typed = await typedBody(c);
    const read = readLine(typed);
    if ('faults' in read) return answer(c, setting, { typed, faults: read.faults });
    await enterLine(setting, c.var.acting, read.line);
    return c.redirect(`${at(c)}?erledigt=eingetragen`, 303);
  });
  pages.post(`${AT}/:line{${UUID}}/zuruecknehmen`, permitted, async (c) => {
    const taken = await takeLineBack(setting, c.var.acting, c.req.param('line') ?? '');
    if ('refused' in taken && taken.refused === 'unknown') return c.notFound();
    return c.redirect('refused' in taken ? at(c) : `${at(c)}?erledigt=zurueck`, 303);
  });
  return pages;
};

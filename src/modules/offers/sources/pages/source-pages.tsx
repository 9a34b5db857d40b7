import { Hono, type Context as HonoContext } from 'hono';
import type { Context } from '../../../../foundation/database/context.ts';
import { formatDay, formatNumber, formatTime } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { type DeskEnvironment, deskPath, permit } from '../../../accounts/index.ts';
import {
  fetchReason,
  type SourceMessages,
  SourcesPage,
  type SourcesView,
  sourceMessages,
} from '../../web/index.ts';
import { listSubscribedSources, type SubscribedSource } from '../source-store.ts';
import {
  cancelSource,
  type SubscribeFault,
  subscribableFormats,
  subscribeSource,
} from '../subscribe-source.ts';

export type SourceSetting = Context & {
  /** Asks the background for a reading; it is under way when this returns, not done. */
  askReading: (source: { ars: string; source: string }) => Promise<void>;
};

type Page = HonoContext<DeskEnvironment>;
type FieldName = keyof SourcesView['fields'];

const AT = '/quellen';
const ID = '[a-z0-9-]{1,60}';

const fieldOf: Record<SubscribeFault, FieldName> = {
  'name-missing': 'name',
  'address-unreadable': 'url',
  'format-unknown': 'format',
  'licence-too-long': 'licence',
};

const isFormat = (format: string): format is keyof SourceMessages['formats'] =>
  subscribableFormats.some((known) => known === format);

const linesOf = (source: SubscribedSource, c: Page, now: Date, t: SourceMessages): string[] => {
  const { language } = c.var;
  const rejected = source.counts?.rejected ?? 0;
  return [
    source.read_at === null
      ? t.never
      : t.read(`${formatDay(language, source.read_at, now)}, ${formatTime(language, source.read_at)}`),
    t.offers(formatNumber(language, source.offers)),
    ...(source.url === null ? [t.formerly] : []),
    ...(rejected > 0 ? [t.rejected(formatNumber(language, rejected))] : []),
  ];
};

const viewOf = async (
  c: Page,
  { database, clock }: SourceSetting,
  fields: Partial<SourcesView['fields']>,
): Promise<SourcesView> => {
  const { acting, language } = c.var;
  const t = sourceMessages(language);
  const now = clock();
  const at = (path: string) => localPath(language, deskPath(acting, AT + path));
  const sources = await listSubscribedSources(database, acting.organisation.ars);
  return {
    sources: sources.map((source) => ({
      id: source.id,
      name: source.name,
      format: isFormat(source.format) ? t.formats[source.format] : source.format,
      url: source.url ?? undefined,
      isFailed: source.outcome === 'failed',
      state: [
        source.outcome === null ? t.never : t.outcome[source.outcome],
        source.failure === null ? undefined : t.failure(fetchReason(source.failure, t)),
      ]
        .filter(Boolean)
        .join('. '),
      lines: linesOf(source, c, now, t),
      rejected: (source.rejected ?? []).map(({ position, reason }) => `${position}: ${reason[language]}`),
      readAction: at(`/${source.id}/lesen`),
      cancelAction: at(`/${source.id}/abbestellen`),
    })),
    fields: { name: {}, url: {}, format: {}, licence: {}, ...fields },
    formats: subscribableFormats.map((value) => ({ value, label: t.formats[value] })),
    action: at(''),
  };
};

const answer = async (
  c: Page,
  setting: SourceSetting,
  { fields = {}, note }: { fields?: Partial<SourcesView['fields']>; note?: SourcesView['note'] } = {},
): Promise<Response> => {
  const t = sourceMessages(c.var.language);
  const view = await viewOf(c, setting, fields);
  const isWrong = note?.kind === 'danger' || Object.values(view.fields).some(({ error }) => error);
  const title = isWrong ? `${t.errorTitle} ${t.title}` : t.title;
  return c.var.page({ title, body: <SourcesPage view={{ ...view, note }} t={t} /> }, isWrong ? 422 : 200);
};

export const sourcePages = (setting: SourceSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const at = `/rathaus/:organisation${AT}`;
  const done = (c: Page, what: keyof SourceMessages['done']) =>
    c.redirect(`${localPath(c.var.language, deskPath(c.var.acting, AT))}?erledigt=${what}`, 303);

  // Firms and clubs write entries; what is read from elsewhere a municipality answers for.
  pages.use(`${at}/*`, (c, next) => {
    const { organisation } = c.var.acting;
    return organisation.id === organisation.ars ? next() : Promise.resolve(c.notFound());
  });

  pages.get(at, permit('manage-sources'), (c) => {
    const { done: words } = sourceMessages(c.var.language);
    const { erledigt = '' } = c.req.query();
    const title = Object.hasOwn(words, erledigt) ? words[erledigt as keyof typeof words] : undefined;
    return answer(c, setting, title ? { note: { kind: 'success', title } } : {});
  });

  pages.post(at, permit('manage-sources'), async (c) => {
    const t = sourceMessages(c.var.language);
    const { name, url, format, licence = '' } = await c.req.parseBody();
    const result = await subscribeSource(setting, c.var.acting, { name, url, format, licence });
    if ('refused' in result) {
      const faults = result.refused === 'faulty' ? result.faults : [];
      const typed = { name, url, format, licence };
      const fields = Object.fromEntries(
        Object.entries(typed).map(([field, value]) => {
          const fault = faults.find((one) => fieldOf[one] === field);
          return [field, { value: typeof value === 'string' ? value : '', error: fault && t.faults[fault] }];
        }),
      );
      const note =
        result.refused === 'faulty'
          ? {}
          : { note: { kind: 'danger', title: t.refusals[result.refused] } as const };
      return answer(c, setting, { fields, ...note });
    }
    await setting.askReading({ ars: c.var.acting.organisation.ars, source: result.sourceId });
    return done(c, 'subscribed');
  });

  pages.post(`${at}/:id{${ID}}/lesen`, permit('manage-sources'), async (c) => {
    const { ars } = c.var.acting.organisation;
    await setting.askReading({ ars, source: c.req.param('id') });
    return done(c, 'asked');
  });

  pages.post(`${at}/:id{${ID}}/abbestellen`, permit('manage-sources'), async (c) => {
    const result = await cancelSource(setting, c.var.acting, c.req.param('id'));
    if (!('refused' in result)) return done(c, 'cancelled');
    const title = sourceMessages(c.var.language).refusals[result.refused];
    return answer(c, setting, { note: { kind: 'danger', title } });
  });

  return pages;
};

import { Hono, type Context as HonoContext } from 'hono';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { withPlace } from '../../../../foundation/ui/page.ts';
import { deskPath, listActing, may } from '../../../accounts/index.ts';
import { entryPath } from '../../library/pages/present-entry.ts';
import { findPublicEntry } from '../../library/public-store.ts';
import type { KnowledgeEnvironment, KnowledgeSetting } from '../../setting.ts';
import { PlanPage, type PlanView, reuseMessages } from '../../web/index.ts';
import type { MeasureDraft } from '../contract.ts';
import { isPlannable } from '../draft-measure.ts';
import { draftFor } from '../reuse-entry.ts';
import { measureMarkdown, presentMeasure } from './present-measure.ts';

type Page = HonoContext<KnowledgeEnvironment>;

const AT = `/netzwerk/eintrag/:id{${UUID}}/planen`;

/** The draft for the place that is looked at, or without one. */
const draftOf = async (c: Page, setting: KnowledgeSetting): Promise<MeasureDraft | undefined> => {
  const entry = await findPublicEntry(setting.database, c.req.param('id') ?? '');
  if (!entry || !isPlannable(entry.kind)) return undefined;
  const { here } = c.var;
  const origin = setting.origin(c.req.url);
  const address = (id: string, version: number) => origin + entryPath(id, version);
  return draftFor(entry, { ...setting, address }, { ars: here?.ars ?? '', name: here?.label ?? '' });
};

/** Where the reader may record it, and where there is nobody yet whom we know. */
const recordable = async (
  c: Page,
  setting: KnowledgeSetting,
): Promise<Pick<PlanView, 'desks' | 'signIn'>> => {
  const { signedIn, language } = c.var;
  const t = reuseMessages(language);
  const acting = (signedIn ? await listActing(setting, signedIn) : []).filter(
    (one) => one.organisation.ars === one.organisation.id && may(one, 'edit-knowledge'),
  );
  const { pathname, search } = new URL(c.req.url);
  return {
    desks: acting.map((one) => ({
      label: t.record.button(one.organisation.name),
      action: localPath(language, deskPath(one, '/nachnutzung')),
    })),
    signIn:
      acting.length > 0
        ? undefined
        : `${localPath(language, '/anmelden')}?${new URLSearchParams({ zurueck: pathname + search })}`,
  };
};

/** "Plan this here" beside each entry by which something can be planned. */
export const planPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<KnowledgeEnvironment>();
  pages.get(AT, async (c) => {
    const draft = await draftOf(c, setting);
    if (!draft) return c.notFound();
    const { language, here } = c.var;
    const t = reuseMessages(language);
    const at = localPath(language, entryPath(draft.origin.entry));
    const view: PlanView = {
      title: t.title(draft.title),
      lead: here ? t.lead(here.label) : t.noPlace,
      measure: presentMeasure({ language, t }, draft),
      files: (['json', 'md'] as const).map((kind) => ({
        label: t.files[kind],
        href: withPlace(here, `${at}/planen.${kind}`),
      })),
      entryId: draft.origin.entry,
      ...(await recordable(c, setting)),
    };
    return c.var.page({
      title: view.title,
      body: <PlanPage view={view} t={t} />,
      crumbs: [{ label: draft.title, href: at }],
      isIndexed: false,
    });
  });
  pages.get(`${AT}.json`, async (c) => {
    const draft = await draftOf(c, setting);
    return draft ? c.json(draft) : c.notFound();
  });
  pages.get(`${AT}.md`, async (c) => {
    const draft = await draftOf(c, setting);
    const { language } = c.var;
    if (!draft) return c.notFound();
    return c.body(measureMarkdown({ language, t: reuseMessages(language) }, draft), 200, {
      'content-type': 'text/markdown; charset=utf-8',
    });
  });
  return pages;
};

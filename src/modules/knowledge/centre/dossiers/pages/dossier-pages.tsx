import { Hono } from 'hono';
import { UUID } from '../../../../../foundation/http/uuid-in-path.ts';
import { formatDate } from '../../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../../foundation/i18n/language.ts';
import { berlinDay } from '../../../../../foundation/time/zone.ts';
import { cardOf, entryPath, type Words } from '../../../library/pages/present-entry.ts';
import { listPublicEntriesOf, type PublicEntry } from '../../../library/public-store.ts';
import type { KnowledgeEnvironment, KnowledgeSetting } from '../../../setting.ts';
import {
  DossierGonePage,
  DossierListPage,
  DossierPage,
  type DossierView,
  dossierMessages,
  libraryMessages,
  networkMessages,
} from '../../../web/index.ts';
import {
  findDossierTakenBack,
  findPublicDossier,
  listDossierVersions,
  listPublicDossiers,
  type PublicDossier,
} from '../public-dossier-store.ts';
import { DOSSIERS_AT, dossierPath } from './dossier-path.ts';

const LONGEST_LEAD = 240;

const dossierView = (
  words: Words,
  dossier: PublicDossier,
  {
    entries,
    versions,
    origin,
    now,
  }: { entries: PublicEntry[]; versions: number[]; origin: string; now: Date },
): DossierView => {
  const { language, t: library } = words;
  const t = dossierMessages(language);
  const { id, version, content, organisation, published_at, demonstration } = dossier;
  const at = (number?: number) => localPath(language, dossierPath(id, number));
  const day = formatDate(language, published_at);
  return {
    title: content.title,
    facts: t.facts(organisation, day),
    demonstration: demonstration ? library.demonstration : undefined,
    introduction: content.introduction,
    items: content.items.map(({ entry, sentence }) => {
      const found = entries.find((one) => one.id === entry);
      return { key: entry, sentence, card: found && cardOf(words, found, now) };
    }),
    citation: t.citation(organisation, content.title, version, day, `${origin}${at(version)}`),
    versions: versions.map((number) => ({
      label: library.version(number),
      href: number === version ? undefined : at(number),
    })),
  };
};

/** A dossier as a machine takes it along. */
const dossierJson = ({ id, version, content, ...rest }: PublicDossier, base: string) => ({
  id,
  version,
  address: `${base}${dossierPath(id, version)}`,
  title: content.title,
  introduction: content.introduction,
  organisation: rest.organisation,
  publishedOn: berlinDay(rest.published_at),
  demonstration: rest.demonstration,
  entries: content.items.map(({ entry, sentence }) => ({ address: `${base}${entryPath(entry)}`, sentence })),
});

const onePage = (pages: Hono<KnowledgeEnvironment>, path: string, setting: KnowledgeSetting): void => {
  const { database, clock, origin } = setting;
  pages.get(path, async (c) => {
    const { language } = c.var;
    const t = dossierMessages(language);
    const id = c.req.param('id') ?? '';
    const version = c.req.param('version');
    const crumbs = [{ label: t.title, href: localPath(language, DOSSIERS_AT) }];
    const dossier = await findPublicDossier(
      database,
      id,
      version === undefined ? undefined : Number(version),
    );
    if (!dossier) {
      const day = await findDossierTakenBack(database, id);
      if (!day) return c.notFound();
      const href = localPath(language, DOSSIERS_AT);
      const body = <DossierGonePage text={t.takenBackText(formatDate(language, day))} href={href} t={t} />;
      return c.var.page({ title: t.takenBackTitle, body, crumbs, isIndexed: false }, 404);
    }
    const view = dossierView({ language, t: libraryMessages(language) }, dossier, {
      entries: await listPublicEntriesOf(
        database,
        dossier.content.items.map(({ entry }) => entry),
      ),
      versions: await listDossierVersions(database, id),
      origin: origin(c.req.url),
      now: clock(),
    });
    return c.var.page({
      title: view.title,
      body: <DossierPage view={view} t={t} />,
      crumbs,
      canonical: localPath(language, dossierPath(id)),
      isIndexed: !dossier.demonstration,
    });
  });
};

/** Dossiers as everybody reads them. */
export const dossierPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<KnowledgeEnvironment>();
  pages.get(DOSSIERS_AT, async (c) => {
    const { language } = c.var;
    const t = dossierMessages(language);
    const cards = (await listPublicDossiers(setting.database)).map(
      ({ id, content, organisation, published_at }) => ({
        key: id,
        href: localPath(language, dossierPath(id)),
        title: content.title,
        facts: `${t.entries(content.items.length)} · ${t.facts(organisation, formatDate(language, published_at))}`,
        lead:
          content.introduction.length > LONGEST_LEAD
            ? `${content.introduction.slice(0, LONGEST_LEAD).trimEnd()} …`
            : content.introduction,
      }),
    );
    return c.var.page({
      title: t.title,
      body: <DossierListPage view={{ cards, json: `${DOSSIERS_AT}.json` }} t={t} />,
      canonical: localPath(language, DOSSIERS_AT),
      crumbs: [{ label: networkMessages(language).title, href: localPath(language, '/netzwerk') }],
    });
  });
  pages.get(`${DOSSIERS_AT}.json`, async (c) => {
    const base = setting.origin(c.req.url);
    const dossiers = await listPublicDossiers(setting.database);
    return c.json({ dossiers: dossiers.map((dossier) => dossierJson(dossier, base)) });
  });
  onePage(pages, `/netzwerk/dossier/:id{${UUID}}`, setting);
  onePage(pages, `/netzwerk/dossier/:id{${UUID}}/:version{[0-9]{1,4}}`, setting);
  return pages;
};

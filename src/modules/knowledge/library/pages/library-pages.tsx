import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatDate } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { mergePointer } from '../../centre/merge/pages/merge-pointer.tsx';
import { listEffectsOf } from '../../living/living-effect-store.ts';
import { findLivingOf } from '../../living/living-store.ts';
import { presentLiving } from '../../living/present-living.ts';
import { presentReuses } from '../../reuse/pages/present-reuses.ts';
import { listReusesOf } from '../../reuse/reuse-store.ts';
import type { KnowledgeEnvironment, KnowledgeSetting } from '../../setting.ts';
import { EntryPage, LibraryPage, libraryMessages, networkMessages, TakenBackPage } from '../../web/index.ts';
import { entriesCsv, entriesZip, entryJson } from '../export-entries.ts';
import { findPublicEntry, findTakenBack, listPublicEntries, listVersions } from '../public-store.ts';
import { readSearch } from '../search/read-search.ts';
import { searchEntries } from '../search/search-entries.ts';
import { entryPath, presentEntry } from './present-entry.ts';
import { presentSearch } from './present-search.ts';

const AT = '/netzwerk/bibliothek';
const EXPORT = '/netzwerk/eintraege';

/** The library as everybody reads it, and takes it along. */
export const libraryPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<KnowledgeEnvironment>();
  pages.get(AT, async (c) => {
    const { language, here } = c.var;
    const t = libraryMessages(language);
    const now = setting.clock();
    const search = readSearch(c.req.query());
    const found = await searchEntries({ ...setting, now }, search, here?.ars);
    const view = presentSearch({ language, t }, { here, search, found, places: setting.places, now });
    const exports = (['json', 'csv', 'zip'] as const).map((format) => ({
      label: t.exports[format],
      href: `${EXPORT}.${format}`,
    }));
    return c.var.page({
      title: view.heading,
      body: <LibraryPage view={view} exports={exports} t={t} />,
      isIndexed: Object.keys(c.req.query()).length === 0,
      canonical: localPath(language, AT),
      crumbs: [{ label: networkMessages(language).title, href: localPath(language, '/netzwerk') }],
    });
  });
  pages.route('/', entryPages(setting));
  pages.route('/', exportPages(setting));
  return pages;
};

const entryPages = ({ database, places, clock, origin }: KnowledgeSetting) => {
  const pages = new Hono<KnowledgeEnvironment>();
  for (const path of [
    `/netzwerk/eintrag/:id{${UUID}}`,
    `/netzwerk/eintrag/:id{${UUID}}/:version{[0-9]{1,4}}`,
  ])
    pages.get(path, async (c) => {
      const { language } = c.var;
      const t = libraryMessages(language);
      const id = c.req.param('id') ?? '';
      const version = c.req.param('version');
      const crumbs = [{ label: t.title, href: localPath(language, AT) }];
      const entry = await findPublicEntry(database, id, version === undefined ? undefined : Number(version));
      if (!entry) {
        const day = await findTakenBack(database, id);
        if (!day) return c.notFound();
        const text = t.takenBackText(formatDate(language, day));
        const body = <TakenBackPage text={text} href={localPath(language, AT)} t={t} />;
        return c.var.page({ title: t.takenBackTitle, body, crumbs, isIndexed: false }, 404);
      }
      const published = {
        origin: origin(c.req.url),
        versions: await listVersions(database, id),
        reuses: presentReuses(language, await listReusesOf(database, id)),
        living: presentLiving(language, await findLivingOf(database, id), clock()),
        effects: (await listEffectsOf(database, id)).map(({ line, path, toldAt }) => ({
          text: `${line} (${formatDate(language, toldAt)})`,
          href: localPath(language, path),
        })),
      };
      const view = presentEntry({ language, t }, entry, { places, now: clock(), published });
      return c.var.page({
        title: view.title,
        body: (
          <>
            {await mergePointer(language, database, id)}
            <EntryPage view={view} t={t} />
          </>
        ),
        crumbs,
        canonical: localPath(language, entryPath(id)),
        isIndexed: !entry.demonstration,
      });
    });
  return pages;
};

const exportPages = ({ database, clock, origin }: KnowledgeSetting) => {
  const pages = new Hono<KnowledgeEnvironment>();
  const entriesFor = async (url: string) => {
    const address = (id: string) => origin(url) + entryPath(id);
    return (await listPublicEntries(database)).map((entry) => entryJson(entry, { now: clock(), address }));
  };
  const asFile = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` });
  pages.get(`${EXPORT}.json`, async (c) => c.json({ entries: await entriesFor(c.req.url) }));
  pages.get(`${EXPORT}.csv`, async (c) =>
    c.body(entriesCsv(await entriesFor(c.req.url)), 200, {
      'content-type': 'text/csv; charset=utf-8',
      ...asFile('allmende-bibliothek.csv'),
    }),
  );
  pages.get(`${EXPORT}.zip`, async (c) => {
    const { outputStream } = entriesZip(await entriesFor(c.req.url));
    const body = Readable.toWeb(outputStream as Readable) as ReadableStream;
    return c.body(body, 200, { 'content-type': 'application/zip', ...asFile('allmende-bibliothek.zip') });
  });
  return pages;
};

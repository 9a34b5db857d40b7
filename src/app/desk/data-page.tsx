import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Hono, type Context as HonoContext } from 'hono';
import { formatDay, formatNumber } from '../../foundation/i18n/format.ts';
import { localPath } from '../../foundation/i18n/language.ts';
import type { Jobs } from '../../foundation/jobs/jobs.ts';
import { deskPath, permit, recordAct } from '../../modules/accounts/index.ts';
import type { Platform } from '../platform.ts';
import { findArchive } from '../town-data/archive-folder.ts';
import { TOWN_ARCHIVE } from '../town-data/archive-work.ts';
import { DataPage, type TownDataView } from '../web/desk/DataPage.tsx';
import { deskMessages } from '../web/desk/messages.ts';
import type { DeskEnvironment } from './enter-desk.tsx';

type Setting = { platform: Platform; folder: string; jobs: Pick<Jobs, 'ask' | 'listRuns'> };
type Page = HonoContext<DeskEnvironment>;

const AT = '/daten';
const MOST_RUNS_LOOKED_AT = 20;
const MEGABYTE = 1_000_000;

/** Whether an archive is being made, or the last one failed. */
const stateOf = async ({ jobs }: Setting, ars: string): Promise<TownDataView['state']> => {
  const runs = await jobs.listRuns({ ars }, MOST_RUNS_LOOKED_AT);
  const last = runs.find(({ name }) => name === TOWN_ARCHIVE);
  if (!last || last.state === 'done') return 'none';
  return last.state === 'failed' ? 'failed' : 'making';
};

const viewOf = async (c: Page, setting: Setting): Promise<TownDataView> => {
  const { acting, language } = c.var;
  const t = deskMessages(language);
  const { ars, name } = acting.organisation;
  const found = await findArchive(setting.folder, ars);
  const here = localPath(language, deskPath(acting, AT));
  const size = t.data.megabytes(formatNumber(language, Math.ceil((found?.bytes ?? 0) / MEGABYTE)));
  return {
    name,
    action: here,
    here,
    state: await stateOf(setting, ars),
    archive: found && {
      text: t.data.ready(formatDay(language, found.madeAt, setting.platform.clock()), size),
      href: `${here}/archiv.zip`,
    },
  };
};

/** A town leaves at any time, with everything. Only its own unit of the register takes the town along, no club in it. */
export const dataPage = (setting: Setting) => {
  const pages = new Hono<DeskEnvironment>();
  const { platform, folder, jobs } = setting;
  const at = `/rathaus/:organisation${AT}`;

  pages.use(`${at}/*`, (c, next) => {
    const { organisation } = c.var.acting;
    return organisation.id === organisation.ars ? next() : Promise.resolve(c.notFound());
  });

  pages.get(at, permit('take-data'), async (c) => {
    const t = deskMessages(c.var.language);
    return c.var.page({ title: t.data.title, body: <DataPage view={await viewOf(c, setting)} t={t} /> });
  });

  pages.post(at, permit('take-data'), async (c) => {
    const { acting, language } = c.var;
    const { ars, id } = acting.organisation;
    await jobs.ask(TOWN_ARCHIVE, { ars });
    await recordAct(platform, acting, { act: 'make-archive', record: { type: 'organisation', id } });
    return c.redirect(localPath(language, deskPath(acting, AT)), 303);
  });

  pages.get(`${at}/archiv.zip`, permit('take-data'), async (c) => {
    const { acting } = c.var;
    const { ars, id } = acting.organisation;
    const found = await findArchive(folder, ars);
    if (!found) return c.notFound();
    await recordAct(platform, acting, { act: 'load-archive', record: { type: 'organisation', id } });
    return c.body(Readable.toWeb(createReadStream(found.file)) as ReadableStream, 200, {
      'content-type': 'application/zip',
      'content-length': String(found.bytes),
      'content-disposition': `attachment; filename="allmende-${ars}.zip"`,
    });
  });

  return pages;
};

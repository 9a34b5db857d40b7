import { Hono, type Context as HonoContext } from 'hono';
import { textsIn } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { pictureIn } from '../../../../foundation/picture/picture-in.ts';
import { withPlace } from '../../../../foundation/ui/page.ts';
import { guardWriter, hashOf, visitorOf } from '../../../accounts/index.ts';
import type { ParticipationEnvironment, ParticipationSetting } from '../../setting.ts';
import {
  participationMessages,
  ReportPage,
  ReportsPage,
  type ReportsView,
  StartPage,
  WherePage,
} from '../../web/index.ts';
import { type MoveRefusal, reopenReport } from '../move-report.ts';
import { isShown, mayReopen, type Report } from '../report.ts';
import {
  addSupporter,
  findPicture,
  findReport,
  findReportBySecret,
  listPictures,
  listReports,
  listRoutes,
  listSteps,
} from '../report-store.ts';
import { lineOf, reportView } from './present-report.ts';
import { reportPaths } from './reports-paths.ts';

type Page = HonoContext<ParticipationEnvironment>;

const MOST_LISTED = 200;
const SECRET = '[\\w-]{43}';

const answerList = async (c: Page, { database }: ParticipationSetting): Promise<Response> => {
  const { here, language } = c.var;
  const t = participationMessages(language);
  const title = t.reports.listTitle;
  if (!here) {
    const body = <WherePage title={title} action={localPath(language, reportPaths.list)} t={t} />;
    return c.var.page({ title, body });
  }
  const reports = await listReports(database, { ars: here.ars, isPublic: true, most: MOST_LISTED });
  const view: ReportsView = {
    place: here.label,
    counted: t.reports.counted(formatNumber(language, reports.length)),
    make: withPlace(here, localPath(language, reportPaths.make)),
    reports: reports.map((one) => lineOf({ language, t }, one)),
  };
  return c.var.page({ title, body: <ReportsPage view={view} t={t} /> });
};

/** One report for everybody, or whole for who holds its link. */
const show = async (
  c: Page,
  { database, clock }: ParticipationSetting,
  report: Report,
  own?: { secret: string; refused?: MoveRefusal | 'picture' },
): Promise<Response> => {
  const { language } = c.var;
  const t = participationMessages(language);
  const key = { ars: report.ars, id: report.id };
  const base = localPath(language, own ? reportPaths.own(own.secret) : reportPaths.one(report.id));
  const pictures = (await listPictures(database, key)).map(({ id, by }) => ({
    href: `${base}/bild/${id}`,
    alt: t.reports.pictureBy[by],
  }));
  const view = {
    ...reportView({ language, t }, report, {
      steps: await listSteps(database, key),
      office: (await listRoutes(database, report.ars)).get(report.category),
      pictures,
      isWhole: own !== undefined,
    }),
    done: own && c.req.query('erledigt') === 'gemeldet' ? t.reports.thanks : undefined,
    refusal: own?.refused && t.reports.refused[own.refused],
    keep: own !== undefined,
    support: !own && report.closedAt === null ? `${base}/auch` : undefined,
    reopen: own && mayReopen(report, clock()) ? base : undefined,
  };
  const title = `${t.reports.categories[report.category]}: ${t.reports.states[report.state]}`;
  return c.var.page(
    { title, body: <ReportPage view={view} t={t} />, isIndexed: false },
    own?.refused ? 422 : 200,
  );
};

const picture = (c: Page, content: Uint8Array | undefined): Response | Promise<Response> =>
  content
    ? c.body(new Uint8Array(content), 200, { 'content-type': 'image/jpeg', 'cache-control': 'no-store' })
    : c.notFound();

const publicOne = async (c: Page, { database }: ParticipationSetting): Promise<Report | undefined> => {
  const report = await findReport(database, c.req.param('report') ?? '');
  return report?.state === 'declined' ? undefined : report;
};
const ownOne = (c: Page, { database }: ParticipationSetting): Promise<Report | undefined> =>
  findReportBySecret(database, hashOf(c.req.param('secret') ?? ''));

const reopen = async (c: Page, setting: ParticipationSetting): Promise<Response> => {
  const secret = c.req.param('secret') ?? '';
  const report = await ownOne(c, setting);
  if (!report) return c.notFound();
  const body = await c.req.parseBody();
  const photo = await pictureIn(body.foto);
  if (photo === 'refused') return show(c, setting, report, { secret, refused: 'picture' });
  const done = await reopenReport(setting, secret, textsIn(body), photo);
  return 'refused' in done
    ? show(c, setting, report, { secret, refused: done.refused })
    : c.redirect(localPath(c.var.language, reportPaths.own(secret)), 303);
};

/** The ways to take part, all reports of a town, and each of them. */
export const reportPages = (setting: ParticipationSetting) => {
  const pages = new Hono<ParticipationEnvironment>();
  const one = `${reportPaths.list}/:report{${UUID}}`;
  const own = reportPaths.own(`:secret{${SECRET}}`);
  pages.get(reportPaths.start, (c) => {
    const { here, language } = c.var;
    const t = participationMessages(language);
    const at = (path: string) =>
      here ? withPlace(here, localPath(language, path)) : localPath(language, path);
    const ways = [
      { title: t.reports.makeTitle, href: at(reportPaths.make), note: t.reports.makeNote },
      { title: t.reports.listTitle, href: at(reportPaths.list), note: t.reports.listNote },
      { title: t.surveys.title, href: at('/mitmachen/umfragen'), note: t.surveys.note },
      ...setting.ways(language, here?.parameters),
    ];
    return c.var.page({ title: t.title, body: <StartPage ways={ways} t={t} /> });
  });
  pages.get(reportPaths.list, (c) => answerList(c, setting));
  pages.get(one, async (c) => {
    const report = await publicOne(c, setting);
    return report ? show(c, setting, report) : c.notFound();
  });
  pages.get(`${one}/bild/:picture{${UUID}}`, async (c) => {
    const report = await publicOne(c, setting);
    if (!report || !isShown(report.state)) return c.notFound();
    return picture(c, await findPicture(setting.database, { ...report, pictureId: c.req.param('picture') }));
  });
  pages.post(`${one}/auch`, async (c) => {
    const report = await publicOne(c, setting);
    if (!report) return c.notFound();
    const guarded = await guardWriter(setting, `support ${report.id}`, visitorOf(c, setting.proxies));
    if (!guarded) await addSupporter(setting.database, report);
    return c.redirect(localPath(c.var.language, reportPaths.one(report.id)), 303);
  });
  pages.get(own, async (c) => {
    const report = await ownOne(c, setting);
    return report ? show(c, setting, report, { secret: c.req.param('secret') ?? '' }) : c.notFound();
  });
  pages.get(`${own}/bild/:picture{${UUID}}`, async (c) => {
    const report = await ownOne(c, setting);
    if (!report) return c.notFound();
    const pictureId = c.req.param('picture') ?? '';
    return picture(c, await findPicture(setting.database, { ...report, pictureId }));
  });
  pages.post(own, (c) => reopen(c, setting));
  return pages;
};

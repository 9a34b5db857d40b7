import { textsIn, typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { pictureIn } from '../../../../foundation/picture/picture-in.ts';
import { type DeskPage, deskPath, unitDeskPages } from '../../../accounts/index.ts';
import { reportCategories } from '../../contract.ts';
import type { ParticipationSetting } from '../../setting.ts';
import { participationMessages, ReportDeskPage, ReportsDeskPage } from '../../web/index.ts';
import { type MoveRefusal, moveReport } from '../move-report.ts';
import { nextStates } from '../report.ts';
import {
  findPicture,
  findReport,
  listPictures,
  listReports,
  listRoutes,
  listSteps,
} from '../report-store.ts';
import { setRoutes } from '../set-routes.ts';
import { lineOf, reportView } from './present-report.ts';

const PAGE = '/mitmachen/meldungen';
const MOST_LISTED = 300;

const at = (c: DeskPage, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `${PAGE}${path}`));
const crumbs = (c: DeskPage) => [
  {
    label: participationMessages(c.var.language).title,
    href: localPath(c.var.language, deskPath(c.var.acting, '/mitmachen')),
  },
];

const answerList = async (c: DeskPage, { database }: ParticipationSetting): Promise<Response> => {
  const { language, acting } = c.var;
  const { ars } = acting.organisation;
  const t = participationMessages(language);
  const reports = await listReports(database, { ars, isPublic: false, most: MOST_LISTED });
  const routes = await listRoutes(database, ars);
  const open = (isOpen: boolean) => reports.filter(({ closedAt }) => (closedAt === null) === isOpen);
  const lines = (isOpen: boolean) =>
    open(isOpen).map((one) => ({ ...lineOf({ language, t }, one, true), href: at(c, `/${one.id}`) }));
  const view = {
    counted: t.reports.counted(formatNumber(language, reports.length)),
    open: lines(true),
    closed: lines(false),
    routes: {
      action: at(c, '/stellen'),
      fields: reportCategories.map((category) => ({
        name: `stelle-${category}`,
        control: 'line' as const,
        label: t.reports.categories[category],
        value: routes.get(category) ?? '',
      })),
    },
  };
  return c.var.page({
    title: t.reports.listTitle,
    body: <ReportsDeskPage view={view} t={t} />,
    crumbs: crumbs(c),
  });
};

const answerOne = async (
  c: DeskPage,
  { database }: ParticipationSetting,
  refused?: MoveRefusal | 'picture',
): Promise<Response> => {
  const { language, acting } = c.var;
  const t = participationMessages(language);
  const report = await findReport(database, c.req.param('report') ?? '');
  if (!report || report.ars !== acting.organisation.ars) return c.notFound();
  const key = { ars: report.ars, id: report.id };
  const view = {
    ...reportView({ language, t }, report, {
      steps: await listSteps(database, key),
      office: (await listRoutes(database, report.ars)).get(report.category),
      pictures: (await listPictures(database, key)).map(({ id, by }) => ({
        href: at(c, `/${report.id}/bild/${id}`),
        alt: t.reports.pictureBy[by],
      })),
      isWhole: true,
    }),
    refusal: refused && t.reports.refused[refused],
    action: at(c, `/${report.id}`),
    fields: [
      {
        name: 'state',
        control: 'select' as const,
        label: t.reports.next,
        value: '',
        choices: nextStates(report.state).map((value) => ({ value, label: t.reports.states[value] })),
      },
      { name: 'note', control: 'area' as const, label: t.reports.note, hint: t.reports.noteHint, value: '' },
    ],
  };
  return c.var.page(
    {
      title: t.reports.categories[report.category],
      body: <ReportDeskPage view={view} t={t} />,
      crumbs: [...crumbs(c), { label: t.reports.listTitle, href: at(c) }],
    },
    refused ? 422 : 200,
  );
};

const move = async (c: DeskPage, setting: ParticipationSetting): Promise<Response> => {
  const id = c.req.param('report') ?? '';
  const body = await c.req.parseBody();
  const picture = await pictureIn(body.foto);
  if (picture === 'refused') return answerOne(c, setting, 'picture');
  const moved = await moveReport(setting, c.var.acting, id, textsIn(body), picture);
  if ('refused' in moved)
    return moved.refused === 'unknown' ? c.notFound() : answerOne(c, setting, moved.refused);
  return c.redirect(at(c, `/${id}`), 303);
};

/** Reports of a town, each with its next step, and who takes care of which kind. */
export const reportDeskPages = (setting: ParticipationSetting) =>
  unitDeskPages(PAGE, [
    ['GET', '', 'moderate-participation', (c) => answerList(c, setting)],
    [
      'POST',
      '/stellen',
      'moderate-participation',
      async (c) => {
        await setRoutes(setting, c.var.acting, await typedBody(c));
        return c.redirect(at(c), 303);
      },
    ],
    ['GET', `/:report{${UUID}}`, 'moderate-participation', (c) => answerOne(c, setting)],
    ['POST', `/:report{${UUID}}`, 'moderate-participation', (c) => move(c, setting)],
    [
      'GET',
      `/:report{${UUID}}/bild/:picture{${UUID}}`,
      'moderate-participation',
      async (c) => {
        const [id, pictureId] = [c.req.param('report') ?? '', c.req.param('picture') ?? ''];
        const { ars } = c.var.acting.organisation;
        const content = await findPicture(setting.database, { ars, id, pictureId });
        return content
          ? c.body(new Uint8Array(content), 200, {
              'content-type': 'image/jpeg',
              'cache-control': 'no-store',
            })
          : c.notFound();
      },
    ],
  ]);

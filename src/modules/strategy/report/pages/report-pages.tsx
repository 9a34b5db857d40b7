import type { TextDocument } from '../../../../foundation/text/text-document.ts';
import { writeDocument } from '../../../../foundation/text/write-document.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import { agendaAt, agendaDeskPages, type DeskPage } from '../../desk-of-agenda.ts';
import { openAgenda } from '../../measures/write-measure.ts';
import type { StrategySetting } from '../../setting.ts';
import { ReportPage, reportMessages, strategyMessages } from '../../web/index.ts';
import { writeReport } from '../write-report.ts';

const AT = '/bericht';
const YEAR = `${AT}/:number{[0-9]{1,4}}`;
const isYear = (year: number): boolean => year >= 2000 && year <= 2100;

const thisYear = ({ clock }: StrategySetting): number => Number(berlinDay(clock()).slice(0, 4));

const documentOf = async (c: DeskPage, setting: StrategySetting, year: number): Promise<TextDocument> => {
  const { acting, language } = c.var;
  const { ars, name } = acting.organisation;
  await openAgenda(setting, ars);
  const report = await writeReport(setting, { ars, sender: name, year, language });
  if (!report) throw new Error('The agenda was deleted at the same moment.');
  return report;
};

const answerYear = async (c: DeskPage, setting: StrategySetting, year: number): Promise<Response> => {
  if (!isYear(year)) return c.notFound();
  const { language } = c.var;
  const t = reportMessages(language);
  const content = await documentOf(c, setting, year);
  const last = thisYear(setting);
  const view = {
    title: content.title,
    content,
    links: [
      { label: t.pdf, href: agendaAt(c, `${AT}/${year}/pdf`) },
      ...[last, last - 1, last - 2]
        .filter((one) => one !== year)
        .map((one) => ({ label: t.year(String(one)), href: agendaAt(c, `${AT}/${one}`) })),
    ],
  };
  return c.var.page({
    title: view.title,
    body: <ReportPage view={view} t={t} />,
    crumbs: [{ label: strategyMessages(language).title, href: agendaAt(c) }],
  });
};

const answerPdf = async (c: DeskPage, setting: StrategySetting): Promise<Response> => {
  const year = Number(c.req.param('number'));
  if (!isYear(year)) return c.notFound();
  return c.body(new Uint8Array(writeDocument(await documentOf(c, setting, year))), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="agenda-bericht-${year}.pdf"`,
  });
};

/** The yearly report at the desk of the agenda, as page and PDF. */
export const reportPages = (setting: StrategySetting) =>
  agendaDeskPages(setting, [
    ['GET', AT, 'edit-agenda', (c) => answerYear(c, setting, thisYear(setting))],
    ['GET', YEAR, 'edit-agenda', (c) => answerYear(c, setting, Number(c.req.param('number')))],
    ['GET', `${YEAR}/pdf`, 'edit-agenda', (c) => answerPdf(c, setting)],
  ]);

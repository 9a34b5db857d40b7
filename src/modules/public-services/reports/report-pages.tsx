import { Hono } from 'hono';
import type { Context } from '../../../foundation/database/context.ts';
import { formatDate } from '../../../foundation/i18n/format.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { type DeskEnvironment, deskPath, permit } from '../../accounts/index.ts';
import { listFindings, nameKeys } from '../self-test/coverage-store.ts';
import { ReportsPage, reportMessages, serviceMessages } from '../web/index.ts';
import { listOpenReports } from './report-store.ts';
import { settleReport } from './settle-report.ts';

const AT = '/zustaendigkeiten';
const MOST_SHOWN = 100;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What people reported of the offices of a unit, and what the self-test found there. */
export const reportPages = (context: Context) => {
  const pages = new Hono<DeskEnvironment>();
  const at = `/rathaus/:organisation${AT}`;

  pages.get(at, permit('moderate-suggestions'), async (c) => {
    const { acting, language } = c.var;
    const { ars, id } = acting.organisation;
    if (ars !== id) return c.notFound();
    const t = reportMessages(language);
    const { kinds } = serviceMessages(language).coverage;
    const reports = await listOpenReports(context.database, ars, MOST_SHOWN);
    const findings = (await listFindings(context.database, [ars])).slice(0, MOST_SHOWN);
    const names = await nameKeys(context.database, [...new Set(findings.map((one) => one.service_key))]);
    const local = (path: string) => localPath(language, path);
    const view = {
      isDone: c.req.query('erledigt') !== undefined,
      action: local(deskPath(acting, AT)),
      reports: reports.map((report) => ({
        id: report.id,
        service: report.service ?? t.gone,
        href: local(`/leistungen/${report.service_id}?ort=${ars}`),
        office: report.office ?? t.noOffice,
        place: report.place,
        message: report.message,
        date: formatDate(language, report.reported_at),
      })),
      findings: findings.map(({ service_key: key, kind }) => ({
        key: `${key} ${kind}`,
        text: `${names.get(key) ?? key}: ${kinds[kind]}`,
      })),
      coverage: local(`/leistungen/abdeckung?ort=${ars}`),
    };
    return c.var.page({ title: t.title, body: <ReportsPage view={view} t={t} />, isIndexed: false });
  });

  pages.post(at, permit('moderate-suggestions'), async (c) => {
    const { acting, language } = c.var;
    const { meldung } = await c.req.parseBody();
    if (typeof meldung !== 'string' || !ID.test(meldung)) return c.notFound();
    const result = await settleReport(context, acting, { id: meldung });
    if ('refused' in result) return c.notFound();
    return c.redirect(`${localPath(language, deskPath(acting, AT))}?erledigt=1`, 303);
  });
  return pages;
};

import { Hono, type Context as HonoContext } from 'hono';
import { textsIn } from '../../../../foundation/http/typed-body.ts';
import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { pictureIn } from '../../../../foundation/picture/picture-in.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { guardWriter, visitorOf } from '../../../accounts/index.ts';
import { reportCategories } from '../../contract.ts';
import type { ParticipationEnvironment, ParticipationSetting } from '../../setting.ts';
import { MakeReportPage, type MakeReportView, participationMessages, WherePage } from '../../web/index.ts';
import { makeReport, type ReportFaults, readReport } from '../make-report.ts';
import type { Report } from '../report.ts';
import { lineOf } from './present-report.ts';
import { reportPaths } from './reports-paths.ts';

type Page = HonoContext<ParticipationEnvironment>;
type Wrong = {
  faults?: ReportFaults;
  near?: (Report & { metres: number })[];
  refusal?: 'picture' | 'too-many' | 'too-many-attempts';
};

const fieldsOf = (c: Page, typed: Record<string, string>, faults: ReportFaults): FieldView[] => {
  const t = participationMessages(c.var.language).reports;
  const line = (name: 'address' | 'lat' | 'lon', label: string, hint?: string): FieldView => ({
    name,
    control: 'line',
    label,
    hint,
    value: typed[name] ?? '',
    error: name !== 'lon' && faults[name] ? t.faults[faults[name]] : undefined,
    ...(name !== 'address' && { inputMode: 'decimal' as const }),
  });
  return [
    {
      name: 'category',
      control: 'radios',
      label: t.category,
      value: typed.category ?? '',
      error: faults.category && t.faults[faults.category],
      choices: reportCategories.map((value) => ({ value, label: t.categories[value] })),
    },
    {
      name: 'text',
      control: 'area',
      label: t.text,
      hint: t.textHint,
      value: typed.text ?? '',
      error: faults.text && t.faults[faults.text],
    },
    line('address', t.address, t.addressHint),
    line('lat', t.lat, t.latHint),
    line('lon', t.lon),
  ];
};

const answer = (
  c: Page,
  setting: ParticipationSetting,
  typed: Record<string, string>,
  wrong: Wrong = {},
): Response | Promise<Response> => {
  const { language, here } = c.var;
  const t = participationMessages(language);
  const words = { language, t };
  const centre = here?.point;
  const view: MakeReportView = {
    action: localPath(language, reportPaths.make),
    fields: fieldsOf(
      c,
      { ...(centre && { lat: String(centre.lat), lon: String(centre.lon) }), ...typed },
      wrong.faults ?? {},
    ),
    draw: centre && { ...centre, tiles: setting.mapTiles, ...t.reports.draw },
    refusal: wrong.refusal && t.reports.refused[wrong.refusal],
    near: wrong.near?.map((one) => ({
      ...lineOf(words, one),
      metres: t.reports.metres(formatNumber(language, Math.round(one.metres))),
      support: localPath(language, `${reportPaths.one(one.id)}/auch`),
    })),
  };
  const status = wrong.refusal === 'too-many-attempts' ? 429 : Object.keys(wrong).length > 0 ? 422 : 200;
  return c.var.page(
    { title: t.reports.makeTitle, body: <MakeReportPage view={view} t={t} />, isIndexed: false },
    status,
  );
};

const make = async (c: Page, setting: ParticipationSetting): Promise<Response> => {
  const { language } = c.var;
  const body = await c.req.parseBody();
  const typed = textsIn(body);
  const read = readReport(typed, setting.places);
  if ('faults' in read) return answer(c, setting, typed, read);
  const picture = await pictureIn(body.foto);
  if (picture === 'refused') return answer(c, setting, typed, { refusal: 'picture' });
  const guarded = await guardWriter(setting, 'report', visitorOf(c, setting.proxies));
  if (guarded) return answer(c, setting, typed, { refusal: guarded.refused });
  const isNew = typed.neu === 'ja';
  const made = await makeReport(setting, { told: read.told, picture, way: 'page', isNew });
  if ('near' in made) return answer(c, setting, typed, made);
  if ('refused' in made) return answer(c, setting, typed, { refusal: made.refused });
  return c.redirect(`${localPath(language, reportPaths.own(made.secret))}?erledigt=gemeldet`, 303);
};

/** What is broken or missing: told without an account, with a place and a picture. */
export const makePages = (setting: ParticipationSetting) => {
  const pages = new Hono<ParticipationEnvironment>();
  pages.get(reportPaths.make, (c) => {
    const { here, language } = c.var;
    if (here) return answer(c, setting, {});
    const t = participationMessages(language);
    const body = (
      <WherePage title={t.reports.makeTitle} action={localPath(language, reportPaths.make)} t={t} />
    );
    return c.var.page({ title: t.reports.makeTitle, body });
  });
  pages.post(reportPaths.make, (c) => make(c, setting));
  return pages;
};

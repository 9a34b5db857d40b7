import { Hono, type Context as HonoContext } from 'hono';
import { formatNumber } from '../../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../../foundation/i18n/language.ts';
import { canonicalJson } from '../../../../../foundation/text/canonical-hash.ts';
import { berlinDay } from '../../../../../foundation/time/zone.ts';
import type { ParkingEnvironment, ParkingSetting } from '../../../setting.ts';
import { FEWEST } from '../../../town/figures.ts';
import { pilotMessages, ReportPage, type ReportView } from '../../../web/index.ts';
import { listUploads, sumDrives } from '../drive-store.ts';
import { isOver, resultDay } from '../plan.ts';
import { findPlan, type StoredPlan } from '../plan-store.ts';
import { reportOf } from '../report.ts';
import { dayText, planFacts, presentPower } from './present-plan.ts';
import { presentReport } from './present-report.ts';

type Page = HonoContext<ParkingEnvironment>;

const HASH_DIGITS = 8;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Shuffling begins where nobody chose it: at the hash of the plan. */
const seedOf = (hash: string): number => Number.parseInt(hash.slice(0, HASH_DIGITS), 16);

const resultOf = async (
  c: Page,
  { database, clock }: ParkingSetting,
  stored: StoredPlan,
): Promise<Pick<ReportView, 'soFar' | 'result' | 'withdrawn'>> => {
  const { language } = c.var;
  const t = pilotMessages(language);
  const number = (value: number) => formatNumber(language, value);
  const rows = await sumDrives(database, stored);
  const drives = rows.reduce((sum, row) => sum + row.drives, 0);
  const withdrawn = (await listUploads(database, stored)).filter(({ withdrawn_at }) => withdrawn_at).length;
  const days = rows.map((row) => ({ ...row, isPilot: row.is_pilot }));
  const isShown = isOver(stored.plan, berlinDay(clock()));
  return {
    soFar: isShown
      ? undefined
      : t.report.soFar(
          drives < FEWEST ? t.report.few : number(drives),
          dayText(language, resultDay(stored.plan)),
        ),
    result: isShown
      ? presentReport({ language, t }, reportOf(stored.plan, days, seedOf(stored.plan_hash ?? '0')))
      : undefined,
    withdrawn: withdrawn === 0 ? undefined : t.report.withdrawnFiles(number(withdrawn)),
  };
};

const AT = '/parken/wirkung/:ars{[0-9]{12}}/:plan{[0-9a-f-]{36}}';

const frozenAt = async (c: Page, { database }: ParkingSetting): Promise<StoredPlan | undefined> => {
  const { ars = '', plan: id = '' } = c.req.param();
  const stored = UUID.test(id) ? await findPlan(database, { ars, id }) : undefined;
  return stored?.frozen_at ? stored : undefined;
};

/** Sums by day and district, where they are of ten drives or more: enough to compute the result again. */
const daysAsCsv = async ({ database }: ParkingSetting, stored: StoredPlan): Promise<string> =>
  [
    'day;district;drives;seconds',
    ...(await sumDrives(database, stored))
      .filter(({ drives }) => drives >= FEWEST)
      .map((row) => `${row.day};${row.is_pilot ? 'pilot' : 'control'};${row.drives};${row.seconds}`),
  ].join('\r\n');

/** Plan and result of a pilot, for everybody. A draft is nobody's business. */
export const reportPages = (setting: ParkingSetting) => {
  const pages = new Hono<ParkingEnvironment>();
  // Byte for byte what the check sum was taken of.
  pages.get(`${AT}/plan.json`, async (c) => {
    const stored = await frozenAt(c, setting);
    if (!stored) return c.notFound();
    return c.body(canonicalJson(stored.plan), 200, { 'content-type': 'application/json; charset=utf-8' });
  });
  pages.get(`${AT}/tage.csv`, async (c) => {
    const stored = await frozenAt(c, setting);
    if (!stored || !isOver(stored.plan, berlinDay(setting.clock()))) return c.notFound();
    return c.body(await daysAsCsv(setting, stored), 200, { 'content-type': 'text/csv; charset=utf-8' });
  });
  pages.get(AT, async (c) => {
    const { language } = c.var;
    const t = pilotMessages(language);
    const stored = await frozenAt(c, setting);
    if (!stored) return c.notFound();
    const title = t.report.title(stored.plan.name);
    const canonical = localPath(language, `/parken/wirkung/${stored.ars}/${stored.id}`);
    const view: ReportView = {
      title,
      isDemonstration: stored.demonstration,
      facts: planFacts({ language, t }, stored),
      power: presentPower({ language, t }, stored),
      ...(await resultOf(c, setting, stored)),
      files: [
        { href: `${canonical}/plan.json`, label: t.report.planFile },
        ...(isOver(stored.plan, berlinDay(setting.clock()))
          ? [{ href: `${canonical}/tage.csv`, label: t.report.daysFile }]
          : []),
      ],
    };
    return c.var.page({ title, body: <ReportPage view={view} t={t} />, canonical });
  });
  return pages;
};

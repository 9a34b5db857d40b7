import { Hono } from 'hono';
import { formatDate, formatNumber } from '../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import type { Message } from '../../../foundation/i18n/message.ts';
import { addDays, berlinDay, type Day } from '../../../foundation/time/zone.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { displayName } from '../../municipalities/index.ts';
import type { ServicePageSetting, ServicePageVariables } from '../pages/setting.ts';
import {
  type MetricsMessages,
  MetricsPage,
  type MetricsView,
  metricsMessages,
  serviceMessages,
} from '../web/index.ts';
import { FEWEST_CASES, type FormFigures, figuresPerForm } from './form-figures.ts';
import { listLookUps, type ServiceFigures } from './service-use-store.ts';
import { listFormTitles, listTownsWithForms, listUse } from './use-store.ts';

const PATH = '/leistungen/kennzahlen';
const PERIOD_DAYS = 365;
const MOST_SERVICES = 50;
const MOST_IN_FILE = 5_000;

type TownFigures = { titles: Map<string, Message>; figures: FormFigures[] };

const since = ({ clock }: Pick<ServicePageSetting, 'clock'>): Day =>
  addDays(berlinDay(clock()), -PERIOD_DAYS);

const figuresOfTown = async (setting: ServicePageSetting, ars: string): Promise<TownFigures> => {
  const titles = await listFormTitles(setting.database, ars);
  const counts = await listUse(setting.database, ars, since(setting));
  return { titles, figures: figuresPerForm([...titles.keys()], counts) };
};

const factsOf = (figures: FormFigures, language: Language, t: MetricsMessages) => {
  const number = (value: number, digits = 0) => formatNumber(language, Number(value.toFixed(digits)));
  const { completionRate, medianDays, satisfaction, rated } = figures;
  const counted = (['visited', 'started', 'completed', 'withdrawn', 'decided'] as const).map((key) => ({
    label: t.figures[key],
    value: number(figures[key]),
  }));
  const rate = completionRate === undefined ? t.few : t.percent(number(completionRate * 100));
  const days = medianDays === undefined ? t.few : t.days(number(medianDays));
  const mean = satisfaction === undefined ? t.few : t.marks(number(satisfaction, 1), number(rated));
  return [
    ...counted,
    { label: t.figures.rate, value: rate },
    { label: t.figures.days, value: days },
    { label: t.figures.satisfaction, value: mean },
  ];
};

const HEADINGS =
  'formular,aufgerufen,begonnen,gesendet,zurueckgezogen,entschieden,abschlussquote,median_tage,zufriedenheit,noten';

/** RFC 4180. What cannot be said is empty; nothing here needs quotes: ids are letters, digits and hyphens. */
const csvOf = (all: FormFigures[]): string =>
  [
    HEADINGS,
    ...all.map((one) =>
      [
        one.formId,
        one.visited,
        one.started,
        one.completed,
        one.withdrawn,
        one.decided,
        one.completionRate?.toFixed(3),
        one.medianDays,
        one.satisfaction?.toFixed(2),
        one.rated,
      ].join(','),
    ),
    '',
  ].join('\r\n');

/** Names are foreign text: quoted, and never read as a formula by a spreadsheet. */
const quoted = (text: string): string => `"${text.replace(/^'*[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

const lookUpsCsv = (lookUps: ServiceFigures[]): string =>
  [
    'leistung,name,aufgerufen,mit_stelle',
    ...lookUps.map(({ id, name, visited, answered }) => [id, quoted(name), visited, answered].join(',')),
    '',
  ].join('\r\n');

/** What DIN SPEC 66336 asks of every online service, for everybody to read. */
export const metricsPages = (setting: ServicePageSetting): Hono<{ Variables: ServicePageVariables }> => {
  const pages = new Hono<{ Variables: ServicePageVariables }>();

  const townsOf = async (language: Language): Promise<MetricsView> => ({
    kind: 'choice',
    towns: (await listTownsWithForms(setting.database)).flatMap((ars) => {
      const unit = setting.places.get(ars);
      return unit ? { href: `${localPath(language, PATH)}?ort=${ars}`, label: displayName(unit) } : [];
    }),
  });

  pages.get(PATH, async (c) => {
    const { here, language } = c.var;
    const t = metricsMessages(language);
    const crumbs = [
      {
        label: serviceMessages(language).services,
        href: withPlace(here, localPath(language, '/leistungen')),
      },
    ];
    const canonical = localPath(language, PATH);
    if (!here) {
      const body = <MetricsPage view={await townsOf(language)} t={t} />;
      return c.var.page({ title: t.title, body, crumbs, canonical });
    }
    const { titles, figures } = await figuresOfTown(setting, here.ars);
    const view: MetricsView = {
      kind: 'figures',
      heading: t.titleIn(here.label),
      source: t.source(formatDate(language, setting.clock())),
      explain: t.explain(formatNumber(language, FEWEST_CASES)),
      csv: withPlace(here, localPath(language, `${PATH}.csv`)),
      forms: figures.map((one) => ({
        id: one.formId,
        title: titles.get(one.formId)?.[language] ?? one.formId,
        facts: factsOf(one, language, t),
      })),
      services: (await listLookUps(setting.database, here.ars, since(setting), MOST_SERVICES)).map((one) => ({
        id: one.id,
        name: one.name,
        href: withPlace(here, localPath(language, `/leistungen/${one.id}`)),
        visited: formatNumber(language, one.visited),
        answered: formatNumber(language, one.answered),
      })),
      servicesCsv: withPlace(here, localPath(language, `${PATH}/leistungen.csv`)),
    };
    return c.var.page({ title: view.heading, body: <MetricsPage view={view} t={t} />, crumbs, canonical });
  });

  pages.get(`${PATH}.csv`, async (c) => {
    const { here } = c.var;
    if (!here) return c.notFound();
    const { figures } = await figuresOfTown(setting, here.ars);
    return c.body(csvOf(figures), 200, { 'content-type': 'text/csv; charset=utf-8; header=present' });
  });

  pages.get(`${PATH}/leistungen.csv`, async (c) => {
    const { here } = c.var;
    if (!here) return c.notFound();
    const lookUps = await listLookUps(setting.database, here.ars, since(setting), MOST_IN_FILE);
    return c.body(lookUpsCsv(lookUps), 200, { 'content-type': 'text/csv; charset=utf-8; header=present' });
  });

  return pages;
};

import { Hono, type Context as HonoContext } from 'hono';
import * as v from 'valibot';
import { problem } from '../../../../foundation/http/problem.ts';
import { textsIn } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import type { Message } from '../../../../foundation/i18n/message.ts';
import { writeXml, xml } from '../../../../foundation/text/write-xml.ts';
import { guardWriter, visitorOf } from '../../../accounts/index.ts';
import { reportCategories } from '../../contract.ts';
import type { ParticipationSetting } from '../../setting.ts';
import { participationMessages } from '../../web/index.ts';
import { makeReport, readReport } from '../make-report.ts';
import { reportPaths } from '../pages/reports-paths.ts';
import { isShown, type Report } from '../report.ts';
import { listPictures, listReports, listRoutes, listSteps } from '../report-store.ts';
import { requestTold, servicesTold, type Told, told } from './present.ts';

type Format = 'json' | 'xml';
type Open311Setting = ParticipationSetting & { origin: (requestUrl: string) => string };

const MOST = 1000;
const USUAL = 50;
/** GeoReport v2: where nothing is asked for, the last 90 days, and never more. */
const DAYS = 90;
const DAY = 86_400_000;

const t = participationMessages('de');

const number = (most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number), v.minValue(1), v.maxValue(most));
const moment = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => new Date(text)),
);

const AskedSchema = v.strictObject({
  jurisdiction_id: v.optional(v.pipe(v.string(), v.regex(/^\d{8}(\d{4})?$/))),
  service_request_id: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',')),
      v.array(v.pipe(v.string(), v.uuid())),
    ),
  ),
  service_code: v.optional(v.picklist(reportCategories)),
  start_date: v.optional(moment),
  end_date: v.optional(moment),
  status: v.optional(v.picklist(['open', 'closed'])),
  page: v.optional(number(10_000)),
  page_size: v.optional(number(MOST)),
  extensions: v.optional(v.string()),
});

const answer = (c: HonoContext, format: Format, content: Told, status: 200 | 201 = 200): Response =>
  format === 'json'
    ? c.json(content.records, status)
    : c.body(writeXml(told(content)), status, { 'content-type': 'text/xml; charset=utf-8' });

/** GeoReport v2 has its own form of a fault, as a list in the format that was asked for. */
const fault = (c: HonoContext, format: Format, status: 400 | 404 | 429, { de, en }: Message): Response => {
  const description = `${de} / ${en}`;
  return format === 'json'
    ? c.json([{ code: status, description }], status)
    : c.body(
        writeXml(
          xml('errors', [xml('error', [xml('code', String(status)), xml('description', description)])]),
        ),
        status,
        {
          'content-type': 'text/xml; charset=utf-8',
        },
      );
};

const UNKNOWN = { de: 'Das gibt es hier nicht.', en: 'There is no such thing here.' };

const tell = async (c: HonoContext, setting: Open311Setting, reports: readonly Report[]): Promise<Told> => {
  const { database } = setting;
  const routes = new Map<string, Awaited<ReturnType<typeof listRoutes>>>();
  for (const { ars } of reports) if (!routes.has(ars)) routes.set(ars, await listRoutes(database, ars));
  const records: Told['records'] = [];
  for (const report of reports) {
    const steps = isShown(report.state) ? await listSteps(database, report) : [];
    const [picture] = isShown(report.state) ? await listPictures(database, report) : [];
    const at = `${setting.origin(c.req.url)}${reportPaths.one(report.id)}/bild/${picture?.id}`;
    records.push(
      requestTold(report, {
        t,
        office: routes.get(report.ars)?.get(report.category),
        note: steps.filter(({ by }) => by === 'town').at(-1)?.note ?? '',
        media: picture && at,
      }),
    );
  }
  return { root: 'service_requests', item: 'request', records };
};

const list = async (c: HonoContext, setting: Open311Setting, format: Format): Promise<Response> => {
  const asked = v.safeParse(AskedSchema, c.req.query());
  if (!asked.success) {
    const names = asked.issues.map(({ path }) => String(path?.[0]?.key)).join(', ');
    return fault(c, format, 400, { de: `Prüfen Sie: ${names}`, en: `Please check: ${names}` });
  }
  const { jurisdiction_id: key, service_request_id: ids, start_date: from, end_date: to } = asked.output;
  const { service_code: category, status: state, page = 1, page_size: most = USUAL } = asked.output;
  const until = to ?? setting.clock();
  const reports = await listReports(setting.database, {
    ars: key && arsOf(setting, key),
    ids,
    category,
    state,
    from: ids ? undefined : (from ?? new Date(until.getTime() - DAYS * DAY)),
    to: ids ? undefined : until,
    isPublic: true,
    most,
    offset: (page - 1) * most,
  });
  return answer(c, format, await tell(c, setting, reports));
};

/** A key of eight digits is that of a municipality; of twelve, with its association. */
const arsOf = ({ places }: Open311Setting, key: string): string => {
  const found = places.byAgs(key);
  return found.kind === 'current' ? found.municipality.ars : key;
};

const one = async (
  c: HonoContext,
  setting: Open311Setting,
  format: Format,
  id: string,
): Promise<Response> => {
  const reports = await listReports(setting.database, { ids: [id], isPublic: true, most: 1 });
  if (reports.length === 0) return fault(c, format, 404, UNKNOWN);
  return answer(c, format, await tell(c, setting, reports));
};

const make = async (c: HonoContext, setting: Open311Setting, format: Format): Promise<Response> => {
  const {
    service_code: category = '',
    description: text = '',
    address_string: address = '',
    lat = '',
    long: lon = '',
  } = textsIn(await c.req.parseBody());
  const read = readReport({ category, text, address, lat, lon }, setting.places);
  if ('faults' in read) {
    const en = participationMessages('en').reports.faults;
    const faults = Object.values(read.faults);
    return fault(c, format, 400, {
      de: faults.map((name) => t.reports.faults[name]).join(' '),
      en: faults.map((name) => en[name]).join(' '),
    });
  }
  const guarded = await guardWriter(setting, 'report', visitorOf(c, setting.proxies));
  if (guarded)
    return fault(c, format, 429, { de: t.reports.refused['too-many-attempts'], en: 'Too many reports.' });
  // A machine has nobody to ask whether it is the same: the town sees both on the map.
  const made = await makeReport(setting, { told: read.told, way: 'open311', isNew: true });
  if (!('id' in made))
    return fault(c, format, 429, { de: t.reports.refused['too-many'], en: 'Too many reports wait.' });
  return answer(
    c,
    format,
    {
      root: 'service_requests',
      item: 'request',
      records: [
        {
          service_request_id: made.id,
          service_notice: `${setting.origin(c.req.url)}${reportPaths.own(made.secret)}`,
          account_id: '',
        },
      ],
    },
    201,
  );
};

const discovery = (c: HonoContext, setting: Open311Setting) => {
  const at = setting.origin(c.req.url);
  return {
    changeset: '2026-11-24T00:00:00Z',
    contact: `${at}/impressum`,
    key_service: 'Ein Schlüssel ist nicht nötig / no key is needed.',
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${at}/open311/v2`,
        changeset: '2026-11-24T00:00:00Z',
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  };
};

/**
 * Open311 GeoReport v2, to be mounted at /open311/v2 before the guard against forged forms: no cookie counts here.
 * Without a key: what is told is read by a person before it is shown, and a network that tells too much is slowed down.
 */
export const open311Routes = (setting: Open311Setting): Hono => {
  const routes = new Hono();
  routes.get('/discovery.json', (c) => c.json(discovery(c, setting)));
  for (const format of ['json', 'xml'] as const) {
    routes.get(`/services.${format}`, (c) => answer(c, format, servicesTold(t)));
    routes.get(`/services/:code{[a-z-]+\\.${format}}`, (c) => {
      const code = c.req.param('code').slice(0, -format.length - 1);
      const services = servicesTold(t).records.filter(({ service_code: known }) => known === code);
      return services.length === 0
        ? fault(c, format, 404, UNKNOWN)
        : answer(c, format, { root: 'services', item: 'service', records: services });
    });
    routes.get(`/requests.${format}`, (c) => list(c, setting, format));
    routes.post(`/requests.${format}`, (c) => make(c, setting, format));
    routes.get(`/requests/:id{${UUID}\\.${format}}`, (c) =>
      one(c, setting, format, c.req.param('id').slice(0, -format.length - 1)),
    );
  }
  routes.all('*', (c) => problem(c, 404, UNKNOWN));
  return routes;
};

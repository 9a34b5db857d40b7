import { Hono } from 'hono';
import * as v from 'valibot';
import { UUID } from '../../../foundation/http/uuid-in-path.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { cleanText } from '../../../foundation/text/plain-text.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { displayName } from '../../municipalities/index.ts';
import {
  findOffice,
  findService,
  listOffices,
  listServicesOf,
  type StoredService,
} from '../catalogue/catalogue-store.ts';
import { nameIn } from '../catalogue/public-service.ts';
import { countLookUp } from '../metrics/service-use-store.ts';
import { reportWrongOffice } from '../reports/report-wrong-office.ts';
import { type AuthorityAnswer, findAuthority, unitsOf } from '../responsibility/find-authority.ts';
import type { SimpleText } from '../simple/simple-text.ts';
import { OfficePage, ServicePage, serviceMessages, WrongThanksPage } from '../web/index.ts';
import { officePageLd, serviceLd } from './json-ld.ts';
import { ownForm } from './own-form.ts';
import { postcodeOf } from './postcode.ts';
import { answerView } from './present-answer.ts';
import { officeView } from './present-office.ts';
import { serviceView, sourceView } from './present-service.ts';
import type { ServiceHere, ServicePageSetting, ServicePageVariables } from './setting.ts';

const MOST_SERVICES = 100;

const SpotSchema = v.object({
  strasse: v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))), undefined),
  hausnummer: v.fallback(
    v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(10))),
    undefined,
  ),
  plz: v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.regex(/^\d{5}$/))), undefined),
});
type SpotQuery = v.InferOutput<typeof SpotSchema>;

const MessageSchema = v.pipe(v.string(), v.transform(cleanText), v.minLength(5), v.maxLength(2000));

const askFor = (
  setting: ServicePageSetting,
  service: StoredService,
  here: ServiceHere,
  { strasse: street, hausnummer: houseNumber, plz: postcode }: SpotQuery,
): Promise<AuthorityAnswer> =>
  findAuthority(setting, {
    service: { id: service.id, leikaKeys: service.facts.leikaKeys },
    place: here.isPosition ? { point: here.point } : { ars: here.ars },
    spot: {
      ...(street !== undefined && { street }),
      ...(houseNumber !== undefined && { houseNumber }),
      ...(postcode !== undefined && { postcode }),
    },
  });

const officesIn = (answer: AuthorityAnswer | undefined): string[] => {
  if (answer?.kind === 'one') return [answer.rule.authority.id];
  return answer?.kind === 'ask' ? answer.choices.map(({ authority }) => authority.id) : [];
};

type Asking = { var: ServicePageVariables; req: { url: string; query: () => Record<string, string> } };

const answerService = async (
  setting: ServicePageSetting & { simple: SimpleText[] },
  c: Asking,
  service: StoredService,
  wrong: { value: string; error?: string } = { value: '' },
) => {
  const { here, language } = c.var;
  const t = serviceMessages(language);
  const spot = v.parse(SpotSchema, { ...c.req.query(), plz: postcodeOf(c.req.query()) });
  const values = Object.fromEntries(
    Object.entries(spot).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const path = localPath(language, `/leistungen/${service.id}`);
  const answer = here && (await askFor(setting, service, here, spot));
  if (here && answer && wrong.error === undefined)
    await countLookUp(
      setting.database,
      { ars: here.ars, serviceId: service.id, told: answer.kind === 'ask-place' ? 'ask' : answer.kind },
      berlinDay(setting.clock()),
    );
  const offices = await listOffices(setting.database, officesIn(answer));
  const words = { language, t, here, now: setting.clock() };
  const unit = setting.places.get(service.ars);
  const isOwnText =
    !here ||
    service.facts.reach === 'country' ||
    unitsOf(here.ars, setting.places).some(({ ars }) => ars === service.ars);
  const { leikaKeys } = service.facts;
  const form = await ownForm(setting.database, { ars: here?.ars, leikaKeys, language });
  const described = serviceView(
    service,
    {
      answer: answer
        ? answerView(answer, offices, { path, values }, words)
        : { kind: 'no-place', action: path, hidden: [] },
      place: here?.label,
      otherUnit: isOwnText || !unit ? undefined : displayName(unit),
      wrong: { action: withPlace(here, `${path}/stelle`, values), hidden: [], ...wrong },
    },
    words,
  );
  const text = setting.simple.find(({ leikaKey }) => leikaKeys.includes(leikaKey));
  const simple = text && language === 'de' ? withPlace(here, `/leicht/leistungen/${text.slug}`) : undefined;
  const view = { ...described, ...form, simple };
  const office = answer?.kind === 'one' ? offices[0] : undefined;
  return c.var.page(
    {
      title: `${wrong.error ? `${t.wrong.errorTitle} ` : ''}${view.name}${here ? ` – ${here.label}` : ''}`,
      body: <ServicePage view={view} t={t} />,
      crumbs: [{ label: t.services, href: withPlace(here, localPath(language, '/leistungen')) }],
      canonical: path,
      jsonLd: serviceLd(service, `${setting.origin(c.req.url)}${path}`, office, here?.label),
      isIndexed: service.withdrawn_at === null,
    },
    wrong.error ? 422 : 200,
  );
};

/** @param simple texts in Leichte Sprache; a service that has one leads there. */
export const servicePages = (
  setting: ServicePageSetting & { simple: SimpleText[] },
): Hono<{ Variables: ServicePageVariables }> => {
  const pages = new Hono<{ Variables: ServicePageVariables }>();
  const { database } = setting;

  pages.get(`/leistungen/:id{${UUID}}`, async (c, next) => {
    const service = await findService(database, c.req.param('id'));
    return service ? answerService(setting, c, service) : next();
  });

  pages.post(`/leistungen/:id{${UUID}}/stelle`, async (c, next) => {
    const service = await findService(database, c.req.param('id'));
    if (!service) return next();
    const { here, language } = c.var;
    const t = serviceMessages(language);
    const { nachricht } = await c.req.parseBody();
    const message = v.safeParse(MessageSchema, nachricht);
    if (!message.success)
      return answerService(setting, c, service, { value: String(nachricht ?? ''), error: t.wrong.tooShort });
    const answer = here && (await askFor(setting, service, here, v.parse(SpotSchema, c.req.query())));
    const place = here?.label ?? '–';
    const reported = await reportWrongOffice(setting, {
      service,
      place: { label: place, ...(here && { ars: here.ars, parameters: here.parameters }) },
      message: message.output,
      subject: serviceMessages('de').wrong.noticeSubject(service.facts.name, place),
      ...(answer?.kind === 'one' && { authorityId: answer.rule.authority.id }),
    });
    if ('refused' in reported)
      return answerService(setting, c, service, { value: message.output, error: t.wrong.tooMany });
    return c.redirect(withPlace(here, localPath(language, `/leistungen/${service.id}/danke`)), 303);
  });

  pages.get(`/leistungen/:id{${UUID}}/danke`, (c) => {
    const { here, language } = c.var;
    const t = serviceMessages(language);
    const href = withPlace(here, localPath(language, `/leistungen/${c.req.param('id')}`));
    return c.var.page({
      title: t.wrong.thanksTitle,
      body: <WrongThanksPage href={href} t={t} />,
      isIndexed: false,
    });
  });

  pages.get(`/amt/:id{${UUID}}`, async (c, next) => {
    const office = await findOffice(database, c.req.param('id'));
    if (!office) return next();
    const { here, language } = c.var;
    const t = serviceMessages(language);
    const words = { language, t, here, now: setting.clock() };
    const services = await listServicesOf(database, office, MOST_SERVICES);
    const path = localPath(language, `/amt/${office.id}`);
    const view = {
      office: officeView(office, words),
      organisation: office.facts.organisation,
      isDemonstration: office.source.demonstration,
      isWithdrawn: office.withdrawn_at !== null,
      services: services.map(({ id, facts }) => ({
        href: withPlace(here, localPath(language, `/leistungen/${id}`)),
        label: nameIn(facts, language),
      })),
      source: sourceView(office, words),
    };
    return c.var.page({
      title: office.facts.name,
      body: <OfficePage view={view} t={t} />,
      crumbs: [{ label: t.services, href: withPlace(here, localPath(language, '/leistungen')) }],
      canonical: path,
      jsonLd: officePageLd(office, `${setting.origin(c.req.url)}${path}`),
    });
  });

  return pages;
};

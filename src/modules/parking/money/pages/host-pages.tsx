import { Hono } from 'hono';
import { type Typed, typedBody } from '../../../../foundation/http/typed-body.ts';
import { formatEuro } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import { displayName } from '../../../municipalities/index.ts';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import {
  documentMessages,
  HostMoneyPage,
  type HostMoneyView,
  moneyMessages,
  TaxFormPage,
} from '../../web/index.ts';
import { findDocument, listOfHost } from '../documents/document-store.ts';
import { numberText } from '../documents/money-document.ts';
import type { MoneyFaults } from '../form-reader.ts';
import { owedTo } from '../ledger/ledger-store.ts';
import { listHostsOfPerson, listYears } from '../tax/earning-store.ts';
import { findHostTax, type HostKey } from '../tax/host-tax-store.ts';
import { keepTaxFacts, openTaxFacts } from '../tax/keep-tax-facts.ts';
import { readTaxFacts, typedOf } from '../tax/read-tax-facts.ts';
import { DOCUMENT_FILE, pdfOf } from './document-pages.ts';
import { asHost, HOST_MONEY, type HostPageContext, IN_TOWN, inTownAt, toSignIn } from './host-money.ts';
import { taxGroups } from './present-tax-form.ts';
import { reportPages } from './report-pages.tsx';

const factsOf = async (
  c: HostPageContext,
  { database }: ParkingSetting,
  host: HostKey,
): Promise<HostMoneyView['towns'][number]['facts']> => {
  const t = moneyMessages(c.var.language).host.facts;
  const tax = await findHostTax(database, host);
  if (tax?.blockedAt) return { kind: 'danger', text: t.blocked };
  return tax?.completeAt ? { kind: 'success', text: t.complete } : { kind: 'warning', text: t.missing };
};

const townOf = async (
  c: HostPageContext,
  setting: ParkingSetting,
  host: HostKey,
): Promise<HostMoneyView['towns'][number]> => {
  const { language } = c.var;
  const t = moneyMessages(language).host;
  const words = documentMessages(language);
  const unit = setting.places.get(host.ars);
  return {
    key: host.ars,
    name: unit ? displayName(unit) : host.ars,
    owed: t.owed(formatEuro(language, await owedTo(setting.database, host))),
    facts: await factsOf(c, setting, host),
    give: inTownAt(c, host.ars, '/angaben'),
    documents: (await listOfHost(setting.database, host)).map((one) => ({
      href: inTownAt(c, host.ars, `/beleg/${one.id}.pdf`),
      label: t.document(
        words.title(words.kinds[one.kind], numberText(one)),
        formatEuro(language, one.grossCents),
      ),
    })),
    reports: (await listYears(setting.database, host)).map((year) => ({
      href: inTownAt(c, host.ars, `/${year}`),
      label: t.report(String(year)),
    })),
  };
};

const answerMoney = async (
  c: HostPageContext,
  setting: ParkingSetting,
  personId: string,
): Promise<Response> => {
  const { language } = c.var;
  const t = moneyMessages(language);
  const hosts = await listHostsOfPerson(setting.database, personId);
  const view: HostMoneyView = {
    isDone: c.req.query('erledigt') !== undefined,
    isTest: setting.payments?.isTest === true,
    hasProvider: setting.payments !== undefined,
    towns: await Promise.all(hosts.map((host) => townOf(c, setting, host))),
    back: localPath(language, '/parken/teilen'),
  };
  return c.var.page({ title: t.host.title, body: <HostMoneyPage view={view} t={t} />, isIndexed: false });
};

const answerForm = (
  c: HostPageContext,
  host: HostKey,
  typed: Typed,
  faults: MoneyFaults = {},
): Response | Promise<Response> => {
  const t = moneyMessages(c.var.language);
  const view = { action: inTownAt(c, host.ars, '/angaben'), groups: taxGroups(t, typed, faults) };
  const isWrong = Object.keys(faults).length > 0;
  const title = isWrong ? `${t.errorTitle} ${t.tax.title}` : t.tax.title;
  return c.var.page(
    { title, body: <TaxFormPage view={view} t={t} />, isIndexed: false },
    isWrong ? 422 : 200,
  );
};

const save = async (c: HostPageContext, setting: ParkingSetting, host: HostKey): Promise<Response> => {
  const typed = await typedBody(c);
  const read = readTaxFacts(typed, berlinDay(setting.clock()));
  if ('faults' in read) return answerForm(c, host, typed, read.faults);
  await keepTaxFacts(setting, host, read.facts);
  return c.redirect(localPath(c.var.language, `${HOST_MONEY}?erledigt=angaben`), 303);
};

/** What a host earned, what the tax office is told, and the documents of it. */
export const hostMoneyPages = (setting: ParkingSetting) => {
  const pages = new Hono<ParkingEnvironment>();
  pages.get(HOST_MONEY, (c) => {
    const { signedIn } = c.var;
    return signedIn ? answerMoney(c, setting, signedIn.personId) : toSignIn(c);
  });
  pages.get(`${IN_TOWN}/angaben`, (c) =>
    asHost(c, setting, async (host) => {
      const facts = await openTaxFacts(setting, host);
      return answerForm(c, host, facts ? typedOf(facts) : { art: 'person', ust: 'none' });
    }),
  );
  pages.post(`${IN_TOWN}/angaben`, (c) => asHost(c, setting, (host) => save(c, setting, host)));
  pages.get(`${IN_TOWN}/beleg/${DOCUMENT_FILE}`, (c) =>
    asHost(c, setting, async (host) => {
      const id = (c.req.param('document') ?? '').replace('.pdf', '');
      const document = await findDocument(setting.database, { ars: host.ars, id });
      const isOwn = document?.hostId === host.hostId && document.kind === 'creditNote';
      return isOwn ? pdfOf(setting, document) : (c.notFound() as Response);
    }),
  );
  pages.route('/', reportPages(setting));
  return pages;
};

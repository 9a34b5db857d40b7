import { Hono } from 'hono';
import { formatDate, formatEuro, formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { type Letter, writeLetter } from '../../../../foundation/text/write-letter.ts';
import { fromBerlin } from '../../../../foundation/time/zone.ts';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import { documentMessages, moneyMessages, TaxReportPage, type TaxReportView } from '../../web/index.ts';
import type { HostKey } from '../tax/host-tax-store.ts';
import { openTaxFacts } from '../tax/keep-tax-facts.ts';
import { reportOfHost } from '../tax/report-year.ts';
import { addressLine, nameOf, type TaxFacts } from '../tax/tax-facts.ts';
import { type PropertyReport, type Quarter, totalOf } from '../tax/yearly-report.ts';
import { pdfResponse } from './document-pages.ts';
import { asHost, HOST_MONEY, type HostPageContext, IN_TOWN, inTownAt } from './host-money.ts';

const rowsOf = (properties: readonly PropertyReport[]) =>
  properties.flatMap(({ poolId, property, quarters }) =>
    quarters.flatMap((quarter, at) =>
      quarter.lettings === 0 && quarter.cents === 0
        ? []
        : [{ key: `${poolId} ${at}`, property, number: at + 1, quarter }],
    ),
  );

const factRows = (c: HostPageContext, facts: TaxFacts | undefined): [string, string][] => {
  const { language } = c.var;
  const t = documentMessages(language);
  if (!facts) return [[t.reportPerson, t.reportMissing]];
  const { person, entity, taxId, vatId, holder, iban } = facts;
  const all: [string, string][] = [
    [t.reportFields.name, nameOf(facts)],
    [t.reportFields.address, addressLine(facts)],
    [t.reportFields.bornOn, person ? formatDate(language, fromBerlin(person.bornOn, '12:00')) : ''],
    [t.reportFields.taxId, taxId],
    [t.reportFields.vatId, vatId],
    [t.reportFields.register, entity?.registerNumber ?? ''],
    [t.reportFields.holder, holder],
    [t.reportFields.iban, iban],
  ];
  return all.filter(([, value]) => value !== '');
};

type Report = { year: number; facts: TaxFacts | undefined; properties: PropertyReport[] };

const quarterText = (c: HostPageContext, { cents, feeCents, lettings }: Quarter): string => {
  const { language } = c.var;
  const t = documentMessages(language);
  return t.quarterText(
    formatEuro(language, cents),
    formatNumber(language, lettings),
    formatEuro(language, feeCents),
  );
};

const viewOf = (c: HostPageContext, host: HostKey, { year, facts, properties }: Report): TaxReportView => {
  const { language } = c.var;
  const t = moneyMessages(language);
  const words = documentMessages(language);
  return {
    title: words.reportTitle(String(year)),
    lead: words.reportLead,
    facts: factRows(c, facts).map(([label, value]) => ({ label, value })),
    rows: rowsOf(properties).map(({ key, property, number, quarter }) => ({
      key,
      cells: [
        property,
        words.quarter(formatNumber(language, number)),
        formatEuro(language, quarter.cents),
        formatNumber(language, quarter.lettings),
        formatEuro(language, quarter.feeCents),
      ],
    })),
    total: `${words.total}: ${quarterText(c, totalOf(properties))}`,
    files: [
      { href: inTownAt(c, host.ars, `/${year}.pdf`), label: t.host.pdf },
      { href: inTownAt(c, host.ars, `/${year}.csv`), label: t.host.csv },
    ],
    back: { href: localPath(language, HOST_MONEY), label: t.host.title },
  };
};

const letterOf = (c: HostPageContext, { year, facts, properties }: Report, isTest: boolean): Letter => {
  const t = documentMessages(c.var.language);
  return {
    lang: c.var.language,
    sender: t.platform(t.house),
    title: t.reportTitle(String(year)),
    note: isTest ? t.test : null,
    facts: factRows(c, facts),
    paragraphs: [t.reportLead],
    groups: [
      ...properties.map(({ property, quarters }) => ({
        title: property,
        rows: quarters.map((quarter, at): [string, string] => [
          t.quarter(String(at + 1)),
          quarterText(c, quarter),
        ]),
      })),
      { title: t.total, rows: [[t.total, quarterText(c, totalOf(properties))]] },
    ],
  };
};

/** Semicolons and a decimal comma, as German office programs read it; what begins like a formula is text. */
const csvOf = (c: HostPageContext, { year, properties }: Report): string => {
  const t = moneyMessages(c.var.language).report;
  const cell = (text: string): string => `"${text.replaceAll('"', '""').replace(/^[=+\-@]/, "'$&")}"`;
  const money = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');
  const lines = rowsOf(properties).map(({ property, number, quarter }) =>
    [
      cell(property),
      `${year}-${number}`,
      money(quarter.cents),
      quarter.lettings,
      money(quarter.feeCents),
    ].join(';'),
  );
  const head = [t.property, t.quarter, t.sum, t.count, t.fee].map(cell).join(';');
  return `\ufeff${[head, ...lines].join('\r\n')}\r\n`;
};

/** The host's own copy of the yearly report, as a page, as PDF/UA and as a table. */
export const reportPages = (setting: ParkingSetting) => {
  const pages = new Hono<ParkingEnvironment>();
  const reportFor = async (c: HostPageContext, host: HostKey): Promise<Report> => {
    const year = Number((c.req.param('year') ?? '').slice(0, 4));
    const properties = await reportOfHost(setting, host, year);
    return { year, facts: await openTaxFacts(setting, host), properties };
  };
  pages.get(`${IN_TOWN}/:year{20[0-9]{2}}`, (c) =>
    asHost(c, setting, async (host) => {
      const view = viewOf(c, host, await reportFor(c, host));
      const t = moneyMessages(c.var.language);
      return c.var.page({ title: view.title, body: <TaxReportPage view={view} t={t} />, isIndexed: false });
    }),
  );
  pages.get(`${IN_TOWN}/:year{20[0-9]{2}[.]pdf}`, (c) =>
    asHost(c, setting, async (host) => {
      const report = await reportFor(c, host);
      const letter = letterOf(c, report, setting.payments?.isTest === true);
      return pdfResponse(writeLetter(letter), `pstt-${report.year}.pdf`);
    }),
  );
  pages.get(`${IN_TOWN}/:year{20[0-9]{2}[.]csv}`, (c) =>
    asHost(c, setting, async (host) =>
      c.body(csvOf(c, await reportFor(c, host)), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'cache-control': 'no-store',
      }),
    ),
  );
  return pages;
};

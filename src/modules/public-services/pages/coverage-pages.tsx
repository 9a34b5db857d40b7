import { Hono } from 'hono';
import { formatDate, formatNumber } from '../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { displayName } from '../../municipalities/index.ts';
import type { CoverageSum } from '../self-test/coverage-store.ts';
import { type Coverage, describeCoverage } from '../self-test/describe-coverage.ts';
import { CoveragePage, type CoverageView, type ServiceMessages, serviceMessages } from '../web/index.ts';
import type { ServiceHere, ServicePageSetting, ServicePageVariables } from './setting.ts';

type Words = {
  language: Language;
  t: ServiceMessages;
  nameOf: (ars: string) => string;
  here: ServiceHere | undefined;
};

const findingOf = (sum: CoverageSum, { language, t, nameOf }: Words): string => {
  const number = (value: number) => formatNumber(language, value);
  return sum.areas === 1
    ? t.coverage.finding(nameOf(sum.ars), number(sum.answered + sum.asked), number(sum.services))
    : t.coverage.findingOf(nameOf(sum.ars), number(sum.areas_answered), number(sum.areas));
};

const coverageView = ({ sums, gaps, findings, names }: Coverage, words: Words): CoverageView => {
  const { language, t, nameOf, here } = words;
  const [first] = sums;
  return {
    ...(first?.checked_at && {
      finding: findingOf(first, words),
      checked: t.coverage.checked(formatDate(language, first.checked_at)),
    }),
    rows: sums.map((sum) => ({
      area: nameOf(sum.ars),
      figures: [sum.areas, sum.answered, sum.asked, sum.gaps, sum.contradictions, sum.expired].map((value) =>
        formatNumber(language, value),
      ),
    })),
    ...(gaps && {
      gaps: gaps.map((key) => ({
        href: withPlace(here, localPath(language, '/leistungen'), { was: names.get(key) ?? key }),
        label: names.get(key) ?? key,
      })),
    }),
    faults: findings.map(
      ({ ars, service_key: key, kind }) =>
        `${nameOf(ars)}, ${names.get(key) ?? key}: ${t.coverage.kinds[kind]}`,
    ),
  };
};

/** What the self-test of every night has found: for a town, its state and the country. */
export const coveragePages = (setting: ServicePageSetting): Hono<{ Variables: ServicePageVariables }> => {
  const pages = new Hono<{ Variables: ServicePageVariables }>();
  pages.get('/leistungen/abdeckung', async (c) => {
    const { here, language } = c.var;
    const t = serviceMessages(language);
    const nameOf = (ars: string): string => {
      const unit = setting.places.get(ars);
      return unit ? displayName(unit) : t.coverage.country;
    };
    const coverage = await describeCoverage(setting, setting.places, here?.ars);
    return c.var.page({
      title: t.coverage.title,
      body: <CoveragePage view={coverageView(coverage, { language, t, nameOf, here })} t={t} />,
      crumbs: [{ label: t.services, href: withPlace(here, localPath(language, '/leistungen')) }],
      canonical: localPath(language, '/leistungen/abdeckung'),
    });
  });
  return pages;
};

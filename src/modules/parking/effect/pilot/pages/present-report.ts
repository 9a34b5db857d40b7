import { formatNumber } from '../../../../../foundation/i18n/format.ts';
import type { Language } from '../../../../../foundation/i18n/language.ts';
import { signedPercent } from '../../../../../foundation/i18n/signed-percent.ts';
import type { Interval } from '../../../../../foundation/statistics/interval.ts';
import type { PilotMessages, ReportView } from '../../../web/index.ts';
import type { Cell, Report } from '../report.ts';
import { dayText } from './present-plan.ts';

type Setting = { language: Language; t: PilotMessages };
type ResultView = NonNullable<ReportView['result']>;

const rangeOf = ({ language, t }: Setting, { low, high }: Interval): string =>
  t.report.rangeWords(signedPercent(language, low), signedPercent(language, high));

const sentencesOf = (setting: Setting, { verdict, change, placebo }: Report): string[] => {
  const { language, t } = setting;
  if (!change) return [t.report.notMeasurable];
  const size = t.percent(formatNumber(language, Math.round(100 * Math.abs(change.estimate))));
  const range = rangeOf(setting, change);
  if (verdict === 'fallen') return [t.report.fallen(size, range)];
  if (verdict === 'risen') return [t.report.risen(size, range)];
  return [t.report.notShown(range), ...(placebo?.isShown ? [t.report.drifted] : [])];
};

const TENTH = 10;

const chartOf = ({ language, t }: Setting, { change, naive, placebo }: Report): ResultView['chart'] => {
  if (!change) return undefined;
  const row = (key: string, label: string, { estimate, low, high }: Interval, isOther: boolean) => ({
    key,
    label,
    value: signedPercent(language, estimate),
    estimate: 100 * estimate,
    low: 100 * low,
    high: 100 * high,
    isOther,
  });
  const rows = [
    row('effect', t.report.effect, change, false),
    ...(naive === undefined
      ? []
      : [row('naive', t.report.naive, { estimate: naive, low: naive, high: naive }, true)]),
    ...(placebo ? [row('placebo', t.report.placebo, placebo.change, true)] : []),
  ];
  const from = Math.floor(Math.min(-TENTH, ...rows.map(({ low }) => low)) / TENTH) * TENTH;
  const to = Math.ceil(Math.max(TENTH, ...rows.map(({ high }) => high)) / TENTH) * TENTH;
  return { rows, from: Math.max(-100, from), to: Math.min(200, to) };
};

const checksOf = (setting: Setting, { permutation, placebo }: Report): string[] => {
  const { language, t } = setting;
  const cases = (share: number) => formatNumber(language, Number((100 * share).toFixed(1)));
  return [
    ...(permutation === undefined ? [] : [t.report.permutation(cases(permutation))]),
    ...(placebo
      ? [
          t.report.placeboText(
            signedPercent(language, placebo.change.estimate),
            rangeOf(setting, placebo.change),
          ),
        ]
      : []),
  ];
};

/** A result in words, most important first; what is too little is said to be so. */
export const presentReport = (setting: Setting, report: Report): ResultView => {
  const { language, t } = setting;
  const number = (value: number) => formatNumber(language, value);
  const mean = ({ meanSeconds }: Cell): string =>
    meanSeconds === undefined ? t.report.few : t.report.seconds(number(Math.round(meanSeconds)));
  return {
    verdict: t.report.verdicts[report.verdict],
    sentences: sentencesOf(setting, report),
    chart: chartOf(setting, report),
    naive: report.naive === undefined ? undefined : t.report.naiveText(signedPercent(language, report.naive)),
    checks: checksOf(setting, report),
    weeks: report.weeks.map(({ from, to, isAfter, change }) => ({
      key: from,
      cells: [
        t.span(dayText(language, from), dayText(language, to)),
        isAfter ? t.report.after : t.report.before,
        `${signedPercent(language, change.estimate)} (${rangeOf(setting, change)})`,
      ],
    })),
    cells: (Object.keys(report.cells) as (keyof Report['cells'])[]).map((key) => {
      const cell = report.cells[key];
      const isFew = cell.meanSeconds === undefined;
      return {
        key,
        cells: [
          t.report.cellNames[key],
          isFew ? t.report.few : number(cell.drives),
          number(cell.days),
          mean(cell),
        ],
      };
    }),
  };
};

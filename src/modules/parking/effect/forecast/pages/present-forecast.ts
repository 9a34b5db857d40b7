import { formatNumber } from '../../../../../foundation/i18n/format.ts';
import type { Language } from '../../../../../foundation/i18n/language.ts';
import { signedPercent } from '../../../../../foundation/i18n/signed-percent.ts';
import type { Interval } from '../../../../../foundation/statistics/interval.ts';
import type { VariantFigures } from '../../../simulator/town/forecast-town.ts';
import type { AnswerView, ForecastMessages } from '../../../web/index.ts';
import type { Answer } from '../answer.ts';
import { LEVELS, type Question } from '../question.ts';

type Setting = { language: Language; t: ForecastMessages };

const signedNumber = (language: Language, value: number): string => {
  const rounded = Math.round(value);
  return `${rounded < 0 ? '−' : rounded > 0 ? '+' : ''}${formatNumber(language, Math.abs(rounded))}`;
};

const minutesOf = ({ language, t }: Setting, minutes: number): string =>
  t.minutes(formatNumber(language, Number(minutes.toFixed(2))));

const metresOf = ({ language, t }: Setting, metres: number): string =>
  t.metres(formatNumber(language, Math.round(metres)));

const rangeOf = ({ language, t }: Setting, { low, high }: Interval): string =>
  t.range(signedPercent(language, low), signedPercent(language, high));

const changeOf = (setting: Setting, variant: VariantFigures | undefined): string =>
  variant
    ? `${signedPercent(setting.language, variant.change.estimate)} (${rangeOf(setting, variant.change)})`
    : '';

const namesOf = ({ language, t }: Setting): [key: string, name: string][] => [
  ...LEVELS.map((level): [string, string] => [
    `level-${level}`,
    t.level(t.percent(formatNumber(language, level))),
  ]),
  ['own', t.own],
];

const numbersOf = (setting: Setting, { variants }: Answer): AnswerView['numbers'] => {
  const { language, t } = setting;
  return namesOf(setting).flatMap(([key, name]) => {
    const [ours, listing] = variants[key] ?? [];
    if (!ours) return [];
    const { figures } = ours;
    return [
      {
        key,
        cells: [
          name,
          changeOf(setting, ours),
          changeOf(setting, listing),
          t.kilometres(signedNumber(language, ours.kilometres.estimate)),
          formatNumber(language, ours.spaces),
          minutesOf(setting, figures.othersSearch),
          metresOf(setting, figures.walkBooked),
          t.percent(formatNumber(language, Math.round(100 * figures.servedOfAsked))),
        ],
      },
    ];
  });
};

const chartOf = (setting: Setting, { variants }: Answer): AnswerView['chart'] =>
  namesOf(setting).flatMap(([key, name]) =>
    (variants[key] ?? []).map((variant) => ({
      key: `${key} ${variant.rule}`,
      label: `${name}, ${setting.t[variant.rule]}`,
      value: signedPercent(setting.language, variant.change.estimate),
      estimate: 100 * variant.change.estimate,
      low: 100 * variant.change.low,
      high: 100 * variant.change.high,
      isOther: variant.rule === 'listing',
    })),
  );

/** Less than this is no difference worth naming. */
const NOTABLE = 0.02;

const bottleneckOf = (setting: Setting, { variants }: Answer): string => {
  const { language, t } = setting;
  const of = (key: string): number => variants[key]?.[0]?.change.estimate ?? 0;
  const [owners, drivers] = [of('more-owners'), of('more-drivers')];
  const words = [signedPercent(language, owners), signedPercent(language, drivers)] as const;
  if (Math.abs(owners - drivers) < NOTABLE) return t.neitherMissing(...words);
  return owners < drivers ? t.ownersMissing(words[0], words[1]) : t.driversMissing(words[1], words[0]);
};

export const presentAnswer = (setting: Setting, question: Question, answer: Answer): AnswerView => {
  const { language, t } = setting;
  const { plain, variants } = answer;
  const percent = (share: number) => t.percent(formatNumber(language, Math.round(100 * share)));
  const own = variants.own?.[0];
  return {
    finding: own
      ? t.finding(
          percent(question.driversPercent / 100),
          percent(question.ownersPercent / 100),
          signedPercent(language, own.change.estimate),
          rangeOf(setting, own.change),
        )
      : '',
    chart: chartOf(setting, answer),
    chartHint: t.chartHint(formatNumber(language, answer.towns), formatNumber(language, answer.days)),
    numbers: numbersOf(setting, answer),
    today: [
      { label: t.todayFacts.mean, value: minutesOf(setting, plain.searchMinutes / plain.trips) },
      {
        label: t.todayFacts.kilometres,
        value: t.kilometres(formatNumber(language, Math.round(plain.searchKilometres))),
      },
      { label: t.todayFacts.walk, value: metresOf(setting, plain.walkAtKerb) },
      { label: t.todayFacts.garage, value: percent(plain.garageShare) },
      { label: t.todayFacts.peak, value: percent(plain.peakOccupancy) },
    ],
    eatsLead: t.eatsLead(signedPercent(language, variants['level-20']?.[0]?.change.estimate ?? 0)),
    eats: (Object.keys(t.eatsRows) as (keyof typeof t.eatsRows)[]).map((key) => ({
      key,
      cells: [t.eatsRows[key], changeOf(setting, variants[key]?.[0])],
    })),
    bottleneck: bottleneckOf(setting, answer),
  };
};

import { formatDate, formatNumber } from '../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import { signedPercent } from '../../../foundation/i18n/signed-percent.ts';
import type { Interval } from '../../../foundation/statistics/interval.ts';
import type { Fact } from '../../../foundation/ui/FactList.tsx';
import type { PilotPlan } from '../contract.ts';
import type { PilotResult } from '../effect/pilot-effect.ts';
import type { Reason } from '../effect/study-days.ts';
import type { Baseline, BaselineSeries, Pilot } from '../plan/pilot-plan.ts';
import type { EffectView, PilotMessages } from '../web/index.ts';

export type Words = { language: Language; t: PilotMessages };
type Measures = { id: string; title: string; path?: string }[];

export const dayText = (language: Language, day: string): string =>
  formatDate(language, new Date(`${day}T12:00:00Z`));

export const percentText = (language: Language, { smallest }: PilotPlan): string =>
  `${formatNumber(language, smallest)} %`;

const smallestText = ({ language, t }: Words, plan: PilotPlan): string =>
  t.plan.smallestText(t.directions[plan.direction], percentText(language, plan));

const seriesText = (series: readonly BaselineSeries[], part: BaselineSeries['part']): string =>
  series
    .filter((one) => one.part === part)
    .map(({ name, unit }) => (unit === '' ? name : `${name} (${unit})`))
    .join('\n');

const leftOutText = ({ language, t }: Words, plan: PilotPlan): string =>
  [
    ...(plan.leaveOutHolidays ? [t.plan.holidays] : []),
    ...plan.leftOut.map(({ from, to, reason }) => {
      const days =
        from === to ? dayText(language, from) : t.plan.range(dayText(language, from), dayText(language, to));
      return reason === '' ? days : `${days}: ${reason}`;
    }),
    t.plan.defectRule,
  ].join('\n');

/** The plan as it is read; hashes where it is frozen. */
export const planFacts = (
  words: Words,
  pilot: Pilot,
  baseline: Baseline | undefined,
  measures: Measures,
): Fact[] => {
  const { language, t } = words;
  const { plan } = pilot;
  const day = (text: string) => dayText(language, text);
  const measure = measures.find(({ id }) => id === plan.measure);
  const facts: (Fact | false)[] = [
    { label: t.plan.goal, value: plan.goal },
    { label: t.plan.hypothesis, value: plan.hypothesis },
    { label: t.plan.role, value: plan.role },
    measure !== undefined && {
      label: t.plan.measure,
      value: measure.title,
      href: measure.path && localPath(language, measure.path),
    },
    { label: t.plan.indicator, value: seriesText(baseline?.series ?? [], 'indicator') },
    { label: t.plan.smallest, value: smallestText(words, plan) },
    { label: t.plan.comparison, value: seriesText(baseline?.series ?? [], 'comparison') || t.none2 },
    {
      label: t.plan.method,
      value: `${t.methods[plan.method]}; ${t.plan.confidence(t.confidences[String(100 * plan.confidence)] ?? '')}`,
    },
    { label: t.plan.leftOut, value: leftOutText(words, plan) },
    baseline !== undefined && {
      label: t.plan.baseline,
      value: t.plan.range(day(baseline.from), day(baseline.to)),
    },
    { label: t.plan.run, value: t.plan.range(day(plan.start), day(plan.end)) },
    pilot.planHash !== null && { label: t.plan.planHash, value: pilot.planHash },
    pilot.baselineHash !== null && { label: t.plan.baselineHash, value: pilot.baselineHash },
  ];
  return facts.filter((fact): fact is Fact => fact !== false && fact.value !== '');
};

const WEEK = 7;
const DAY_MILLISECONDS = 86_400_000;

/** Weeks are cut at the start, so that none lies on both sides. */
const weeksOf = (result: PilotResult, start: string) =>
  [
    ...Map.groupBy(result.days, ([day]) =>
      Math.floor((Date.parse(day) - Date.parse(start)) / DAY_MILLISECONDS / WEEK),
    ).values(),
  ].map((days) => {
    const mean = (of: 1 | 2) => days.reduce((sum, day) => sum + day[of], 0) / days.length;
    return { day: days[0]?.[0] ?? start, measured: mean(1), without: mean(2) };
  });

const TENTH = 10;
const LONGEST_LABEL = 24;

const intervalsOf = (
  { language, t }: Words,
  change: Interval,
  result: PilotResult,
  others: readonly string[],
): EffectView['intervals'] => {
  const row = (key: string, label: string, { estimate, low, high }: Interval, isOther: boolean) => ({
    key,
    label,
    value: signedPercent(language, estimate, 1),
    estimate: 100 * estimate,
    low: 100 * low,
    high: 100 * high,
    isOther,
  });
  const rows = [
    row('own', t.effect.own, change, false),
    ...(result.compared?.placebos ?? [])
      .slice(0, TENTH)
      .map((placebo, at) =>
        row(String(at), others[at]?.slice(0, LONGEST_LABEL) ?? t.effect.others, placebo, true),
      ),
  ];
  const from = Math.floor(Math.min(-TENTH, ...rows.map(({ low }) => low)) / TENTH) * TENTH;
  const to = Math.ceil(Math.max(TENTH, ...rows.map(({ high }) => high)) / TENTH) * TENTH;
  return {
    rows,
    from: Math.max(-100, from),
    to: Math.min(200, to),
    description: rows.map(({ label, value }) => `${label}: ${value}`).join('; '),
  };
};

const sentencesOf = (words: Words, { plan }: Pilot, result: PilotResult, indicator: string): string[] => {
  const { language, t } = words;
  const { change, slope, compared } = result;
  const number = (value: number) => formatNumber(language, value);
  const percent = (share: number) => signedPercent(language, share, 1);
  const left = (Object.entries(result.leftOut) as [Reason, number][])
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${number(count)} ${t.effect.reasons[reason]}`);
  const all = (compared?.placebos.length ?? 0) + 1;
  return [
    change
      ? t.effect.sentence(
          indicator,
          percent(change.estimate),
          percent(change.low),
          percent(change.high),
          t.confidences[String(100 * plan.confidence)] ?? '',
        )
      : t.effect.nothing,
    ...(slope ? [t.effect.slope(percent(slope.estimate), percent(slope.low), percent(slope.high))] : []),
    t.effect.days(number(result.before), number(result.during)),
    ...(left.length > 0 ? [t.effect.leftOut(left.join(', '))] : []),
    ...(compared
      ? [
          t.effect.compared(number(Math.round(compared.rank * all)), number(all)),
          t.effect.fit(`${number(Math.round(1000 * compared.fitError) / TENTH)} %`),
        ]
      : []),
  ];
};

/** What was found: words first, then pictures with their numbers. */
export const presentEffect = (
  words: Words,
  pilot: Pilot,
  baseline: Baseline | undefined,
): EffectView | undefined => {
  const { language, t } = words;
  const { result, plan } = pilot;
  if (!result) return undefined;
  const number = (value: number) => formatNumber(language, Math.round(TENTH * value) / TENTH);
  const date = (day: string) => dayText(language, day);
  const named = (part: BaselineSeries['part']) =>
    (baseline?.series ?? []).filter((one) => one.part === part).map(({ name }) => name);
  const weeks = weeksOf(result, plan.start);
  return {
    verdict: t.verdicts[result.verdict],
    why: result.change ? t.verdictWhy[result.verdict](percentText(language, plan)) : '',
    sentences: sentencesOf(words, pilot, result, named('indicator').join(' + ')),
    intervals: result.change ? intervalsOf(words, result.change, result, named('comparison')) : undefined,
    tick: (percent) => signedPercent(language, percent / 100),
    chart:
      weeks.length > 1
        ? {
            points: weeks,
            start: plan.start,
            measured: t.chart.measured,
            without: t.chart.without,
            begin: t.chart.begin,
            title: `${t.chart.title}: ${named('indicator').join(' + ')}`,
            number,
            date,
          }
        : undefined,
    weeks: weeks.map(({ day, measured, without }) => ({
      key: day,
      cells: [date(day), number(measured), number(without)],
    })),
    weights: (result.compared?.weights ?? []).flatMap((weight, at) =>
      weight < 0.005 ? [] : [`${named('comparison')[at] ?? ''}: ${number(100 * weight)} %`],
    ),
  };
};

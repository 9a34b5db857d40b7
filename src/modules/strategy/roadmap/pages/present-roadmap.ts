import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { type Measure, sumOf } from '../../measures/measure.ts';
import {
  euros,
  fieldText,
  milestoneTexts,
  periodText,
  type Words,
} from '../../measures/pages/present-measure.ts';
import { type GanttView, LANE_HEIGHT, ROW_HEIGHT, type RoadmapView } from '../../web/index.ts';
import type { Roadmap } from '../load-roadmap.ts';
import type { PlannedMeasure } from '../plan.ts';
import type { YearLoad } from '../yearly-load.ts';

const laneText = ({ t }: Words, lane: string): string =>
  lane === '' ? t.roadmap.noField : fieldText(t, lane);

/** A day on the line of years: 0 is the first day of the first year, 1 the last of the last. */
const shareOf = (years: readonly number[], day: string): number =>
  (Number(day.slice(0, 4)) -
    (years[0] ?? 0) +
    (Number(day.slice(5, 7)) - 1 + Number(day.slice(8, 10)) / 31) / 12) /
  Math.max(1, years.length);

const ganttView = (
  words: Words,
  { years, planned, critical }: Roadmap,
  measures: readonly Measure[],
  hrefOf: (id: string) => string,
): GanttView => {
  const dated = planned.filter((one): one is PlannedMeasure & { first: number } => one.first !== null);
  const byLane = Map.groupBy(dated, ({ lane }) => lane);
  const view: GanttView = { years: years.map(String), height: 0, lanes: [], bars: [], dependencies: [] };
  for (const [lane, members] of byLane) {
    view.lanes.push({ key: lane, title: laneText(words, lane), y: view.height });
    view.height += LANE_HEIGHT;
    for (const one of members.toSorted((a, b) => a.first - b.first || a.beginsIn - b.beginsIn)) {
      const from = (one.first - (years[0] ?? 0) + (one.beginsIn - 1) / 12) / years.length;
      const to = (one.first + one.profile.length - 1 - (years[0] ?? 0) + one.endsIn / 12) / years.length;
      const milestones = measures.find(({ id }) => id === one.id)?.facts.milestones ?? [];
      view.bars.push({
        key: one.id,
        title: one.title,
        from,
        to,
        y: view.height,
        isCritical: critical.ids.includes(one.id),
        href: hrefOf(one.id),
        milestones: milestones
          .map(({ id, title, due, doneOn }) => ({
            key: id,
            title,
            at: shareOf(years, due),
            isDone: doneOn !== null,
          }))
          .filter(({ at }) => at >= 0 && at <= 1),
      });
      view.height += ROW_HEIGHT;
    }
  }
  view.dependencies = dated.flatMap((one) =>
    one.needs.map((needed) => ({
      from: needed,
      to: one.id,
      isCritical:
        critical.ids.indexOf(needed) >= 0 &&
        critical.ids.indexOf(needed) === critical.ids.indexOf(one.id) - 1,
    })),
  );
  return view;
};

/** The measures on their years, as picture, words and table. */
export const roadmapView = (
  words: Words,
  roadmap: Roadmap,
  measures: readonly Measure[],
  { hrefOf, today }: { hrefOf: (id: string) => string; today: string },
): Pick<RoadmapView, 'finding' | 'cycle' | 'early' | 'critical' | 'gantt' | 'rows'> => {
  const { language, t } = words;
  const { years, planned, cycle, early, critical } = roadmap;
  const titles = new Map(planned.map(({ id, title }) => [id, title]));
  const chain = (ids: readonly string[]) => ids.map((id) => titles.get(id) ?? '').join(' → ');
  const dated = planned.filter(({ first }) => first !== null);
  return {
    finding: t.roadmap.finding(formatNumber(language, dated.length), String(years[0]), String(years.at(-1))),
    cycle: cycle && t.roadmap.cycle(chain([...cycle, ...cycle.slice(0, 1)].map(({ id }) => id))),
    early: early.map(({ id, needs }) => t.roadmap.early(titles.get(id) ?? '', titles.get(needs) ?? '')),
    critical:
      critical.ids.length > 1
        ? t.roadmap.critical(chain(critical.ids), formatNumber(language, critical.months))
        : undefined,
    gantt: ganttView(words, roadmap, measures, hrefOf),
    rows: planned.flatMap(({ id, first, profile, lane }) => {
      const facts = measures.find((one) => one.id === id)?.facts;
      if (!facts) return [];
      const years = first === null ? t.roadmap.undated : yearsText(first, profile.length);
      return [
        {
          key: id,
          title: facts.title,
          href: hrefOf(id),
          field: laneText(words, lane),
          period: periodText(words, facts)[0] ?? years,
          milestones: milestoneTexts(words, facts, today).join('\n'),
          needs: facts.dependsOn.flatMap((needed) => titles.get(needed) ?? []).join(', '),
          cost: euros(language, sumOf(facts).euros),
          isCritical: critical.ids.includes(id),
        },
      ];
    }),
  };
};

export const yearsText = (first: number, length: number): string =>
  length === 1 ? String(first) : `${first}–${first + length - 1}`;

/** What each year has to bear beside its limits, in words. */
export const loadLines = (
  { language, t }: Words,
  load: readonly YearLoad[],
): NonNullable<RoadmapView['load']> =>
  load.map((year) => {
    const { of, noLimit, isOver, fits } = t.roadmap;
    const number = (value: number) => formatNumber(language, value);
    const used = {
      money: euros(language, year.moneyUsed),
      staff: number(Math.round(year.staffUsed * 100) / 100),
    };
    return {
      key: String(year.year),
      money: year.money === null ? noLimit(used.money) : of(used.money, euros(language, year.money)),
      staff: year.staff === null ? noLimit(used.staff) : of(used.staff, number(year.staff)),
      verdict: year.isOverMoney || year.isOverStaff ? isOver : fits,
    };
  });

import type { Context } from '../../../foundation/database/context.ts';
import { type Agenda, yearsOf } from '../agenda/agenda.ts';
import type { Measure } from '../measures/measure.ts';
import { listMeasures } from '../measures/measure-store.ts';
import { openAgenda } from '../measures/write-measure.ts';
import { type Chain, criticalPath, dependencyCycle } from './critical-path.ts';
import { type EarlyStart, earlyStarts } from './early-starts.ts';
import { type PlannedMeasure, plannedMeasure } from './plan.ts';
import { listYearlyLimits } from './yearly-limit-store.ts';
import { loadOf, type YearLimit, type YearLoad } from './yearly-load.ts';

export type Roadmap = {
  years: number[];
  planned: PlannedMeasure[];
  /** Measures that wait for each other in a circle: there is no order then. */ cycle:
    | PlannedMeasure[]
    | undefined;
  critical: Chain;
  /** Measures that begin before what they need is there. */ early: EarlyStart[];
};

export const roadmapOf = (
  agenda: Pick<Agenda, 'fromYear' | 'toYear'>,
  measures: readonly Measure[],
): Roadmap => {
  const planned = measures.filter(({ state }) => state !== 'stopped').map(plannedMeasure);
  const cycle = dependencyCycle(planned);
  return {
    years: yearsOf(agenda),
    planned,
    cycle,
    early: earlyStarts(planned),
    critical: cycle ? { ids: [], months: 0 } : criticalPath(planned.filter(({ first }) => first !== null)),
  };
};

export type FullRoadmap = Roadmap & { measures: Measure[]; limits: YearLimit[]; load: YearLoad[] };

/** The measures of an agenda on its years, and what each year has to bear. */
export const loadRoadmap = async (
  context: Pick<Context, 'database' | 'clock'>,
  ars: string,
): Promise<FullRoadmap> => {
  const agenda = await openAgenda(context, ars);
  const measures = await listMeasures(context.database, ars);
  const limits = await listYearlyLimits(context.database, ars);
  const roadmap = roadmapOf(agenda, measures);
  return { ...roadmap, measures, limits, load: loadOf(roadmap.planned, roadmap.years, limits) };
};

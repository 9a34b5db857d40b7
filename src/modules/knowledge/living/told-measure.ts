import * as v from 'valibot';
import type { ReuseState } from '../reuse/contract.ts';

const FigureSchema = v.object({
  name: v.string(),
  unit: v.string(),
  before: v.nullable(v.number()),
  latest: v.nullable(v.object({ value: v.number(), on: v.string() })),
});
export type Figure = v.InferOutput<typeof FigureSchema>;

const stateOfMeasure = v.picklist(['idea', 'planned', 'running', 'paused', 'done', 'stopped']);

/** What the library takes of the event `measure-told`: how a measure stands. */
export const MeasureToldSchema = v.object({
  measure: v.pipe(v.string(), v.uuid()),
  reuse: v.nullable(v.pipe(v.string(), v.uuid())),
  state: stateOfMeasure,
  text: v.string(),
  indicators: v.array(FigureSchema),
});

/** What the library takes of the event `measure-shared`: a measure that others are to learn from. */
export const MeasureSharedSchema = v.object({
  measure: v.pipe(v.string(), v.uuid()),
  state: stateOfMeasure,
  title: v.string(),
  goal: v.string(),
  fields: v.array(v.string()),
  leadRole: v.string(),
  partners: v.string(),
  legalBasis: v.string(),
  funding: v.string(),
  begins: v.nullable(v.string()),
  ends: v.nullable(v.string()),
  /** Euros, all years together. */ once: v.number(),
  /** Euros in the dearest year. */ yearly: v.number(),
  staffYears: v.number(),
  indicators: v.array(FigureSchema),
  /** The last word. */ text: v.string(),
});
export type MeasureShared = v.InferOutput<typeof MeasureSharedSchema>;

export const reuseStates: Record<MeasureShared['state'], ReuseState> = {
  idea: 'planned',
  planned: 'planned',
  running: 'running',
  paused: 'running',
  done: 'finished',
  stopped: 'stopped',
};

const valueText = ({ unit }: Figure, value: number): string =>
  `${value.toLocaleString('de-DE')} ${unit}`.trim();

/** »Anträge: vorher 10 %, zuletzt 34,5 % (2026-11-22)«; what was not measured says nothing. */
export const figureText = (figure: Figure): string | undefined => {
  const { name, before, latest } = figure;
  if (latest === null) return undefined;
  const start = before === null ? '' : `vorher ${valueText(figure, before)}, `;
  return `${name}: ${start}zuletzt ${valueText(figure, latest.value)} (${latest.on})`;
};

export const beforeText = (figure: Figure): string | undefined =>
  figure.before === null ? undefined : `${figure.name}: ${valueText(figure, figure.before)}`;

export const afterText = (figure: Figure): string | undefined =>
  figure.latest === null
    ? undefined
    : `${figure.name}: ${valueText(figure, figure.latest.value)} (${figure.latest.on})`;

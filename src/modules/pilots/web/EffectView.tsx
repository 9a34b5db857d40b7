import { DataTable, type Row } from '../../../foundation/ui/DataTable.tsx';
import { IntervalChart, type IntervalRow } from '../../../foundation/ui/IntervalChart.tsx';
import type { PilotMessages } from './messages.ts';
import { SeriesChart, type SeriesChartView } from './SeriesChart.tsx';

export type EffectView = {
  verdict: string;
  why: string;
  sentences: string[];
  intervals: { rows: IntervalRow[]; from: number; to: number; description: string } | undefined;
  tick: (percent: number) => string;
  chart: SeriesChartView | undefined;
  weeks: Row[];
  weights: string[];
};

/** What was found, in words first, then as picture, then in numbers. */
export const Effect = ({ effect, t }: { effect: EffectView; t: PilotMessages }) => (
  <section class="effect-section">
    <h2 class="kern-heading-medium">{t.effect.title}</h2>
    <p class="kern-body">
      <strong>{`${effect.verdict}. `}</strong>
      {effect.why}
    </p>
    {effect.sentences.map((sentence) => (
      <p key={sentence} class="kern-body">
        {sentence}
      </p>
    ))}
    {effect.chart && <SeriesChart view={effect.chart} />}
    {effect.intervals && (
      <IntervalChart
        title={t.effect.chart}
        description={effect.intervals.description}
        noChange={t.effect.noChange}
        rows={effect.intervals.rows}
        from={effect.intervals.from}
        to={effect.intervals.to}
        tick={effect.tick}
      />
    )}
    {effect.weights.length > 0 && (
      <details>
        <summary>{t.effect.weights}</summary>
        <ul class="kern-body bullets">
          {effect.weights.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    )}
    {effect.weeks.length > 0 && (
      <details>
        <summary>{t.chart.numbers}</summary>
        <DataTable
          caption={t.chart.title}
          columns={[
            { label: t.chart.week },
            { label: t.chart.measured, isNumber: true },
            { label: t.chart.without, isNumber: true },
          ]}
          rows={effect.weeks}
        />
      </details>
    )}
  </section>
);

export const Events = ({ events, t }: { events: string[]; t: PilotMessages }) => (
  <section class="effect-section">
    <h2 class="kern-heading-medium">{t.events.title}</h2>
    {events.length === 0 && <p class="kern-body">{t.events.none}</p>}
    <ul class="kern-body bullets">
      {events.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
);

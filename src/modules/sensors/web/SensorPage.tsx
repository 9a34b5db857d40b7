import { Alert } from '../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../foundation/ui/Control.tsx';
import { DataTable, type Row } from '../../../foundation/ui/DataTable.tsx';
import { ErrorSummary } from '../../../foundation/ui/ErrorSummary.tsx';
import { FactList } from '../../../foundation/ui/FactList.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import { type AlertLine, Alerts } from './Alerts.tsx';
import type { SensorMessages } from './messages.ts';
import { type ChartDay, SeriesChart } from './SeriesChart.tsx';

export type StreamView = {
  id: number;
  name: string;
  last: string;
  quality: string | undefined;
  chart: { title: string; days: ChartDay[]; length: number; low: string; high: string } | undefined;
  noChart: string;
  capture: string[];
  rows: Row[];
};

export type SensorView = {
  name: string;
  lead: string;
  facts: string[];
  isInvented: boolean;
  alerts: AlertLine[];
  streams: StreamView[];
  budget: { label: string; value: string; href?: string }[];
  machine: string;
  objection: { action: string; fields: FieldView[]; refusal: string | undefined; done: string | undefined };
};

const Stream = ({ stream, t }: { stream: StreamView; t: SensorMessages }) => (
  <section class="effect-section">
    <h3 class="kern-heading-small">{stream.name}</h3>
    <p class="kern-body">
      <strong>{stream.last}</strong>
      {stream.quality !== undefined && ` (${stream.quality})`}
    </p>
    {stream.chart ? (
      <>
        <p class="kern-body">{stream.chart.title}</p>
        <SeriesChart {...stream.chart} axis={t.axis} />
        <details>
          <summary>{t.numbers}</summary>
          <DataTable
            caption={stream.name}
            columns={[
              { label: t.columns.day },
              { label: t.columns.mean, isNumber: true },
              { label: t.columns.min, isNumber: true },
              { label: t.columns.max, isNumber: true },
              { label: t.columns.count, isNumber: true },
              { label: t.capture.share, isNumber: true },
            ]}
            rows={stream.rows}
          />
        </details>
      </>
    ) : (
      <p class="kern-body">{stream.noChart}</p>
    )}
    {stream.capture.map((text) => (
      <p key={text} class="kern-body soft">
        {text}
      </p>
    ))}
  </section>
);

const Objection = ({ objection, t }: { objection: SensorView['objection']; t: SensorMessages }) => (
  <section id="widerspruch">
    <h2 class="kern-heading-medium">{t.objection.heading}</h2>
    <p class="kern-body">{t.objection.lead}</p>
    <form method="post" action={objection.action} noValidate class="stack">
      {objection.fields.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      <SubmitButton label={t.objection.send} />
    </form>
  </section>
);

/** One sensor: what it measures, what for, and how to object. */
export const SensorPage = ({ view, t }: { view: SensorView; t: SensorMessages }) => (
  <div class="network">
    <ErrorSummary
      title={t.desk.correct}
      faults={view.objection.fields.map(({ name, error }) => [name, error])}
    />
    {view.objection.refusal !== undefined && <Alert kind="warning" title={view.objection.refusal} isUrgent />}
    {view.objection.done !== undefined && <Alert kind="success" title={view.objection.done} isUrgent />}
    <h1 class="kern-heading-large">{view.name}</h1>
    <p class="kern-body">
      {view.facts.join(' · ')}
      {view.isInvented && <span class="tag">{t.invented}</span>}
    </p>
    {view.lead !== '' && <p class="kern-body">{view.lead}</p>}
    {view.alerts.length > 0 && <Alerts alerts={view.alerts} t={t} />}
    <section>
      <h2 class="kern-heading-medium">{t.measures}</h2>
      {view.streams.length === 0 && <p class="kern-body">{t.noStream}</p>}
      {view.streams.map((stream) => (
        <Stream key={stream.id} stream={stream} t={t} />
      ))}
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.budget.heading}</h2>
      <FactList facts={view.budget} />
      <p class="kern-body">
        <a class="kern-link" href={view.machine}>
          {t.machine}
        </a>
      </p>
    </section>
    <Objection objection={view.objection} t={t} />
  </div>
);

import { Control, type FieldView } from '../../../foundation/ui/Control.tsx';
import { type Column, DataTable, type Row } from '../../../foundation/ui/DataTable.tsx';
import { LineChart, type LineChartView } from '../../../foundation/ui/LineChart.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import { type AlertLine, Alerts } from './Alerts.tsx';
import type { SensorMessages } from './messages.ts';
import { WayLine } from './WayLine.tsx';

export type UseSection = {
  key: string;
  heading: string;
  texts: string[];
  chart?: LineChartView | undefined;
  table?: { columns: Column[]; rows: Row[] } | undefined;
};

export type UseView = {
  title: string;
  lead: string;
  ways: { href: string; label: string }[];
  picker: { action: string; hidden: Record<string, string>; field: FieldView; label: string } | undefined;
  name: string | undefined;
  isInvented: boolean;
  none: string | undefined;
  alerts: AlertLine[] | undefined;
  sections: UseSection[];
  source: string;
};

const Section = ({ section, numbers }: { section: UseSection; numbers: string }) => (
  <section>
    <h2 class="kern-heading-medium">{section.heading}</h2>
    {section.texts.map((text) => (
      <p key={text} class="kern-body">
        {text}
      </p>
    ))}
    {section.chart && <LineChart view={section.chart} />}
    {section.table && section.table.rows.length > 0 && (
      <details>
        <summary>{`${numbers}: ${section.heading}`}</summary>
        <DataTable caption={section.heading} columns={section.table.columns} rows={section.table.rows} />
      </details>
    )}
  </section>
);

/** What sensors say about traffic, water or energy in a town, in charts, sentences and tables. */
export const UsePage = ({ view, t }: { view: UseView; t: SensorMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.lead}</p>
    <WayLine ways={view.ways} />
    {view.none !== undefined && <p class="kern-body">{view.none}</p>}
    {view.picker && (
      <form method="get" action={view.picker.action} class="stack">
        {Object.entries(view.picker.hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Control field={view.picker.field} choose="" />
        <SubmitButton label={view.picker.label} rank="secondary" />
      </form>
    )}
    {view.name !== undefined && (
      <p class="kern-body">
        <strong>{view.name}</strong>
        {view.isInvented && <span class="tag">{t.invented}</span>}
      </p>
    )}
    {view.alerts && <Alerts alerts={view.alerts} t={t} />}
    {view.sections.map((section) => (
      <Section key={section.key} section={section} numbers={t.numbers} />
    ))}
    <p class="kern-body soft">{view.source}</p>
  </div>
);

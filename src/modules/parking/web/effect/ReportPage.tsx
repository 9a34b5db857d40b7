import { DataTable, type Row } from '../../../../foundation/ui/DataTable.tsx';
import { IntervalChart, type IntervalRow } from '../../../../foundation/ui/IntervalChart.tsx';
import type { PilotMessages } from './messages.ts';
import { type Fact, Facts, Power, type PowerView } from './PilotPages.tsx';

export type ReportView = {
  title: string;
  isDemonstration: boolean;
  facts: Fact[];
  power: PowerView;
  /** While it is measured there is only how much. */ soFar: string | undefined;
  result: ResultView | undefined;
  withdrawn: string | undefined;
  files: { href: string; label: string }[];
};

export type ResultView = {
  verdict: string;
  sentences: string[];
  chart: { rows: IntervalRow[]; from: number; to: number } | undefined;
  naive: string | undefined;
  checks: string[];
  weeks: Row[];
  cells: Row[];
};

type Props = { view: ReportView; t: PilotMessages };

const Result = ({ result, t }: { result: ResultView; t: PilotMessages }) => (
  <>
    <p class="kern-heading-medium">{result.verdict}</p>
    {result.sentences.map((sentence) => (
      <p class="kern-body" key={sentence}>
        {sentence}
      </p>
    ))}
    {result.chart && (
      <IntervalChart
        title={t.report.chartTitle}
        description={result.chart.rows.map(({ label, value }) => `${label}: ${value}`).join('; ')}
        noChange={t.report.noChange}
        rows={result.chart.rows}
        from={result.chart.from}
        to={result.chart.to}
        tick={(percent) => t.percent(String(percent).replace('-', '−'))}
      />
    )}
    {result.naive !== undefined && (
      <section class="effect-section">
        <h3 class="kern-heading-small">{t.report.naiveTitle}</h3>
        <p class="kern-body">{result.naive}</p>
      </section>
    )}
    {result.checks.length > 0 && (
      <section class="effect-section">
        <h3 class="kern-heading-small">{t.report.checks}</h3>
        <ul class="kern-body bullets">
          {result.checks.map((check) => (
            <li key={check}>{check}</li>
          ))}
        </ul>
      </section>
    )}
    {result.weeks.length > 0 && (
      <section class="effect-section">
        <h3 class="kern-heading-small">{t.report.weeks}</h3>
        <p class="kern-body">{t.report.weeksHint}</p>
        <DataTable
          caption={t.report.weeks}
          columns={[
            { label: t.report.weekColumns.week },
            { label: t.report.weekColumns.period },
            { label: t.report.weekColumns.change, isNumber: true },
          ]}
          rows={result.weeks}
        />
      </section>
    )}
    <section class="effect-section">
      <h3 class="kern-heading-small">{t.report.cells}</h3>
      <DataTable
        caption={t.report.cells}
        columns={[
          { label: t.report.cellColumns.group },
          { label: t.report.cellColumns.drives, isNumber: true },
          { label: t.report.cellColumns.days, isNumber: true },
          { label: t.report.cellColumns.mean, isNumber: true },
        ]}
        rows={result.cells}
      />
    </section>
  </>
);

/** A pilot for everybody: the promise first, then what came of it. */
export const ReportPage = ({ view, t }: Props) => (
  <>
    <h1 class="kern-heading-large">
      {view.title}
      {view.isDemonstration && <span class="tag">{t.report.demonstration}</span>}
    </h1>
    <p class="kern-body">{t.report.lead}</p>
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.report.result}</h2>
      {view.soFar !== undefined && (
        <p class="kern-body" role="status">
          {view.soFar}
        </p>
      )}
      {view.result && <Result result={view.result} t={t} />}
      {view.withdrawn !== undefined && <p class="kern-body">{view.withdrawn}</p>}
    </section>
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.report.plan}</h2>
      <Facts facts={view.facts} />
      <h3 class="kern-heading-small">{t.report.recompute}</h3>
      <ul class="plain-list">
        {view.files.map(({ href, label }) => (
          <li key={href}>
            <a class="kern-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
    <Power power={view.power} t={t} />
  </>
);

import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { DataTable, type Row } from '../../../../foundation/ui/DataTable.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { IntervalChart, type IntervalRow } from '../../../../foundation/ui/IntervalChart.tsx';
import { TextInput } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { ForecastMessages } from './messages.ts';

/** What became of the question: an answer, or how far it is. */
export type ForecastState =
  | { kind: 'none' | 'stopped' | 'failed' | 'unavailable' }
  | { kind: 'open'; text: string; look: string; stop: string }
  | { kind: 'answered'; answer: AnswerView };

export type AnswerView = {
  finding: string;
  chart: IntervalRow[];
  chartHint: string;
  numbers: Row[];
  today: { label: string; value: string }[];
  eatsLead: string;
  eats: Row[];
  bottleneck: string;
};

export type ForecastView = {
  heading: string;
  state: ForecastState;
  refusal: string | undefined;
  action: string;
  fields: FieldView[];
  /** What was asked, to be sent once more as it is. */ hidden: [name: string, value: string][];
  inputs: Row[];
  plans: { href: string; label: string }[];
  parking: string;
};

type Props = { view: ForecastView; t: ForecastMessages };

const Answer = ({ answer, t }: { answer: AnswerView; t: ForecastMessages }) => (
  <>
    <p class="kern-body">
      <strong>{answer.finding}</strong>
    </p>
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.chartTitle}</h2>
      <IntervalChart
        title={t.chartTitle}
        description={answer.chart.map(({ label, value }) => `${label}: ${value}`).join('; ')}
        noChange={t.noChange}
        rows={answer.chart}
        from={-100}
        to={10}
        tick={(percent) => t.percent(String(percent).replace('-', '−'))}
      />
      <p class="kern-body kern-body--small">{answer.chartHint}</p>
      <h3 class="kern-heading-small">{t.numbers}</h3>
      <DataTable
        caption={t.chartTitle}
        columns={[
          { label: t.columns.who },
          ...(['ours', 'listing', 'kilometres', 'spaces', 'others', 'walk', 'served'] as const).map(
            (key) => ({
              label: t.columns[key],
              isNumber: true,
            }),
          ),
        ]}
        rows={answer.numbers}
      />
      <p class="kern-body kern-body--small">{t.listingHint}</p>
    </section>
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.today}</h2>
      <dl class="fact-list">
        {answer.today.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.eats}</h2>
      <p class="kern-body">{answer.eatsLead}</p>
      <DataTable
        caption={t.eats}
        columns={[{ label: t.eats }, { label: t.change, isNumber: true }]}
        rows={answer.eats}
      />
      <p class="kern-body">{t.eatsAdvice}</p>
    </section>
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.bottleneck}</h2>
      <p class="kern-body">{answer.bottleneck}</p>
    </section>
  </>
);

const Open = ({ state, t }: { state: Extract<ForecastState, { kind: 'open' }>; t: ForecastMessages }) => (
  <section class="effect-section">
    <p class="kern-body" role="status">
      {state.text}
    </p>
    <p class="kern-body">
      <a class="kern-link" href={state.look}>
        {t.look}
      </a>
    </p>
    <form method="post" action={state.stop}>
      <SubmitButton label={t.stop} rank="secondary" />
    </form>
  </section>
);

const Begin = ({ view, text, t }: Props & { text: string }) => (
  <section class="effect-section">
    <p class="kern-body" role="status">
      {text}
    </p>
    <form method="post" action={view.action} class="stack">
      {view.hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p class="kern-body">{t.computeHint}</p>
      <SubmitButton label={t.compute} />
    </form>
  </section>
);

const State = ({ view, t }: Props) => {
  const { state } = view;
  if (state.kind === 'answered') return <Answer answer={state.answer} t={t} />;
  if (state.kind === 'open') return <Open state={state} t={t} />;
  if (state.kind === 'unavailable') return <p class="kern-body">{t.unavailable}</p>;
  const text = state.kind === 'none' ? t.notYet : t[state.kind];
  return <Begin view={view} text={text} t={t} />;
};

/** What sharing would bring in a municipality, as far as a simulated centre can tell. */
export const ForecastPage = ({ view, t }: Props) => (
  <>
    <ErrorSummary
      title={t.correct}
      faults={view.fields.map(({ name, label, error }) => [name, error && `${label}: ${error}`])}
    />
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    <h1 class="kern-heading-large">{view.heading}</h1>
    <p class="kern-body">{t.lead}</p>
    <State view={view} t={t} />
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.inputs}</h2>
      <DataTable
        caption={t.inputs}
        columns={[
          { label: t.inputColumns.input },
          { label: t.inputColumns.value },
          { label: t.inputColumns.basis },
        ]}
        rows={view.inputs}
      />
    </section>
    <details open={view.fields.some(({ error }) => error !== undefined)}>
      <summary>{t.changeInputs}</summary>
      <form method="post" action={view.action} noValidate class="stack">
        {view.fields.map((field) => (
          <Control key={field.name} field={field} choose="" />
        ))}
        <p class="kern-body">{t.computeHint}</p>
        <SubmitButton label={t.compute} />
      </form>
    </details>
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.limits}</h2>
      <ul class="kern-body bullets">
        {t.limitList.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </section>
    {view.plans.length > 0 && (
      <section class="effect-section">
        <h2 class="kern-heading-medium">{t.plans}</h2>
        <ul class="plain-list">
          {view.plans.map(({ href, label }) => (
            <li key={href}>
              <a class="kern-link" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </section>
    )}
    <p class="kern-body">
      <a class="kern-link" href={view.parking}>
        {t.parking}
      </a>
    </p>
  </>
);

/** Without a municipality there is nothing to compute. */
export const ForecastWherePage = ({
  action,
  hint,
  t,
}: {
  action: string;
  hint: string;
  t: ForecastMessages;
}) => (
  <>
    <h1 class="kern-heading-large">{t.title}</h1>
    <form method="get" action={action} class="stack">
      <p class="kern-body">{hint}</p>
      <TextInput name="ort" label={t.place} maxLength={100} />
      <SubmitButton label={t.placeButton} />
    </form>
  </>
);

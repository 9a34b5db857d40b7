import { Alert } from '../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../foundation/ui/Control.tsx';
import { DataTable, type Row } from '../../../foundation/ui/DataTable.tsx';
import { ErrorSummary } from '../../../foundation/ui/ErrorSummary.tsx';
import { type Fact, FactList } from '../../../foundation/ui/FactList.tsx';
import { TextArea, TextInput } from '../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import { Effect, type EffectView, Events } from './EffectView.tsx';
import type { PilotMessages } from './messages.ts';

export const DeskPilotsPage = (props: {
  rows: Row[];
  /** Absent for who may look only. */ create: string | undefined;
  refusal: string | undefined;
  t: PilotMessages;
}) => {
  const { rows, create, refusal, t } = props;
  return (
    <div class="network">
      {refusal !== undefined && <Alert kind="warning" title={refusal} isUrgent />}
      <h1 class="kern-heading-large">{t.title}</h1>
      <p class="kern-body">{t.lead}</p>
      <DataTable
        caption={t.title}
        columns={[
          { label: t.columns.title },
          { label: t.columns.state },
          { label: t.columns.run },
          { label: t.columns.verdict },
        ]}
        rows={rows}
        none={t.none}
      />
      {create !== undefined && (
        <section>
          <h2 class="kern-heading-medium">{t.begin}</h2>
          <form method="post" action={create} class="stack">
            <TextInput name="titel" label={t.name} maxLength={120} />
            <SubmitButton label={t.start} />
          </form>
        </section>
      )}
    </div>
  );
};

export type Step = { label: string; isDone: boolean; isHere: boolean };

export type DeskPilotView = {
  title: string;
  state: string;
  done: string | undefined;
  refusal: { title: string; lines: string[] } | undefined;
  steps: Step[];
  draft:
    | {
        action: string;
        revision: string;
        fields: FieldView[];
        series: FieldView[];
        lacks: string[];
        freeze: string;
        drop: string;
      }
    | undefined;
  bring: { action: string } | undefined;
  power: { sentences: string[]; rows: Row[] } | undefined;
  facts: Fact[];
  publicPage: string | undefined;
  events: string[];
  note: { action: string; today: string } | undefined;
  evaluate: { action: string } | { wait: string } | undefined;
  effect: EffectView | undefined;
  publish: { action: string; fields: FieldView[] } | undefined;
};

type Props = { view: DeskPilotView; t: PilotMessages };

const Power = ({ power, t }: { power: NonNullable<DeskPilotView['power']>; t: PilotMessages }) => (
  <section class="effect-section">
    <h2 class="kern-heading-medium">{t.power.title}</h2>
    {power.sentences.map((sentence) => (
      <p key={sentence} class="kern-body">
        {sentence}
      </p>
    ))}
    {power.rows.length > 0 && (
      <DataTable
        caption={t.power.title}
        columns={[
          { label: t.power.weeks, isNumber: true },
          { label: t.power.change, isNumber: true },
        ]}
        rows={power.rows}
      />
    )}
  </section>
);

const Draft = ({ draft, t }: { draft: NonNullable<DeskPilotView['draft']>; t: PilotMessages }) => (
  <form method="post" action={draft.action} noValidate class="stack">
    <input type="hidden" name="revision" value={draft.revision} />
    <h2 class="kern-heading-medium">{t.plan.title}</h2>
    {draft.fields.map((field) => (
      <Control key={field.name} field={field} choose={t.none2} />
    ))}
    <h2 class="kern-heading-medium">{t.series.title}</h2>
    <p class="kern-body">{draft.series.length === 0 ? t.series.none : t.series.lead}</p>
    {draft.series.map((field) => (
      <Control key={field.name} field={field} choose={t.series.unused} />
    ))}
    <SubmitButton label={t.save} />
  </form>
);

const Bring = ({ action, t }: { action: string; t: PilotMessages }) => (
  <details>
    <summary>{t.series.bring}</summary>
    <p class="kern-body">{t.series.bringLead}</p>
    <form method="post" action={action} class="stack">
      <TextInput name="name" label={t.series.name} maxLength={120} />
      <TextInput name="einheit" label={t.series.unit} maxLength={40} />
      <TextInput name="quelle" label={t.series.source} maxLength={300} />
      <TextArea name="werte" label={t.series.values} rows={8} maxLength={60_000} />
      <SubmitButton label={t.series.button} rank="secondary" />
    </form>
  </details>
);

const Freeze = ({ draft, t }: { draft: NonNullable<DeskPilotView['draft']>; t: PilotMessages }) => (
  <section class="effect-section">
    <h2 class="kern-heading-medium">{t.steps.freeze}</h2>
    {draft.lacks.length > 0 ? (
      <Alert kind="info" title={t.lacksTitle}>
        <ul class="plain-list">
          {draft.lacks.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Alert>
    ) : (
      <form method="post" action={draft.freeze} class="stack">
        <p class="kern-body">{t.freeze.lead}</p>
        <SubmitButton label={t.freeze.button} />
      </form>
    )}
    <form method="post" action={draft.drop}>
      <SubmitButton label={t.drop} rank="tertiary" />
    </form>
  </section>
);

const Note = ({ note, t }: { note: NonNullable<DeskPilotView['note']>; t: PilotMessages }) => (
  <form method="post" action={note.action} class="stack">
    <TextInput name="tag" label={t.events.day} type="date" state={{ value: note.today }} />
    <TextInput name="ereignis" label={t.events.text} />
    <SubmitButton label={t.events.button} rank="secondary" />
  </form>
);

const Evaluate = ({
  evaluate,
  t,
}: {
  evaluate: NonNullable<DeskPilotView['evaluate']>;
  t: PilotMessages;
}) => (
  <section class="effect-section">
    <h2 class="kern-heading-medium">{t.steps.evaluate}</h2>
    {'wait' in evaluate ? (
      <p class="kern-body">{evaluate.wait}</p>
    ) : (
      <form method="post" action={evaluate.action} class="stack">
        <p class="kern-body">{t.evaluate.lead}</p>
        <SubmitButton label={t.evaluate.button} />
      </form>
    )}
  </section>
);

/** One pilot at the desk, step by step. */
export const DeskPilotPage = ({ view, t }: Props) => (
  <div class="network">
    {view.refusal && (
      <Alert kind="warning" title={view.refusal.title} isUrgent>
        <ul class="plain-list">
          {view.refusal.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Alert>
    )}
    {view.draft && (
      <ErrorSummary
        title={t.correct}
        faults={view.draft.fields.map(({ name, label, error }) => [name, error && `${label}: ${error}`])}
      />
    )}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <ol class="links-inline" aria-label={t.steps.label}>
      {view.steps.map(({ label, isDone, isHere }) => (
        <li key={label} aria-current={isHere ? 'step' : undefined}>
          {isHere ? <strong>{label}</strong> : label}
          {isDone && ' ✓'}
        </li>
      ))}
    </ol>
    {view.publicPage !== undefined && (
      <p class="kern-body">
        <a class="kern-link" href={view.publicPage}>
          {t.publicPage}
        </a>
      </p>
    )}
    {view.draft && <Draft draft={view.draft} t={t} />}
    {view.bring && <Bring action={view.bring.action} t={t} />}
    {view.power && <Power power={view.power} t={t} />}
    {view.draft && <Freeze draft={view.draft} t={t} />}
    {view.facts.length > 0 && (
      <section class="effect-section">
        <h2 class="kern-heading-medium">{t.plan.title}</h2>
        <FactList facts={view.facts} />
      </section>
    )}
    {(view.note || view.events.length > 0) && <Events events={view.events} t={t} />}
    {view.note && <Note note={view.note} t={t} />}
    {view.evaluate && <Evaluate evaluate={view.evaluate} t={t} />}
    {view.effect && <Effect effect={view.effect} t={t} />}
    {view.publish && (
      <section class="effect-section">
        <h2 class="kern-heading-medium">{t.steps.publish}</h2>
        <p class="kern-body">{t.publish.lead}</p>
        <form method="post" action={view.publish.action} class="stack">
          {view.publish.fields.map((field) => (
            <Control key={field.name} field={field} choose={t.none2} />
          ))}
          <SubmitButton label={t.publish.button} />
        </form>
      </section>
    )}
  </div>
);

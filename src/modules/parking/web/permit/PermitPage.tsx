import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { PermitMessages } from './messages.ts';

type Verdict = 'green' | 'amber' | 'red';

export type PermitView = {
  place?: string | undefined;
  action: string;
  /** The place, as the address carries it. */ hidden: Record<string, string>;
  fields: FieldView[];
  result?:
    | {
        verdict: Verdict;
        rules: { id: string; verdict: Verdict; text: string; law: string }[];
        way?: { href: string; label: string } | undefined;
      }
    | undefined;
  source: string;
};

const KIND = { green: 'success', amber: 'warning', red: 'danger' } as const;

const Result = ({ result, t }: { result: NonNullable<PermitView['result']>; t: PermitMessages }) => (
  <section aria-labelledby="ergebnis">
    <h2 class="kern-sr-only" id="ergebnis">
      {t.verdicts[result.verdict]}
    </h2>
    <Alert kind={KIND[result.verdict]} title={t.verdicts[result.verdict]} isUrgent>
      {t.next[result.verdict]}
    </Alert>
    {result.rules.length === 0 && <p class="kern-body">{t.nobody}</p>}
    <ul class="cards">
      {result.rules.map(({ id, verdict, text, law }) => (
        <li key={id} class="card">
          <p class="kern-body">
            <span class={`kern-icon kern-icon--${KIND[verdict]}`} aria-hidden="true" />{' '}
            <strong>{t.verdicts[verdict]}</strong>
          </p>
          <p class="kern-body">{text}</p>
          <p class="soft">{law}</p>
        </li>
      ))}
    </ul>
    {result.way && (
      <p class="kern-body">
        <a class="kern-btn kern-btn--primary" href={result.way.href}>
          <span class="kern-label">{result.way.label}</span>
        </a>
      </p>
    )}
  </section>
);

export const PermitPage = ({ view, t }: { view: PermitView; t: PermitMessages }) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={view.fields.map(({ name, label, error }) => [name, error && label])}
    />
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <p class="kern-body">{view.place === undefined ? t.noPlace : t.place(view.place)}</p>
    {view.result && <Result result={view.result} t={t} />}
    <form method="get" action={view.action} noValidate class="stack">
      {Object.entries(view.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {view.result && <h2 class="kern-heading-medium">{t.again}</h2>}
      {view.fields.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      <SubmitButton label={t.button} rank={view.result ? 'secondary' : 'primary'} />
    </form>
    <p class="kern-body">
      <strong>{t.notAdvice}</strong>
    </p>
    <p class="source">{t.source(view.source)}</p>
  </div>
);

import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { DataTable } from '../../../../foundation/ui/DataTable.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { describedBy, Field } from '../../../../foundation/ui/Field.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { BenchMessages } from './messages.ts';

export type BenchResult = {
  tone: 'success' | 'warning' | 'danger';
  title: string;
  facts: string[];
  findings: { key: string; weight: string; text: string; clause: string; count: string; places: string }[];
};

export type BenchView = {
  action: string;
  address: FieldView;
  fileError?: string | undefined;
  result?: BenchResult | undefined;
  standards: { key: string; name: string; purpose: string; here: string }[];
};

type Props = { view: BenchView; t: BenchMessages };

const Result = ({ result, t }: { result: BenchResult; t: BenchMessages }) => (
  <section>
    <Alert kind={result.tone} title={result.title} isUrgent>
      {result.facts.join(' ')}
    </Alert>
    {result.findings.length > 0 && (
      <DataTable
        caption={result.title}
        columns={[
          { label: t.columns.weight },
          { label: t.columns.text },
          { label: t.columns.clause },
          { label: t.columns.count, isNumber: true },
          { label: t.columns.places },
        ]}
        rows={result.findings.map(({ key, weight, text, clause, count, places }) => ({
          key,
          cells: [weight, text, clause, count, places],
        }))}
      />
    )}
  </section>
);

/** Paste an address or upload a file: a verdict in plain words, with the clause that is broken. */
export const TestBenchPage = ({ view, t }: Props) => (
  <>
    <ErrorSummary
      title={t.correct}
      faults={[
        ['adresse', view.address.error && `${t.address}: ${view.address.error}`],
        ['datei', view.fileError && `${t.file}: ${view.fileError}`],
      ]}
    />
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    {view.result && <Result result={view.result} t={t} />}
    <form method="post" action={view.action} enctype="multipart/form-data" noValidate class="stack">
      <Control field={view.address} choose="" />
      <Field name="datei" label={`${t.or} ${t.file}`} hint={t.fileHint} error={view.fileError}>
        <input
          class="kern-form-input__input"
          type="file"
          id="datei"
          name="datei"
          aria-invalid={view.fileError !== undefined}
          aria-describedby={describedBy('datei', { hint: true, error: view.fileError !== undefined })}
        />
      </Field>
      <SubmitButton label={t.button} />
    </form>
    <section>
      <h2 class="kern-heading-medium">{t.library}</h2>
      <p class="kern-body">{t.limits}</p>
      <DataTable
        caption={t.library}
        columns={[
          { label: t.libraryColumns.name },
          { label: t.libraryColumns.purpose },
          { label: t.libraryColumns.here },
        ]}
        rows={view.standards.map(({ key, name, purpose, here }) => ({ key, cells: [name, purpose, here] }))}
      />
    </section>
  </>
);

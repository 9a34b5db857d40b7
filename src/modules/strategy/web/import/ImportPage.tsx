import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { describedBy, Field } from '../../../../foundation/ui/Field.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { ImportMessages } from './messages.ts';

export type ImportView = {
  action: string;
  error: string | undefined;
  done: string | undefined;
  rejected: string[];
};

/** A file with a strategy, and what became of it. */
export const ImportPage = ({ view, t }: { view: ImportView; t: ImportMessages }) => (
  <div class="network">
    <ErrorSummary title={t.title} faults={[['datei', view.error]]} />
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <form method="post" action={view.action} enctype="multipart/form-data" noValidate class="stack">
      <Field name="datei" label={t.file} error={view.error}>
        <input
          class="kern-form-input__input"
          type="file"
          id="datei"
          name="datei"
          accept=".md,.csv,text/markdown,text/csv"
          aria-describedby={describedBy('datei', { error: view.error !== undefined })}
          aria-invalid={view.error !== undefined}
        />
      </Field>
      <SubmitButton label={t.button} />
    </form>
    {view.rejected.length > 0 && (
      <section>
        <h2 class="kern-heading-medium">{t.rejected}</h2>
        <ul>
          {view.rejected.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
    )}
  </div>
);

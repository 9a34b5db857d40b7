import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { MetricsMessages } from './messages.ts';

export type RateView = { isDone: boolean; action: string; back: string; fields: FieldView[] };

export const RatePage = ({ view, t }: { view: RateView; t: MetricsMessages }) => (
  <div class="prose">
    <ErrorSummary title={t.rate.correct} faults={view.fields.map(({ name, error }) => [name, error])} />
    {view.isDone && <Alert kind="success" title={t.rate.done} isUrgent />}
    <h1 class="kern-heading-large">{t.rate.title}</h1>
    {!view.isDone && (
      <>
        <p class="kern-body">{t.rate.lead}</p>
        <form method="post" action={view.action} noValidate class="stack">
          {view.fields.map((field) => (
            <Control key={field.name} field={field} choose="" />
          ))}
          <SubmitButton label={t.rate.button} />
        </form>
      </>
    )}
    <p class="kern-body">
      <a class="kern-link" href={view.back}>
        {t.rate.back}
      </a>
    </p>
  </div>
);

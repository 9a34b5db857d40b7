import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { MoneyMessages } from './messages.ts';

export type PayView = { lead: string; action: string; fields: FieldView[]; note?: string | undefined };

/** Invoice or direct debit, for a space of the town. */
export const PayPage = ({ view, t }: { view: PayView; t: MoneyMessages }) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={view.fields.map(({ name, label, error }) => [name, error && `${label}: ${error}`])}
    />
    <h1 class="kern-heading-large">{t.pay.title}</h1>
    <p class="kern-body">{view.lead}</p>
    {view.note !== undefined && <p class="kern-body">{view.note}</p>}
    <form method="post" action={view.action} noValidate class="stack">
      {view.fields.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      <SubmitButton label={t.pay.button} />
    </form>
  </div>
);

/** The provider does not answer; nothing was taken, and the space is still held. */
export const NoAnswerPage = ({ back, t }: { back: string; t: MoneyMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.pay.title}</h1>
    <Alert kind="warning" title={t.pay.waiting} isUrgent />
    <p class="kern-body">
      <a class="kern-link" href={back}>
        {t.test.back}
      </a>
    </p>
  </div>
);

export type TestView = { amount: string; action: string; isOpen: boolean; back: string };

/** The page of the test provider: marked as what it is, whatever state it is in. */
export const TestProviderPage = ({ view, t }: { view: TestView; t: MoneyMessages }) => (
  <div class="prose">
    <Alert kind="warning" title={t.test.warning} />
    <h1 class="kern-heading-large">{t.test.title}</h1>
    {view.isOpen ? (
      <>
        <p class="kern-body">{t.test.lead}</p>
        <p class="kern-heading-medium">{view.amount}</p>
        <form method="post" action={view.action} class="stack">
          <SubmitButton label={t.test.accept} name="antwort" value="ja" />
          <SubmitButton label={t.test.decline} rank="secondary" name="antwort" value="nein" />
        </form>
      </>
    ) : (
      <p class="kern-body">{t.test.over}</p>
    )}
    {view.back !== '' && (
      <p class="kern-body">
        <a class="kern-link" href={view.back}>
          {t.test.back}
        </a>
      </p>
    )}
  </div>
);

import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { DataTable } from '../../../../foundation/ui/DataTable.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { MoneyMessages } from './messages.ts';

type Link = { href: string; label: string };

export type DeskMoneyView = {
  note?: { kind: 'success' | 'danger'; title: string } | undefined;
  claims: {
    key: string;
    stay: string;
    space: string;
    way: string;
    sum: string;
    document?: Link | undefined;
    paid: string;
  }[];
  runs: Link[];
  run: { action: string; field: FieldView };
  balances: { key: string; cells: string[] }[];
  stuck: { key: string; text: string }[];
  refund: { action: string; field: FieldView };
  account: { action: string; fields: FieldView[] };
};

type Props = { view: DeskMoneyView; t: MoneyMessages['desk'] };

const Claims = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.claims}</h2>
    {view.claims.length === 0 && <p class="kern-body">{t.noClaims}</p>}
    <ul class="cards">
      {view.claims.map(({ key, document, sum, stay, space, way, paid }) => (
        <li key={key} class="card">
          <p class="kern-body">
            <strong>{sum}</strong> · {way}
          </p>
          <p class="kern-body">
            {stay}, {space}
          </p>
          {document && (
            <a class="kern-link" href={document.href}>
              {document.label}
            </a>
          )}
          <form method="post" action={paid} class="inline-form">
            <SubmitButton label={t.markPaid} rank="secondary" about={document?.label ?? stay} />
          </form>
        </li>
      ))}
    </ul>
  </section>
);

const Runs = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.runs}</h2>
    {view.runs.length === 0 && <p class="kern-body">{t.noRuns}</p>}
    <ul class="plain-list">
      {view.runs.map(({ href, label }) => (
        <li key={href}>
          <a class="kern-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
    <p class="kern-body">{t.runLead}</p>
    <form method="post" action={view.run.action} noValidate class="stack">
      <Control field={view.run.field} choose="" />
      <SubmitButton label={t.makeRun} rank="secondary" />
    </form>
  </section>
);

const Balances = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.balances}</h2>
    {view.balances.length === 0 ? (
      <p class="kern-body">{t.noBalances}</p>
    ) : (
      <DataTable
        caption={t.balances}
        columns={[
          { label: t.balanceColumns.account },
          { label: t.balanceColumns.debit, isNumber: true },
          { label: t.balanceColumns.credit, isNumber: true },
        ]}
        rows={view.balances}
      />
    )}
  </section>
);

const Stuck = ({ view, t }: Props) =>
  view.stuck.length === 0 ? null : (
    <section>
      <h2 class="kern-heading-medium">{t.stuck}</h2>
      <p class="kern-body">{t.stuckLead}</p>
      <ul class="kern-body bullets breakable">
        {view.stuck.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </section>
  );

/** The money side of a town's car parks: what is owed, collected, booked, and in whose name. */
export const DeskMoneyPage = ({ view, t, correct }: Props & { correct: string }) => (
  <>
    <ErrorSummary
      title={correct}
      faults={[...view.account.fields, view.run.field, view.refund.field].map(({ name, label, error }) => [
        name,
        error && `${label}: ${error}`,
      ])}
    />
    {view.note && <Alert kind={view.note.kind} title={view.note.title} isUrgent />}
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <Claims view={view} t={t} />
    <Runs view={view} t={t} />
    <Balances view={view} t={t} />
    <Stuck view={view} t={t} />
    <section>
      <h2 class="kern-heading-medium">{t.refund}</h2>
      <p class="kern-body">{t.refundLead}</p>
      <form method="post" action={view.refund.action} noValidate class="stack">
        <Control field={view.refund.field} choose="" />
        <SubmitButton label={t.refundButton} rank="secondary" />
      </form>
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.account}</h2>
      <p class="kern-body">{t.accountLead}</p>
      <form method="post" action={view.account.action} noValidate class="stack">
        {view.account.fields.map((field) => (
          <Control key={field.name} field={field} choose="" />
        ))}
        <SubmitButton label={t.save} />
      </form>
    </section>
  </>
);

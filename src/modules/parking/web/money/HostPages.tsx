import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { DataTable } from '../../../../foundation/ui/DataTable.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { MoneyMessages } from './messages.ts';

type Link = { href: string; label: string };

export type HostMoneyView = {
  isDone: boolean;
  isTest: boolean;
  hasProvider: boolean;
  towns: {
    key: string;
    name: string;
    owed: string;
    facts: { kind: 'warning' | 'danger' | 'success'; text: string };
    give: string;
    documents: Link[];
    reports: Link[];
  }[];
  back: string;
};

type Props = { view: HostMoneyView; t: MoneyMessages };

const Links = ({ links }: { links: Link[] }) => (
  <ul class="plain-list">
    {links.map(({ href, label }) => (
      <li key={href}>
        <a class="kern-link" href={href}>
          {label}
        </a>
      </li>
    ))}
  </ul>
);

const Town = ({ town, t }: { town: HostMoneyView['towns'][number]; t: MoneyMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{t.host.town(town.name)}</h2>
    <p class="kern-body">
      <strong>{town.owed}</strong>
    </p>
    <Alert kind={town.facts.kind} title={town.facts.text} />
    <p class="kern-body">
      <a class="kern-link" href={town.give}>
        {t.host.give}
      </a>
    </p>
    <h3 class="kern-heading-small">{t.host.documents}</h3>
    {town.documents.length === 0 ? (
      <p class="kern-body">{t.host.noDocuments}</p>
    ) : (
      <Links links={town.documents} />
    )}
    {town.reports.length > 0 && (
      <>
        <h3 class="kern-heading-small">{t.host.reports}</h3>
        <Links links={town.reports} />
      </>
    )}
  </section>
);

/** What somebody earned by sharing, in every municipality where they share. */
export const HostMoneyPage = ({ view, t }: Props) => (
  <div class="prose">
    {view.isDone && <Alert kind="success" title={t.host.done} isUrgent />}
    {view.isTest && <Alert kind="warning" title={t.test.warning} />}
    <h1 class="kern-heading-large">{t.host.title}</h1>
    <p class="kern-body">{view.hasProvider ? t.host.lead : t.host.noProvider}</p>
    {view.towns.length === 0 && <p class="kern-body">{t.host.none}</p>}
    {view.towns.map((town) => (
      <Town key={town.key} town={town} t={t} />
    ))}
    <p class="kern-body">
      <a class="kern-link" href={view.back}>
        {t.host.back}
      </a>
    </p>
  </div>
);

export type TaxFormView = { action: string; groups: { legend: string; fields: FieldView[] }[] };

export const TaxFormPage = ({ view, t }: { view: TaxFormView; t: MoneyMessages }) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={view.groups.flatMap(({ fields }) =>
        fields.map(({ name, label, error }): [string, string | undefined] => [
          name,
          error && `${label}: ${error}`,
        ]),
      )}
    />
    <h1 class="kern-heading-large">{t.tax.title}</h1>
    <p class="kern-body">{t.tax.lead}</p>
    <form method="post" action={view.action} noValidate class="stack">
      {view.groups.map(({ legend, fields }) => (
        <fieldset key={legend} class="kern-fieldset form-group">
          <legend class="kern-label">{legend}</legend>
          {fields.map((field) => (
            <Control key={field.name} field={field} choose="" />
          ))}
        </fieldset>
      ))}
      <SubmitButton label={t.tax.button} />
    </form>
  </div>
);

export type TaxReportView = {
  title: string;
  lead: string;
  facts: { label: string; value: string }[];
  rows: { key: string; cells: string[] }[];
  total: string;
  files: Link[];
  back: Link;
};

/** The host's own copy of what is reported. */
export const TaxReportPage = ({ view, t }: { view: TaxReportView; t: MoneyMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.lead}</p>
    <dl class="fact-list">
      {view.facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    {view.rows.length === 0 ? (
      <p class="kern-body">{t.report.empty}</p>
    ) : (
      <DataTable
        caption={view.title}
        columns={[
          { label: t.report.property },
          { label: t.report.quarter },
          { label: t.report.sum, isNumber: true },
          { label: t.report.count, isNumber: true },
          { label: t.report.fee, isNumber: true },
        ]}
        rows={view.rows}
      />
    )}
    <p class="kern-body">
      <strong>{view.total}</strong>
    </p>
    <Links links={[...view.files, view.back]} />
  </div>
);

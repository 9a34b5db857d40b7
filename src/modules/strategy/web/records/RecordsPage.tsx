import { Alert } from '../../../../foundation/ui/Alert.tsx';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { FieldForm } from '../../../../foundation/ui/FieldForm.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { RecordMessages } from './messages.ts';

export type RecordForm = { action: string; fields: FieldView[]; isOpen?: boolean };

export type RecordView = {
  id: string;
  head: string;
  /** Short facts below the head. */ note: string;
  text: string;
  links: { label: string; href: string }[];
  buttons: { label: string; action: string }[];
  /** Absent for who may look only. */ edit: RecordForm | undefined;
  drop: string | undefined;
};

export type RecordsView = {
  title: string;
  lead: string;
  done: string | undefined;
  ways: { label: string; href: string }[];
  sections: {
    title: string;
    none: string;
    records: RecordView[];
    add: (RecordForm & { label: string }) | undefined;
  }[];
};

const Record = ({ record, t }: { record: RecordView; t: RecordMessages }) => (
  <li>
    <strong>{record.head}</strong>
    {record.note !== '' && <span class="services__note">{record.note}</span>}
    {record.text !== '' && <div class="lines">{record.text}</div>}
    {record.links.map(({ label, href }) => (
      <p key={href} class="kern-body">
        <a class="kern-link" href={href}>
          {label}
        </a>
      </p>
    ))}
    {record.buttons.map(({ label, action }) => (
      <form key={action} method="post" action={action}>
        <SubmitButton label={label} rank="secondary" about={record.head} />
      </form>
    ))}
    {record.edit && (
      <details open={record.edit.isOpen}>
        <summary>{t.change}</summary>
        <FieldForm action={record.edit.action} fields={record.edit.fields} label={t.save} />
        {record.drop !== undefined && (
          <form method="post" action={record.drop}>
            <SubmitButton label={t.drop} rank="tertiary" about={record.head} />
          </form>
        )}
      </details>
    )}
  </li>
);

const faultsOf = ({ sections }: RecordsView): [string, string | undefined][] =>
  sections
    .flatMap(({ records, add }) => [...records.map(({ edit }) => edit), add])
    .flatMap((form) => form?.fields ?? [])
    .map(({ name, error }): [string, string | undefined] => [name, error]);

/** Lists of records, each with its form, and one to add another. */
export const RecordsPage = ({ view, t }: { view: RecordsView; t: RecordMessages }) => (
  <div class="network">
    <ErrorSummary title={t.correct} faults={faultsOf(view)} />
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.lead}</p>
    {view.ways.map(({ label, href }) => (
      <p key={href} class="kern-body">
        <a class="kern-link" href={href}>
          {label}
        </a>
      </p>
    ))}
    {view.sections.map(({ title, none, records, add }) => (
      <section key={title}>
        <h2 class="kern-heading-medium">{title}</h2>
        {records.length === 0 && <p class="kern-body">{none}</p>}
        <ul class="plain-list services__list">
          {records.map((record) => (
            <Record key={record.id} record={record} t={t} />
          ))}
        </ul>
        {add && (
          <details open={add.isOpen}>
            <summary>{add.label}</summary>
            <FieldForm action={add.action} fields={add.fields} label={add.label} />
          </details>
        )}
      </section>
    ))}
  </div>
);

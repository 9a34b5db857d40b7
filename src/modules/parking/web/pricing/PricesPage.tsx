import { DataTable } from '../../../../foundation/ui/DataTable.tsx';
import { TextInput } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { PriceMessages } from './messages.ts';

export type PricesView = {
  /** Absent: nobody has said where. */ place?: string | undefined;
  action: string;
  /** What is known, in words, where there are no figures. */ unknown?: string | undefined;
  columns: string[];
  rows: { hour: string; values: string[] }[];
  notes: string[];
  back: string;
};

/** What hours are worth to others: published, never charged. */
export const PricesPage = ({ view, t }: { view: PricesView; t: PriceMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <p class="kern-body">{t.how}</p>
    {view.place === undefined ? (
      <form method="get" action={view.action} class="stack">
        <p class="kern-body">{t.needPlace}</p>
        <TextInput name="ort" label={t.place} maxLength={100} />
        <SubmitButton label={t.placeButton} />
      </form>
    ) : (
      <>
        <h2 class="kern-heading-medium">{view.place}</h2>
        {view.unknown !== undefined && <p class="kern-body">{view.unknown}</p>}
        {view.rows.length > 0 && (
          <DataTable
            caption={t.caption}
            columns={[{ label: t.hour }, ...view.columns.map((label) => ({ label, isNumber: true }))]}
            rows={view.rows.map(({ hour, values }) => ({ key: hour, cells: [hour, ...values] }))}
          />
        )}
        {view.notes.map((note) => (
          <p key={note} class="kern-body">
            {note}
          </p>
        ))}
      </>
    )}
    <p class="kern-body kern-body--small">{t.assumption}</p>
    <a class="kern-link" href={view.back}>
      {t.back}
    </a>
  </div>
);

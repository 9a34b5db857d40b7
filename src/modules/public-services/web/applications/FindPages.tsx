import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { DataTable } from '../../../../foundation/ui/DataTable.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { TextInput } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { ApplicationMessages } from './messages.ts';
import type { FindView } from './view.ts';

/** Number and code open an application on any device. */
export const FindPage = ({ view, t }: { view: FindView; t: ApplicationMessages }) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={[
        ['nummer', view.number.error],
        ['code', view.code.error],
      ]}
    />
    {view.note !== undefined && <Alert kind="warning" title={view.note} isUrgent />}
    <h1 class="kern-heading-large">{t.find.title}</h1>
    <p class="kern-body">{t.find.lead}</p>
    <form method="post" action={view.action} noValidate class="stack">
      <TextInput name="nummer" label={t.find.number} state={view.number} />
      <TextInput name="code" label={t.find.code} state={view.code} />
      <SubmitButton label={t.find.button} />
    </form>
  </div>
);

type Mine = { key: string; what: string; href: string; state: string; due: string };

export const MyApplicationsPage = ({ rows, t }: { rows: Mine[]; t: ApplicationMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.mine.title}</h1>
    {rows.length === 0 ? (
      <p class="kern-body">{t.mine.none}</p>
    ) : (
      <DataTable
        caption={t.mine.title}
        columns={[
          { label: t.mine.columns.what },
          { label: t.mine.columns.state },
          { label: t.mine.columns.due },
        ]}
        rows={rows.map(({ key, what, href, state, due }) => ({
          key,
          cells: [
            <a key="what" class="kern-link" href={href}>
              {what}
            </a>,
            state,
            due,
          ],
        }))}
      />
    )}
  </div>
);

import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { DataTable } from '../../../../foundation/ui/DataTable.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { HandOverMessages } from './messages.ts';

export type DeliveriesView = {
  note?: { kind: 'success' | 'danger'; title: string } | undefined;
  rows: {
    key: string;
    number: string;
    href: string;
    what: string;
    way: string;
    state: string[];
    when: string;
    /** Where it may be tried again. */ again?: string;
  }[];
  back: string;
};

/** What became of the applications that go to another system. */
export const DeliveriesPage = ({ view, t }: { view: DeliveriesView; t: HandOverMessages }) => (
  <>
    {view.note && <Alert kind={view.note.kind} title={view.note.title} isUrgent />}
    <h1 class="kern-heading-large">{t.list.title}</h1>
    <p class="kern-body">{t.list.lead}</p>
    {view.rows.length === 0 ? (
      <p class="kern-body">{t.list.none}</p>
    ) : (
      <DataTable
        caption={t.list.title}
        columns={Object.values(t.list.columns).map((label) => ({ label }))}
        rows={view.rows.map(({ key, number, href, what, way, state, when, again }) => ({
          key,
          cells: [
            <a key="number" class="kern-link" href={href}>
              {number}
            </a>,
            what,
            way,
            <div key="state">
              {state.map((line) => (
                <p key={line}>{line}</p>
              ))}
              {again !== undefined && (
                <form method="post" action={again}>
                  <SubmitButton rank="secondary" label={t.list.again} about={number} />
                </form>
              )}
            </div>,
            when,
          ],
        }))}
      />
    )}
    <p class="kern-body">
      <a class="kern-link" href={view.back}>
        {t.list.back}
      </a>
    </p>
  </>
);

import { DataTable } from '../../../../foundation/ui/DataTable.tsx';
import { Links } from '../SearchPage.tsx';
import type { LinkView } from '../view.ts';
import type { MetricsMessages } from './messages.ts';

export type MetricsView =
  | { kind: 'choice'; towns: LinkView[] }
  | {
      kind: 'figures';
      heading: string;
      source: string;
      explain: string;
      csv: string;
      rows: { key: string; title: string; figures: string[] }[];
    };

export const MetricsPage = ({ view, t }: { view: MetricsView; t: MetricsMessages }) => {
  if (view.kind === 'choice')
    return (
      <div class="services">
        <h1 class="kern-heading-large">{t.title}</h1>
        <p class="kern-body">{t.choose}</p>
        <Links links={view.towns} />
      </div>
    );
  const { form, ...numbers } = t.columns;
  return (
    <div class="services">
      <h1 class="kern-heading-large">{view.heading}</h1>
      {view.rows.length === 0 ? (
        <p class="kern-body">{t.none}</p>
      ) : (
        <>
          <p class="kern-body">{t.lead}</p>
          <DataTable
            caption={t.table}
            columns={[{ label: form }, ...Object.values(numbers).map((label) => ({ label, isNumber: true }))]}
            rows={view.rows.map(({ key, title, figures }) => ({ key, cells: [title, ...figures] }))}
          />
          <p class="kern-body">{view.explain}</p>
          <p class="kern-body">
            <a class="kern-link" href={view.csv} download>
              {t.csv}
            </a>
          </p>
          <p class="kern-body soft">{view.source}</p>
        </>
      )}
    </div>
  );
};

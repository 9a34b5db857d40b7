import { DataTable } from '../../../../foundation/ui/DataTable.tsx';
import type { MetricsMessages } from './messages.ts';

type CommentsView = {
  back: string;
  figures: string;
  rows: { id: string; day: string; form: string; text: string }[];
};

export const CommentsPage = ({ view, t }: { view: CommentsView; t: MetricsMessages }) => (
  <>
    <h1 class="kern-heading-large">{t.comments.title}</h1>
    <p class="kern-body">{t.comments.lead}</p>
    {view.rows.length === 0 ? (
      <p class="kern-body">{t.comments.none}</p>
    ) : (
      <DataTable
        caption={t.comments.title}
        columns={Object.values(t.comments.columns).map((label) => ({ label }))}
        rows={view.rows.map(({ id, day, form, text }) => ({ key: id, cells: [day, form, text] }))}
      />
    )}
    <p class="kern-body">
      <a class="kern-link" href={view.figures}>
        {t.comments.figures}
      </a>
    </p>
    <p class="kern-body">
      <a class="kern-link" href={view.back}>
        {t.comments.back}
      </a>
    </p>
  </>
);

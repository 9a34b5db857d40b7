import { DataTable } from '../../../foundation/ui/DataTable.tsx';
import type { AccountMessages } from './messages.ts';
import type { LogView } from './organisation-view.ts';

export const LogPage = ({ view, t }: { view: LogView; t: AccountMessages }) => (
  <>
    <h1 class="kern-heading-large">{t.log.title}</h1>
    <p class="kern-body">{t.log.lead(view.organisation)}</p>
    {view.lines.length === 0 ? (
      <p class="kern-body">{t.log.empty}</p>
    ) : (
      <DataTable
        caption={t.log.title}
        columns={[
          { label: t.log.number, isNumber: true },
          { label: t.log.when },
          { label: t.log.who },
          { label: t.log.what },
        ]}
        rows={view.lines.map(({ seq, at, who, what, detail }) => ({
          key: String(seq),
          cells: [seq, at, who, [what, detail].filter(Boolean).join(': ')],
        }))}
      />
    )}
    {view.older && (
      <p class="kern-body">
        <a class="kern-link" href={view.older}>
          {t.log.older}
        </a>
      </p>
    )}
  </>
);

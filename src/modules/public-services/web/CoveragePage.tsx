import { DataTable } from '../../../foundation/ui/DataTable.tsx';
import type { ServiceMessages } from './messages.ts';
import { Links } from './SearchPage.tsx';
import type { CoverageView } from './view.ts';

const Table = ({ view, t }: { view: CoverageView; t: ServiceMessages }) => {
  const { area, areas, answered, asked, gaps, contradictions, expired } = t.coverage.columns;
  return (
    <DataTable
      caption={t.coverage.table}
      columns={[
        { label: area },
        ...[areas, answered, asked, gaps, contradictions, expired].map((label) => ({
          label,
          isNumber: true,
        })),
      ]}
      rows={view.rows.map((row) => ({
        key: row.area,
        cells: [
          row.href ? (
            <a key="area" class="kern-link" href={row.href}>
              {row.area}
            </a>
          ) : (
            row.area
          ),
          ...row.figures,
        ],
      }))}
    />
  );
};

export const CoveragePage = ({ view, t }: { view: CoverageView; t: ServiceMessages }) => (
  <div class="services">
    <h1 class="kern-heading-large">{t.coverage.title}</h1>
    <p class="kern-body">{t.coverage.lead}</p>
    {view.checked === undefined ? (
      <p class="kern-body">{t.coverage.never}</p>
    ) : (
      <>
        <p class="kern-body">
          <strong>{view.finding}</strong> {view.checked}
        </p>
        <Table view={view} t={t} />
      </>
    )}
    {view.gaps && (
      <section aria-labelledby="luecken">
        <h2 class="kern-heading-medium" id="luecken">
          {t.coverage.gapsHeading}
        </h2>
        {view.gaps.length > 0 ? <Links links={view.gaps} /> : <p class="kern-body">{t.coverage.gapsNone}</p>}
      </section>
    )}
    {view.faults.length > 0 && (
      <section aria-labelledby="klaeren">
        <h2 class="kern-heading-medium" id="klaeren">
          {t.coverage.findingsHeading}
        </h2>
        <ul class="plain-list">
          {view.faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      </section>
    )}
  </div>
);

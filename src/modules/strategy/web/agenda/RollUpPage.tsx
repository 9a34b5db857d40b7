import { DataTable, type Row } from '../../../../foundation/ui/DataTable.tsx';
import type { StrategyMessages } from '../messages.ts';

/** What the towns of a district or an association do publicly. */
export const RollUpPage = ({ counted, rows, t }: { counted: string; rows: Row[]; t: StrategyMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.rollUp.title}</h1>
    <p class="kern-body">{t.rollUp.lead}</p>
    <p class="kern-body">{counted}</p>
    <DataTable
      caption={t.rollUp.title}
      columns={[
        { label: t.rollUp.town },
        { label: t.rollUp.agenda },
        { label: t.states.planned, isNumber: true },
        { label: t.states.running, isNumber: true },
        { label: t.states.done, isNumber: true },
        { label: t.desk.cost, isNumber: true },
      ]}
      rows={rows}
    />
  </div>
);

import { DataTable } from '../../../foundation/ui/DataTable.tsx';
import type { DeskMessages } from './messages.ts';

export type RunLine = { id: string; what: string; when: string; state: string; figures: string };

const Runs = ({ heading, runs, t }: { heading: string; runs: RunLine[]; t: DeskMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{heading}</h2>
    {runs.length === 0 ? (
      <p class="kern-body">{t.jobs.none}</p>
    ) : (
      <DataTable
        caption={heading}
        columns={Object.values(t.jobs.columns).map((label) => ({ label }))}
        rows={runs.map(({ id, what, when, state, figures }) => ({
          key: id,
          cells: [what, when, state, figures],
        }))}
      />
    )}
  </section>
);

export const JobsPage = ({ own, house, t }: { own: RunLine[]; house: RunLine[]; t: DeskMessages }) => (
  <>
    <h1 class="kern-heading-large">{t.jobs.title}</h1>
    <p class="kern-body">{t.jobs.lead}</p>
    <Runs heading={t.jobs.own} runs={own} t={t} />
    <Runs heading={t.jobs.house} runs={house} t={t} />
  </>
);

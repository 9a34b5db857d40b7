import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { DataTable, type Row } from '../../../../foundation/ui/DataTable.tsx';
import { TextInput } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { StrategyMessages } from '../messages.ts';

export type AgendaDeskView = {
  name: string;
  counts: string;
  totals: string;
  measures: {
    id: string;
    title: string;
    href: string;
    state: string;
    life: string;
    lead: string;
    cost: string;
    lastWord: string;
  }[];
  /** Further rooms of the agenda, with what one does there. */ ways: { label: string; href: string }[];
  /** Absent for who may look only. */ create: string | undefined;
  refusal: string | undefined;
};

/** The agenda at a glance: what moves, what falls silent, what is late, what it costs. */
export const AgendaDeskPage = ({ view, t }: { view: AgendaDeskView; t: StrategyMessages }) => (
  <div class="network">
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    <h1 class="kern-heading-large">{t.title}</h1>
    {view.measures.length > 0 && <p class="kern-body">{view.counts}</p>}
    {view.measures.length > 0 && <p class="kern-body">{view.totals}</p>}
    <ul class="links-inline">
      {view.ways.map(({ label, href }) => (
        <li key={href}>
          <a class="kern-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
    <section>
      <h2 class="kern-heading-medium">{t.desk.measures}</h2>
      {view.measures.length === 0 ? (
        <p class="kern-body">{t.desk.none}</p>
      ) : (
        <DataTable
          caption={t.desk.measures}
          columns={[
            { label: t.desk.measure },
            { label: t.desk.state },
            { label: t.desk.life },
            { label: t.desk.lead },
            { label: t.desk.cost, isNumber: true },
            { label: t.desk.lastWord },
          ]}
          rows={view.measures.map(
            (measure): Row => ({
              key: measure.id,
              cells: [
                <a key="title" class="kern-link" href={measure.href}>
                  {measure.title}
                </a>,
                measure.state,
                measure.life,
                measure.lead,
                measure.cost,
                measure.lastWord,
              ],
            }),
          )}
        />
      )}
    </section>
    {view.create !== undefined && (
      <section>
        <h2 class="kern-heading-medium">{t.desk.add}</h2>
        <form method="post" action={view.create} class="stack">
          <TextInput name="title" label={t.desk.name} maxLength={120} />
          <SubmitButton label={t.desk.begin} />
        </form>
      </section>
    )}
  </div>
);

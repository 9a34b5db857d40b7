import { DataTable } from '../../../../foundation/ui/DataTable.tsx';
import { Facts } from '../applications/parts.tsx';
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
      forms: { id: string; title: string; facts: { label: string; value: string }[] }[];
      services: { id: string; name: string; href: string; visited: string; answered: string }[];
      servicesCsv: string;
    };

type Figures = Extract<MetricsView, { kind: 'figures' }>;

const Services = ({ view, t }: { view: Figures; t: MetricsMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{t.services.title}</h2>
    <p class="kern-body">{t.services.lead}</p>
    {view.services.length === 0 ? (
      <p class="kern-body">{t.services.none}</p>
    ) : (
      <>
        <DataTable
          caption={t.services.title}
          columns={[
            { label: t.services.name },
            { label: t.services.visited, isNumber: true },
            { label: t.services.answered, isNumber: true },
          ]}
          rows={view.services.map(({ id, name, href, visited, answered }) => ({
            key: id,
            cells: [
              <a key={id} class="kern-link" href={href}>
                {name}
              </a>,
              visited,
              answered,
            ],
          }))}
        />
        <p class="kern-body">
          <a class="kern-link" href={view.servicesCsv} download>
            {t.services.csv}
          </a>
        </p>
      </>
    )}
  </section>
);

export const MetricsPage = ({ view, t }: { view: MetricsView; t: MetricsMessages }) => {
  if (view.kind === 'choice')
    return (
      <div class="services">
        <h1 class="kern-heading-large">{t.title}</h1>
        <p class="kern-body">{t.choose}</p>
        <Links links={view.towns} />
      </div>
    );
  return (
    <div class="services">
      <h1 class="kern-heading-large">{view.heading}</h1>
      {view.forms.length === 0 ? (
        <p class="kern-body">{t.none}</p>
      ) : (
        <>
          <p class="kern-body">{t.lead}</p>
          {view.forms.map(({ id, title, facts }) => (
            <section key={id} aria-labelledby={id}>
              <h2 class="kern-heading-medium" id={id}>
                {title}
              </h2>
              <Facts facts={facts} />
            </section>
          ))}
          <p class="kern-body">{view.explain}</p>
          <p class="kern-body">
            <a class="kern-link" href={view.csv} download>
              {t.csv}
            </a>
          </p>
        </>
      )}
      <Services view={view} t={t} />
      <p class="kern-body soft">{view.source}</p>
    </div>
  );
};

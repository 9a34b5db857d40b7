import { DataTable } from '../../../../foundation/ui/DataTable.tsx';
import { Pagination } from '../../../../foundation/ui/Pagination.tsx';
import { Files } from './CountryPage.tsx';
import type { CountryMessages } from './messages.ts';
import type { CountryTownsView } from './view.ts';

type Props = { view: CountryTownsView; t: CountryMessages };

const Filters = ({ view, t }: Props) => (
  <div>
    <p class="kern-body">
      {t.list.filters} {view.filters.length === 0 && t.list.everything}
    </p>
    {view.filters.length > 0 && (
      <ul class="links-inline">
        {view.filters.map(({ label, href }) => (
          <li key={label}>
            <a class="kern-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    )}
  </div>
);

/** The municipalities behind one number of the picture. */
export const CountryTownsPage = ({ view, t }: Props) => (
  <div class="network country">
    <h1 class="kern-heading-large">{t.list.title}</h1>
    <Filters view={view} t={t} />
    <p class="kern-body">
      <strong>{view.count}</strong>
    </p>
    <p class="source">{view.countedAt}</p>
    {view.rows.length > 0 && (
      <>
        <DataTable
          caption={t.list.title}
          columns={[
            { label: t.list.town },
            { label: t.heads.state },
            { label: t.list.population, isNumber: true },
            { label: t.list.signs },
          ]}
          rows={view.rows.map(({ key, town, state, population, signs }) => ({
            key,
            cells: [
              <a key="town" class="kern-link" href={town.href}>
                {town.label}
              </a>,
              state,
              population,
              signs,
            ],
          }))}
        />
        <Pagination
          label={t.list.pages}
          position={view.position}
          previous={view.previous === undefined ? undefined : { href: view.previous, label: t.list.previous }}
          next={view.next === undefined ? undefined : { href: view.next, label: t.list.next }}
        />
      </>
    )}
    <Files files={view.files} />
  </div>
);

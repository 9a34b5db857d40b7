import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { DataTable } from '../../../../foundation/ui/DataTable.tsx';
import type { CountryMessages } from './messages.ts';
import { StateMap } from './StateMap.tsx';
import type { Cell, CountryLink, CountryTable, CountryView } from './view.ts';

type Props = { view: CountryView; t: CountryMessages };

const Figure = ({ text, href }: Cell) =>
  href === undefined ? (
    text
  ) : (
    <a class="kern-link" href={href}>
      {text}
    </a>
  );

const Table = ({ table }: { table: CountryTable }) => (
  <section aria-labelledby={table.id}>
    <h2 class="kern-heading-medium" id={table.id}>
      {table.heading}
    </h2>
    {table.note !== undefined && <p class="kern-body">{table.note}</p>}
    <DataTable
      caption={table.heading}
      columns={table.columns.map((label, at) => ({ label, isNumber: at > 0 }))}
      rows={table.rows.map(({ key, label, cells }) => ({
        key,
        cells: [label, ...cells.map((cell) => <Figure key={cell.href ?? cell.text} {...cell} />)],
      }))}
    />
  </section>
);

const Choices = ({ view, t }: Props) => (
  <nav aria-label={t.mapChoice}>
    <p class="kern-body">{t.mapChoice}</p>
    <ul class="links-inline">
      {view.choices.map(({ label, href, isCurrent }) => (
        <li key={label}>
          {isCurrent ? (
            <strong aria-current="true">{label}</strong>
          ) : (
            <a class="kern-link" href={href}>
              {label}
            </a>
          )}
        </li>
      ))}
    </ul>
  </nav>
);

export const Files = ({ files }: { files: CountryLink[] }) => (
  <ul class="plain-list">
    {files.map(({ label, href }) => (
      <li key={href}>
        <a class="kern-link" href={href}>
          {label}
        </a>
      </li>
    ))}
  </ul>
);

/** How many municipalities do what, as far as it is known here. */
export const CountryPage = ({ view, t }: Props) => {
  const [signs, ...others] = view.tables;
  return (
    <div class="network country">
      <h1 class="kern-heading-large">{t.title}</h1>
      <p class="kern-body">{t.lead}</p>
      <p class="kern-body">
        <strong>
          {view.finding} {view.others}
        </strong>{' '}
        {t.unknownMeans}
      </p>
      <p class="source">{view.countedAt}</p>
      {view.invented !== undefined && <Alert kind="info" title={view.invented} />}
      {signs && <Table table={signs} />}
      <section aria-labelledby="karte">
        <h2 class="kern-heading-medium" id="karte">
          {view.map.title}
        </h2>
        <Choices view={view} t={t} />
        <p class="kern-body">
          {view.map.finding} {t.mapText}
        </p>
        <StateMap map={view.map} steps={t.steps} text={t.mapText} />
      </section>
      {others.map((table) => (
        <Table key={table.id} table={table} />
      ))}
      <section>
        <h2 class="kern-heading-medium">{t.how}</h2>
        <dl class="country__meanings">
          {view.meanings.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <ul class="kern-body bullets">
          {t.howList.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2 class="kern-heading-medium">{t.machines}</h2>
        <Files files={view.files} />
      </section>
    </div>
  );
};

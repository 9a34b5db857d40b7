import { Select, TextInput } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { EntryMessages } from './messages.ts';
import { LinkList, NoteAlert, Pages, StateText, TabLinks } from './parts.tsx';
import type { BulkAct, EntryListView, ImportedListView } from './view.ts';

type Props = { view: EntryListView; t: EntryMessages };

const BULK: BulkAct[] = ['publish', 'confirm', 'withdraw', 'remove'];

const Undo = ({ view, t }: Props) =>
  view.undo ? (
    <form method="post" action={view.action}>
      {view.undo.ids.map((id) => (
        <input key={id} type="hidden" name="eintrag" value={id} />
      ))}
      <SubmitButton label={t.undo} rank="secondary" name="tat" value={view.undo.act} />
    </form>
  ) : null;

const Filter = ({ view: { filter }, t }: Props) => (
  <form method="get" action={filter.action} class="entry-filter">
    <Select
      name="zustand"
      label={t.list.state}
      choices={filter.states}
      empty={t.list.all}
      state={{ value: filter.state }}
    />
    <Select
      name="wer"
      label={t.list.owner}
      choices={filter.owners}
      empty={t.list.all}
      state={{ value: filter.owner }}
    />
    <TextInput name="q" label={t.list.text} state={{ value: filter.text }} maxLength={100} />
    <SubmitButton label={t.list.apply} rank="secondary" />
  </form>
);

const Head = ({ view, t }: Props) => (
  <thead class="kern-table__head">
    <tr class="kern-table__row">
      <th scope="col" class="kern-table__header">
        <span class="kern-sr-only">{t.list.columns.choose}</span>
      </th>
      {view.columns.map((column) => (
        <th
          key={column.key}
          scope="col"
          class="kern-table__header"
          aria-sort={column.isSorted ? 'other' : undefined}
        >
          {column.href ? (
            <a class="kern-link" href={column.href}>
              {column.label}
            </a>
          ) : (
            column.label
          )}
          {column.isSorted && <span class="kern-sr-only"> {t.list.sorted}</span>}
        </th>
      ))}
    </tr>
  </thead>
);

const Row = ({ row, t }: { row: EntryListView['rows'][number]; t: EntryMessages }) => (
  <tr class="kern-table__row">
    <td class="kern-table__cell">
      <label class="row-choice">
        <input type="checkbox" name="eintrag" value={row.id} />
        <span class="kern-sr-only">{t.list.choose(row.name)}</span>
      </label>
    </td>
    <th scope="row" class="kern-table__cell">
      <a class="kern-link" href={row.href}>
        {row.name}
      </a>
    </th>
    <td class="kern-table__cell" data-label={t.list.columns.kind}>
      {row.kind}
    </td>
    <td class="kern-table__cell" data-label={t.list.columns.state}>
      <StateText view={row} t={t} />
    </td>
    <td class="kern-table__cell" data-label={t.list.columns.owner}>
      {row.owner}
    </td>
    <td class="kern-table__cell" data-label={t.list.columns.checked}>
      {row.checked}
    </td>
    <td class="kern-table__cell" data-label={t.list.columns.review}>
      {row.review}
    </td>
  </tr>
);

const Entries = ({ view, t }: Props) => (
  <form method="post" action={view.action}>
    <div class="table-frame">
      <table class="kern-table kern-table--small entry-table">
        <caption class="kern-sr-only">{t.list.caption}</caption>
        <Head view={view} t={t} />
        <tbody class="kern-table__body">
          {view.rows.map((row) => (
            <Row key={row.id} row={row} t={t} />
          ))}
        </tbody>
      </table>
    </div>
    <p class="kern-body">{t.list.bulk}</p>
    <div class="button-row">
      {BULK.map((act) => (
        <SubmitButton key={act} label={t.acts[act]} rank="secondary" name="tat" value={act} />
      ))}
    </div>
  </form>
);

export const EntryListPage = ({ view, t }: Props) => (
  <>
    <NoteAlert note={view.note} />
    <Undo view={view} t={t} />
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <LinkList links={view.links} />
    <TabLinks tabs={view.tabs} label={t.title} />
    <Filter view={view} t={t} />
    <p class="kern-body" role="status">
      {view.count}
    </p>
    {view.rows.length > 0 ? (
      <Entries view={view} t={t} />
    ) : (
      <p class="kern-body">{view.isFiltered ? t.list.noneFound : t.list.none}</p>
    )}
    <Pages paging={view.paging} t={t} />
  </>
);

export const ImportedListPage = ({ view, t }: { view: ImportedListView; t: EntryMessages }) => {
  const { name, kind, source, read } = t.list.columns;
  return (
    <>
      <h1 class="kern-heading-large">{t.title}</h1>
      <TabLinks tabs={view.tabs} label={t.title} />
      <p class="kern-body">{t.list.sourceLead}</p>
      <form method="get" action={view.action} class="entry-filter">
        <TextInput name="q" label={t.list.text} state={{ value: view.text }} maxLength={100} />
        <SubmitButton label={t.list.apply} rank="secondary" />
      </form>
      <p class="kern-body" role="status">
        {view.count}
      </p>
      {view.rows.length > 0 ? (
        <div class="table-frame">
          <table class="kern-table kern-table--small entry-table">
            <caption class="kern-sr-only">{t.list.imported}</caption>
            <thead class="kern-table__head">
              <tr class="kern-table__row">
                {[name, kind, source, read].map((label) => (
                  <th key={label} scope="col" class="kern-table__header">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody class="kern-table__body">
              {view.rows.map((row) => (
                <tr key={row.id + row.source} class="kern-table__row">
                  <th scope="row" class="kern-table__cell">
                    <a class="kern-link" href={row.href}>
                      {row.name}
                    </a>
                  </th>
                  <td class="kern-table__cell" data-label={t.list.columns.kind}>
                    {row.kind}
                  </td>
                  <td class="kern-table__cell" data-label={t.list.columns.source}>
                    {row.source}
                  </td>
                  <td class="kern-table__cell" data-label={t.list.columns.read}>
                    {row.read}
                    {row.isGone && `, ${t.list.gone}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p class="kern-body">{view.text === '' ? t.list.noneImported : t.list.noneFound}</p>
      )}
      <Pages paging={view.paging} t={t} />
    </>
  );
};

type SureView = { ids: string[]; count: string; action: string; back: string };

export const SurePage = ({ view, t }: { view: SureView; t: EntryMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.sureTitle}</h1>
    <p class="kern-body">{t.sure(view.count)}</p>
    <form method="post" action={view.action} class="button-row">
      {view.ids.map((id) => (
        <input key={id} type="hidden" name="eintrag" value={id} />
      ))}
      <input type="hidden" name="sicher" value="1" />
      <SubmitButton label={t.sureButton} name="tat" value="remove" />
      <a class="kern-btn kern-btn--secondary" href={view.back}>
        <span class="kern-label">{t.keep}</span>
      </a>
    </form>
  </div>
);

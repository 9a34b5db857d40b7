import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { describedBy, Field } from '../../../../foundation/ui/Field.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { EntryMessages } from './messages.ts';
import { LinkList, NoteAlert, Pages } from './parts.tsx';
import type { SheetsView, SheetView } from './view.ts';

export const SheetsPage = ({ view, t }: { view: SheetsView; t: EntryMessages }) => (
  <>
    <ErrorSummary title={t.correct} faults={[['tabelle', view.file.error]]} />
    <NoteAlert note={view.note} />
    <h1 class="kern-heading-large">{t.sheets.title}</h1>
    <p class="kern-body">{t.sheets.lead}</p>
    <form method="post" action={view.action} encType="multipart/form-data" noValidate class="stack">
      <Field name="tabelle" label={t.sheets.file} hint={t.sheets.fileHint} error={view.file.error}>
        <input
          class="kern-form-input__input"
          type="file"
          id="tabelle"
          name="tabelle"
          accept=".xlsx,.csv,.txt"
          aria-describedby={describedBy('tabelle', { hint: true, error: view.file.error !== undefined })}
          aria-invalid={view.file.error !== undefined}
        />
      </Field>
      <SubmitButton label={t.sheets.button} />
    </form>
    <LinkList links={[{ label: t.sheets.blank, href: view.blankHref }]} />
    <h2 class="kern-heading-medium">{t.sheets.all}</h2>
    <p class="kern-body">{t.sheets.exportNote}</p>
    <LinkList links={view.exports} />
    {view.sheets.length > 0 && (
      <section>
        <h2 class="kern-heading-medium">{t.sheets.former}</h2>
        <ul class="cards">
          {view.sheets.map((sheet) => (
            <li key={sheet.id} class="card">
              <h3 class="kern-heading-small">
                <a class="kern-link" href={sheet.href}>
                  {sheet.name}
                </a>
              </h3>
              <p class="kern-body">
                {sheet.state}. {sheet.outcome}
              </p>
              <p class="kern-body kern-body--small">{sheet.uploaded}</p>
            </li>
          ))}
        </ul>
      </section>
    )}
  </>
);

type Props = { view: SheetView; t: EntryMessages };

const Rows = ({ view, t }: Props) => {
  const { number, kind, name, what, edit } = t.sheets.columns;
  return (
    <div class="table-frame">
      <table class="kern-table kern-table--small entry-table">
        <caption class="kern-sr-only">{t.sheets.caption}</caption>
        <thead class="kern-table__head">
          <tr class="kern-table__row">
            {[number, kind, name, what, edit].map((label) => (
              <th key={label} scope="col" class="kern-table__header">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="kern-table__body">
          {view.rows.map((row) => (
            <tr key={row.number} class="kern-table__row" id={`zeile-${row.number}`}>
              <th scope="row" class="kern-table__cell" data-label={number}>
                {row.number}
              </th>
              <td class="kern-table__cell">
                <span aria-hidden="true">{t.sheets.kindShapes[row.kind]} </span>
                {t.sheets.kinds[row.kind]}
              </td>
              <td class="kern-table__cell" data-label={name}>
                {row.name}
              </td>
              <td class="kern-table__cell">
                {row.lines.map((line) => (
                  <span key={line} class="line">
                    {line}
                  </span>
                ))}
              </td>
              <td class="kern-table__cell">
                <a class="kern-link" href={row.href}>
                  {edit}
                  <span class="kern-sr-only"> {t.sheets.rowNumber(row.number)}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Decide = ({ view, t }: Props) => (
  <div class="button-row">
    {view.mayApply && (
      <form method="post" action={view.at('/uebernehmen')} class="button-row">
        <SubmitButton label={t.sheets.applyPublic} name="wie" value="oeffentlich" />
        <SubmitButton label={t.sheets.applyDraft} rank="secondary" name="wie" value="entwurf" />
      </form>
    )}
    <form method="post" action={view.at('/verwerfen')}>
      <SubmitButton label={t.sheets.discard} rank="tertiary" />
    </form>
  </div>
);

export const SheetPage = ({ view, t }: Props) => (
  <>
    <NoteAlert note={view.note} />
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.isFinished ? t.sheets.finished : t.sheets.previewLead}</p>
    {!view.isFinished && (
      <>
        <div role="status">
          <ul class="links-inline">
            {view.counts.map(({ kind, count }) => (
              <li key={kind}>
                <span aria-hidden="true">{t.sheets.kindShapes[kind]} </span>
                {t.sheets.kinds[kind]}: <strong>{count}</strong>
              </li>
            ))}
          </ul>
        </div>
        {view.ignored && <p class="kern-body">{view.ignored}</p>}
        <Decide view={view} t={t} />
        <Rows view={view} t={t} />
        <Pages paging={view.paging} t={t} />
      </>
    )}
  </>
);

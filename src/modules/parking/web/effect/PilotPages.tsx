import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { DataTable, type Row } from '../../../../foundation/ui/DataTable.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { describedBy, Field } from '../../../../foundation/ui/Field.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { PilotMessages } from './messages.ts';

export type Fact = { label: string; value: string };

export type PlansView = {
  done: string | undefined;
  plans: { href: string; text: string }[];
  fields: FieldView[];
  action: string;
};

/** The pilots of a town, and a form for one more. */
export const PlansPage = ({ view, t }: { view: PlansView; t: PilotMessages }) => (
  <>
    <ErrorSummary
      title={t.correct}
      faults={view.fields.map(({ name, label, error }) => [name, error && `${label}: ${error}`])}
    />
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.plans}</h2>
      {view.plans.length === 0 && <p class="kern-body">{t.none}</p>}
      <ul class="plain-list">
        {view.plans.map(({ href, text }) => (
          <li key={href}>
            <a class="kern-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
    <section class="effect-section">
      <h2 class="kern-heading-medium">{t.add}</h2>
      <form method="post" action={view.action} noValidate class="stack">
        {view.fields.map((field) => (
          <Control key={field.name} field={field} choose="" />
        ))}
        <SubmitButton label={t.save} />
      </form>
    </section>
  </>
);

export type PowerView = { sentence: string; isLow: boolean; others: Row[]; study: Row[] };

/** What a plan can see, in one sentence and two tables. */
export const Power = ({ power, t }: { power: PowerView; t: PilotMessages }) => (
  <section class="effect-section">
    <h2 class="kern-heading-medium">{t.power}</h2>
    <p class="kern-body">
      <strong>{power.sentence}</strong>
    </p>
    {power.isLow && <p class="kern-body">{t.powerLow}</p>}
    <h3 class="kern-heading-small">{t.powerTable}</h3>
    <DataTable
      caption={t.powerTable}
      columns={[
        { label: t.powerColumns.design, isNumber: true },
        { label: t.powerColumns.seen, isNumber: true },
        { label: t.powerColumns.range, isNumber: true },
      ]}
      rows={power.others}
    />
    <p class="kern-body kern-body--small">{t.powerHint}</p>
    <details>
      <summary>{t.studyTable}</summary>
      <DataTable
        caption={t.studyTable}
        columns={(['change', 'design', 'ours', 'study', 'off'] as const).map((key) => ({
          label: t.studyColumns[key],
          isNumber: true,
        }))}
        rows={power.study}
      />
    </details>
  </section>
);

export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl class="fact-list">
    {facts.map(({ label, value }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

export type UploadRow = { id: string; cells: string[]; withdraw: string | undefined };

export type PlanView = {
  name: string;
  done: string | undefined;
  facts: Fact[];
  power: PowerView;
  /** A draft can be frozen, or it is too late; a frozen plan takes drives. */
  draft: { freeze: string | undefined; discard: string } | undefined;
  frozen: { publicPage: string; action: string | undefined; uploads: UploadRow[] } | undefined;
  fileError: string | undefined;
  refused: { title: string; lines: string[] } | undefined;
};

type Props = { view: PlanView; t: PilotMessages };

const Draft = ({ draft, t }: { draft: NonNullable<PlanView['draft']>; t: PilotMessages }) => (
  <section class="effect-section">
    <p class="kern-body">{draft.freeze === undefined ? t.tooLate : t.freezeHint}</p>
    {draft.freeze !== undefined && (
      <form method="post" action={draft.freeze}>
        <SubmitButton label={t.freeze} />
      </form>
    )}
    <form method="post" action={draft.discard}>
      <SubmitButton label={t.discard} rank="secondary" />
    </form>
  </section>
);

const Uploads = ({ uploads, t }: { uploads: UploadRow[]; t: PilotMessages }) => (
  <>
    <h3 class="kern-heading-small">{t.uploads}</h3>
    <DataTable
      caption={t.uploads}
      columns={[
        { label: t.uploadColumns.at },
        { label: t.uploadColumns.taken, isNumber: true },
        { label: t.uploadColumns.refused, isNumber: true },
        { label: t.uploadColumns.state },
      ]}
      rows={uploads.map(({ id, cells, withdraw }) => ({
        key: id,
        cells: [
          ...cells.slice(0, -1),
          withdraw === undefined ? (
            cells.at(-1)
          ) : (
            <form method="post" action={withdraw}>
              {`${cells.at(-1)} `}
              <SubmitButton label={t.withdraw} rank="tertiary" about={cells[0] ?? ''} />
            </form>
          ),
        ],
      }))}
    />
  </>
);

const Drives = ({ view, t }: Props) => (
  <section class="effect-section">
    <h2 class="kern-heading-medium">{t.drives}</h2>
    {view.frozen?.action === undefined ? (
      <p class="kern-body">{t.fileFaults.over}</p>
    ) : (
      <form method="post" action={view.frozen.action} enctype="multipart/form-data" noValidate class="stack">
        <p class="kern-body">{t.drivesLead}</p>
        <Field name="datei" label={t.file} error={view.fileError}>
          <input
            class="kern-form-input__input"
            type="file"
            id="datei"
            name="datei"
            accept=".csv,text/csv"
            aria-describedby={describedBy('datei', { error: view.fileError !== undefined })}
          />
        </Field>
        <SubmitButton label={t.upload} />
      </form>
    )}
    {view.frozen && view.frozen.uploads.length > 0 && <Uploads uploads={view.frozen.uploads} t={t} />}
  </section>
);

/** One pilot at the desk: its plan, what it can see, and its drives. */
export const PlanPage = ({ view, t }: Props) => (
  <>
    <ErrorSummary title={t.correct} faults={[['datei', view.fileError]]} />
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    {view.refused && (
      <Alert kind="warning" title={view.refused.title}>
        <ul class="plain-list">
          {view.refused.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Alert>
    )}
    <h1 class="kern-heading-large">{view.name}</h1>
    <Facts facts={view.facts} />
    {view.frozen && (
      <p class="kern-body">
        <a class="kern-link" href={view.frozen.publicPage}>
          {t.public}
        </a>
      </p>
    )}
    {view.draft && <Draft draft={view.draft} t={t} />}
    <Power power={view.power} t={t} />
    {view.frozen && <Drives view={view} t={t} />}
  </>
);

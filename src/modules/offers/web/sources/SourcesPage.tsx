import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { type Choice, type FieldState, Select, TextInput } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { SourceMessages } from './messages.ts';

export type SourcesView = {
  sources: {
    id: string;
    name: string;
    format: string;
    url?: string | undefined;
    state: string;
    isFailed: boolean;
    lines: string[];
    rejected: string[];
    readAction: string;
    cancelAction: string;
  }[];
  fields: Record<'name' | 'url' | 'format' | 'licence', FieldState>;
  formats: Choice[];
  note?: { kind: 'success' | 'danger'; title: string } | undefined;
  action: string;
};

type Props = { view: SourcesView; t: SourceMessages };

const Source = ({ source, t }: { source: SourcesView['sources'][number]; t: SourceMessages }) => (
  <li class="card">
    <h2 class="kern-heading-small">{source.name}</h2>
    <p class="kern-body">
      {source.format}
      {source.url !== undefined && (
        <>
          : <span class="breakable">{source.url}</span>
        </>
      )}
    </p>
    {source.isFailed ? (
      <Alert kind="warning" title={source.state} />
    ) : (
      <p class="kern-body">{source.state}</p>
    )}
    {source.lines.map((line) => (
      <p key={line} class="soft">
        {line}
      </p>
    ))}
    {source.rejected.length > 0 && (
      <ul>
        {source.rejected.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )}
    <div class="inline-form">
      {source.url !== undefined && (
        <form method="post" action={source.readAction}>
          <SubmitButton label={t.readNow} about={source.name} rank="secondary" />
        </form>
      )}
      <form method="post" action={source.cancelAction}>
        <SubmitButton label={t.cancel} about={source.name} rank="tertiary" />
      </form>
    </div>
  </li>
);

const AddForm = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.add}</h2>
    <form method="post" action={view.action} noValidate class="stack">
      <TextInput name="name" label={t.name} hint={t.nameHint} maxLength={100} state={view.fields.name} />
      <TextInput
        name="url"
        type="url"
        label={t.url}
        hint={t.urlHint}
        maxLength={2_000}
        state={view.fields.url}
      />
      <Select
        name="format"
        label={t.format}
        choices={view.formats}
        empty={t.choose}
        state={view.fields.format}
      />
      <TextInput
        name="licence"
        label={t.licence}
        hint={t.licenceHint}
        maxLength={100}
        state={view.fields.licence}
      />
      <SubmitButton label={t.button} />
    </form>
  </section>
);

export const SourcesPage = ({ view, t }: Props) => (
  <>
    <ErrorSummary
      title={t.correct}
      faults={Object.entries(view.fields).map(([name, { error }]) => [name, error])}
    />
    {view.note && (
      <Alert kind={view.note.kind} title={view.note.title} isUrgent={view.note.kind === 'danger'} />
    )}
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    {view.sources.length === 0 ? <p class="kern-body">{t.none}</p> : <p class="soft">{t.cancelLead}</p>}
    <ul class="cards">
      {view.sources.map((source) => (
        <Source key={source.id} source={source} t={t} />
      ))}
    </ul>
    <AddForm view={view} t={t} />
  </>
);

import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { SourceMessages } from './source.messages.ts';

export type SourcesDeskView = {
  note?: string | undefined;
  sources: { id: string; name: string; facts: string[]; failure?: string | undefined; rejected: string[] }[];
  fields: FieldView[];
  action: string;
  removeAction: string;
};

type Props = { view: SourcesDeskView; t: SourceMessages };

const Source = ({ source, view, t }: Props & { source: SourcesDeskView['sources'][number] }) => (
  <li class="card">
    <h2 class="kern-heading-small">{source.name}</h2>
    {source.facts.map((fact) => (
      <p key={fact} class="kern-body">
        {fact}
      </p>
    ))}
    {source.failure !== undefined && <Alert kind="warning" title={source.failure} />}
    {source.rejected.length > 0 && (
      <details>
        <summary class="kern-body">{t.rejected(String(source.rejected.length))}</summary>
        <ul class="kern-body bullets">
          {source.rejected.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    )}
    <form method="post" action={view.removeAction}>
      <input type="hidden" name="kennung" value={source.id} />
      <button type="submit" class="kern-btn kern-btn--tertiary" aria-label={`${t.remove}: ${source.name}`}>
        <span class="kern-label">{t.remove}</span>
      </button>
    </form>
  </li>
);

/** Where the town's public parking comes from, and how its last reading went. */
export const SourcesDeskPage = ({ view, t }: Props) => (
  <>
    <ErrorSummary
      title={t.correct}
      faults={view.fields.map(({ name, label, error }) => [name, error && `${label}: ${error}`])}
    />
    {view.note !== undefined && <Alert kind="success" title={view.note} isUrgent />}
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    {view.sources.length === 0 && <p class="kern-body">{t.none}</p>}
    <ul class="cards">
      {view.sources.map((source) => (
        <Source key={source.id} source={source} view={view} t={t} />
      ))}
    </ul>
    <form method="post" action={view.action} noValidate class="stack">
      <h2 class="kern-heading-medium">{t.add}</h2>
      {view.fields.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      <SubmitButton label={t.button} />
    </form>
  </>
);

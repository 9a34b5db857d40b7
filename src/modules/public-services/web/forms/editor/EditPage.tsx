import { Alert } from '../../../../../foundation/ui/Alert.tsx';
import { Control } from '../../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../../foundation/ui/SubmitButton.tsx';
import type { EditorMessages } from './messages.ts';
import type { EditView } from './view.ts';

/** What is said of a form, a page, a question or its fees: one form, saved as a whole. */
export const EditPage = ({ view, t }: { view: EditView; t: EditorMessages }) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={view.groups.flatMap(({ fields }) =>
        fields.map(({ name, label, error }): [string, string | undefined] => [
          name,
          error && `${label}: ${error}`,
        ]),
      )}
    />
    {view.note && <Alert kind={view.note.kind} title={view.note.title} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    {view.lead !== undefined && <p class="kern-body">{view.lead}</p>}
    <form method="post" action={view.action} noValidate class="stack">
      <input type="hidden" name="stand" value={view.revision} />
      {view.groups.map(({ legend, lead, fields }) => {
        const controls = fields.map((field) => <Control key={field.name} field={field} choose={t.choose} />);
        return legend === undefined ? (
          controls
        ) : (
          <fieldset key={legend} class="kern-fieldset form-group">
            <legend class="kern-label">{legend}</legend>
            {lead !== undefined && <p class="kern-body soft">{lead}</p>}
            {controls}
          </fieldset>
        );
      })}
      <div class="button-row">
        <SubmitButton label={t.save} />
        <a class="kern-btn kern-btn--tertiary" href={view.back}>
          <span class="kern-label">{t.backToForm}</span>
        </a>
      </div>
    </form>
    {view.remove && (
      <form method="post" action={view.remove.action}>
        <input type="hidden" name="stand" value={view.revision} />
        {Object.entries(view.remove.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton rank="tertiary" label={view.remove.label} />
      </form>
    )}
  </div>
);
